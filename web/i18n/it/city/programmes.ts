// SPDX-License-Identifier: AGPL-3.0-or-later
export const programmes = {
  programmes: {
    lead: 'I programmi per la manifattura urbana',
    illustrative: 'dati illustrativi',
    adopted: 'adottato il {{date}}',
    areas_one: '1 area',
    areas_other: '{{count}} aree',
    areas_own_one: '1 ‹area›',
    areas_own_other: '{{count}} ‹areas›',
    milestones_one: '1 traguardo',
    milestones_other: '{{count}} traguardi',
    none: 'Nessun programma caricato',
    noneHint: 'Un programma è un pacchetto di dati: si carica con «npm run load».',
    noSuchDay: 'Data non disponibile',
    future: 'La data è futura: scegli un giorno fino a oggi.',
    noDay: 'Questa data non esiste nel calendario: scegli un altro giorno.',
    now: 'Torna a oggi',
    unknown: 'Programma non trovato. Torna all’elenco.',
    nothingKnown: 'Nessun dato registrato per quel giorno',
    nothingKnownOn: 'Al {{date}} non era registrato nessun dato di questo programma.',
    firstDay: 'Vai al primo giorno noto: {{date}}',
  },
} as const;
