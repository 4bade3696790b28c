// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { Choices, RecordOf } from '../../platform/fields/rules.ts';

export const sourceKindWords = {
  document: { it: 'documento', en: 'document' },
  press: { it: 'stampa', en: 'press' },
  'open-data': { it: 'dati aperti', en: 'open data' },
  research: { it: 'ricerca', en: 'research' },
  generator: { it: 'dati inventati', en: 'invented data' },
} as const satisfies Choices;

export const contextKindWords = {
  'outcome-goal': { it: 'meta', en: 'goal' },
  method: { it: 'metodo', en: 'method' },
  premise: { it: 'premessa', en: 'premise' },
  path: { it: 'percorso', en: 'how it was prepared' },
  'comparison-city': { it: 'città di confronto', en: 'city for comparison' },
  policy: { it: 'politica', en: 'policy' },
  participant: { it: 'soggetto ascoltato', en: 'participant heard' },
  strength: { it: 'punto di forza', en: 'strength' },
  weakness: { it: 'debolezza', en: 'weakness' },
  proposal: { it: 'proposta', en: 'proposal' },
  governance: { it: 'governo del programma', en: 'governance' },
} as const satisfies Choices;

export const sourceRecord = {
  table: 'source',
  title: { it: 'Fonte', en: 'Source' },
  description: 'Where the figures and statements of the programme are from.',
  fields: {
    key: shared.keyField,
    title: { ...shared.nameField, label: { it: 'Titolo', en: 'Title' } },
    publisher: { kind: 'text', label: { it: 'Pubblicata da', en: 'Published by' } },
    kind: { kind: 'choice', choices: sourceKindWords, label: { it: 'Tipo', en: 'Kind' }, required: true },
    document: { kind: 'text', label: { it: 'Documento', en: 'Document' } },
    url: shared.urlField,
    published_on: { kind: 'when', label: { it: 'Pubblicata il', en: 'Published on' } },
    licence: { kind: 'text', label: { it: 'Licenza', en: 'Licence' } },
    note: shared.noteField,
  },
} as const satisfies RecordOf;

export const contextEntryRecord = {
  table: 'context_entry',
  title: { it: 'Voce del contesto', en: 'Context entry' },
  description: 'Goals, premises, policies and what was said in the listening phase.',
  unique: [['kind', 'position']],
  fields: {
    key: shared.keyField,
    kind: { kind: 'choice', choices: contextKindWords, label: { it: 'Tipo', en: 'Kind' }, required: true },
    position: shared.positionField,
    name: shared.nameField,
    body: { kind: 'bilingual', label: { it: 'Testo', en: 'Text' } },
    amount_eur: shared.amountField,
    happened_on: { kind: 'when', label: { it: 'Data', en: 'Date' } },
    ...shared.sourced,
  },
} as const satisfies RecordOf;
