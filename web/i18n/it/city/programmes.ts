// SPDX-License-Identifier: AGPL-3.0-or-later
export const programmes = {
  programmes: {
    lead: 'Un programma per la manifattura in città, e a che punto è.',
    illustrative: 'dati illustrativi',
    adopted: 'adottato il {{date}}',
    areas_one: '1 area',
    areas_other: '{{count}} aree',
    areas_own_one: '1 ‹area›',
    areas_own_other: '{{count}} ‹areas›',
    milestones_one: '1 traguardo',
    milestones_other: '{{count}} traguardi',
    none: 'Nessun programma è ancora caricato',
    noneHint: 'Un programma è un pacchetto di dati: si carica con «npm run load».',
    noSuchDay: 'Questo giorno non si può mostrare',
    future: 'È un giorno che deve ancora venire: qui c’è solo ciò che si sa.',
    noDay: 'Nel calendario questo giorno non c’è.',
    now: 'Torna a oggi',
    unknown: 'Questo programma non è tenuto qui',
    nothingKnown: 'Di quel giorno non si sa ancora niente',
    nothingKnownOn: 'Al {{date}} di questo programma non era registrato nulla.',
    firstDay: 'Vai al primo giorno noto, {{date}}',
  },
} as const;
