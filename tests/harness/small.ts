// SPDX-License-Identifier: AGPL-3.0-or-later

export type Rows = Record<string, Record<string, string>[]>;

/** Rows of a small data package: an agreement signed on 28 March 2019 with dependent obligations. */
export function smallProgramme(): Rows {
  const named = (key: string, name: string) => ({ key, name_it: name, name_en: name });
  return {
    programme: [
      {
        ...named('piccolo', 'Programma piccolo'),
        summary_it: 'Prova',
        owner_name_it: 'Comune',
        periphery_definition_it: 'fuori dal centro',
      },
    ],
    area: [{ ...named('ricerca', 'Ricerca'), position: '1', summary_it: 'Ricerca' }],
    zone: [
      { ...named('centro', 'Centro'), kind: 'municipio', periphery: 'false' },
      { ...named('fuori', 'Fuori'), kind: 'municipio', periphery: 'true' },
    ],
    organisation: [
      { ...named('regione', 'Regione'), kind: 'public' },
      { ...named('politecnico', 'Politecnico'), kind: 'university' },
    ],
    cycle: [{ ...named('ciclo', 'Ciclo'), starts_on: '2019-01-01', ends_on: '2022-12-31' }],
    milestone: [
      { ...named('studio', 'Studio di fattibilità'), cycle: 'ciclo', area: 'ricerca', known_on: '2019-03-28' },
      { ...named('progetto', 'Progetto'), cycle: 'ciclo', area: 'ricerca', known_on: '2019-03-28' },
    ],
    promise: [
      { key: 'studio.1', milestone: 'studio', number: '1', due_on: '2019-12-28', made_on: '2019-03-28' },
      { key: 'progetto.1', milestone: 'progetto', number: '1', due_on: '2020-03-28', made_on: '2019-03-28' },
    ],
    agreement: [
      {
        ...named('accordo', 'Accordo'),
        kind: 'programme-agreement',
        signed_on: '2019-03-28',
        signed_precision: 'day',
        total_eur: '38000000.00',
      },
    ],
    agreement_party: [{ key: 'accordo.regione', agreement: 'accordo', organisation: 'regione', part: 'funder' }],
    contribution: [
      {
        ...named('c1', 'Edifici'),
        agreement: 'accordo',
        organisation: 'regione',
        origin: 'public',
        form: 'cash',
        amount_eur: '30000000.00',
      },
      {
        ...named('c2', 'Progettazione'),
        agreement: 'accordo',
        organisation: 'politecnico',
        origin: 'public',
        form: 'cash',
        amount_eur: '7500000.00',
      },
      {
        ...named('c3', 'Risorse aggiuntive'),
        agreement: 'accordo',
        origin: 'public',
        form: 'cash',
        amount_eur: '500000.00',
      },
    ],
    obligation: [
      {
        ...named('o-studio', 'Studio'),
        agreement: 'accordo',
        position: '1',
        milestone: 'studio',
        after_event: 'signing',
        after_months: '9',
      },
      {
        ...named('o-progetto', 'Progetto'),
        agreement: 'accordo',
        position: '2',
        milestone: 'progetto',
        after_event: 'obligation',
        after_obligation: 'o-studio',
        after_months: '3',
      },
    ],
    fund: [{ ...named('fondo', 'Fondo regionale'), origin: 'public', organisation: 'regione', amount_eur: '1000.00' }],
    allocation: [
      {
        ...named('a1', 'In periferia'),
        fund: 'fondo',
        area: 'ricerca',
        zone: 'fuori',
        milestone: 'studio',
        planned_eur: '400.10',
        committed_eur: '300.00',
        paid_eur: '100.05',
      },
      { ...named('a2', 'In centro'), fund: 'fondo', zone: 'centro', planned_eur: '200.20' },
      { ...named('a3', 'Senza luogo'), fund: 'fondo', planned_eur: '99.70' },
    ],
    earmark: [{ ...named('vincolo', 'Metà in periferia'), base: 'public', destination: 'periphery', share: '0.5' }],
  };
}
