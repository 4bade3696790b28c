// SPDX-License-Identifier: AGPL-3.0-or-later
export const log = {
  log: {
    lead: 'Il registro: chi ha modificato che cosa, e quando',
    about:
      'Ogni modifica con la persona che l’ha fatta, bozze comprese. Nelle pagine pubbliche compare l’ufficio, non il nome.',
    filter: {
      actor: 'Chi, o quale ufficio',
      table: 'Che cosa',
      kind: 'Tipo di modifica',
      from: 'Registrato dal',
      to: 'fino al',
    },
    found_zero: 'nessuna modifica',
    found_one: '1 modifica',
    found_other: '{{figure}} modifiche',
    foundMore: 'oltre {{figure}} modifiche',
    none: 'Nessuna modifica corrisponde ai filtri.',
    csv: 'Scarica in CSV',
    excel: 'Scarica per Excel',
    csvFiltered: 'Scarica in CSV le modifiche filtrate',
    recorded: 'registrato il {{at}} da {{who}}',
    recordedWhy: 'registrato il {{at}} da {{who}}: «{{reason}}»',
    who: '{{name}}, {{office}}',
    gone: 'account eliminato, {{office}}',
    notYours: 'Serve il ruolo di amministrazione: chiedilo all’ufficio.',
  },
  undo: {
    label: 'Annulla questa modifica',
    of: 'Annulla questa modifica: {{what}}',
    sure: 'Annullare questa modifica e tutto ciò che è stato registrato insieme? Resta nel registro, seguita dall’annullamento.',
    yes: 'Sì, annulla la modifica',
    done: 'Modifica annullata. L’annullamento è nel registro.',
  },
  rules: {
    title: 'Regole del programma',
    asked: 'Una seconda persona controlla ogni chiusura prima che valga.',
    waived: 'Le chiusure valgono senza il controllo di una seconda persona: le pagine pubbliche lo dicono.',
    waive: 'Disattiva il controllo di una seconda persona',
    waiveAbout:
      'Da ora ogni chiusura vale subito ed è indicata come non controllata. Le pagine pubbliche lo dicono; quelle in attesa restano da controllare.',
    ask: 'Attiva il controllo di una seconda persona',
    askAbout: 'Da ora una chiusura vale dopo il controllo di una seconda persona.',
    public: 'chiusure senza il controllo di una seconda persona',
  },
} as const;
