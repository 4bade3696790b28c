// SPDX-License-Identifier: AGPL-3.0-or-later
export const log = {
  log: {
    lead: 'Il registro: chi ha scritto che cosa, e quando',
    about: 'Ogni scrittura con la persona che l’ha fatta, bozze comprese. Il pubblico legge l’ufficio, non il nome.',
    filter: { actor: 'Chi, o quale ufficio', table: 'Che cosa', kind: 'Genere', from: 'Registrato dal', to: 'fino al' },
    found_zero: 'nessuna modifica',
    found_one: '1 modifica',
    found_other: '{{figure}} modifiche',
    none: 'Nessuna modifica corrisponde ai filtri.',
    csv: 'Scarica in CSV',
    csvFiltered: 'Scarica in CSV ciò che è filtrato',
    recorded: 'registrato il {{at}} da {{who}}',
    recordedWhy: 'registrato il {{at}} da {{who}}: «{{reason}}»',
    who: '{{name}}, {{office}}',
    gone: 'una persona che non ha più accesso, {{office}}',
    notYours: 'Questa pagina è di chi amministra il programma.',
  },
  undo: {
    label: 'Annulla questa modifica',
    of: 'Annulla questa modifica: {{what}}',
    sure: 'Annullare questa modifica, con tutto ciò che è stato scritto insieme? Resta nel registro, seguita da ciò che la annulla.',
    yes: 'Sì, annulla la modifica',
    done: 'Annullata: anche questo è nel registro.',
  },
  rules: {
    title: 'Regole del programma',
    asked: 'Una seconda persona controlla ogni chiusura, prima che valga.',
    waived: 'Le chiusure valgono senza il controllo di una seconda persona: le pagine pubbliche lo dicono.',
    waive: 'Rinuncia alla seconda persona',
    waiveAbout:
      'Da qui in poi una chiusura vale subito, segnata come non controllata. Le pagine pubbliche lo dicono; quelle in attesa restano da controllare.',
    ask: 'Chiedi di nuovo la seconda persona',
    askAbout: 'Da qui in poi una chiusura vale quando una seconda persona l’ha controllata.',
    public: 'chiusure senza il controllo di una seconda persona',
  },
} as const;
