// SPDX-License-Identifier: AGPL-3.0-or-later
export const records = {
  records: {
    title: 'Cronologia di questa scheda',
    none: 'Nessuna modifica registrata.',
    before: 'Prima',
    after: 'Dopo',
    yes: 'sì',
    no: 'no',
    euro: 'euro',
    precision: '{{label}}: precisione della data',
    it: '{{label}} (in italiano)',
    en: '{{label}} (in inglese)',
    whole: 'Testo intero',
    otherLanguage: '{{name}} (in inglese)',
    item: { added: 'Scheda aggiunta', edited: 'Scheda aggiornata', removed: 'Scheda eliminata' },
    part: {
      added: '{{what}}: voce aggiunta',
      edited: '{{what}}: voce aggiornata',
      removed: '{{what}}: voce eliminata',
    },
    held_one: '1 valore registrato',
    held_other: '{{count}} valori registrati',
    gone_one: '1 valore precedente',
    gone_other: '{{count}} valori precedenti',
  },
} as const;
