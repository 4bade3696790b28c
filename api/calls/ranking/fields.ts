// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { Choices, RecordOf } from '../../platform/fields/rules.ts';

export const rankingKindWords = {
  provisional: { it: 'provvisoria', en: 'provisional' },
  final: { it: 'definitiva', en: 'final' },
  next: { it: 'scorrimento', en: 'after withdrawals' },
} as const satisfies Choices;

export const rankingRecord = {
  table: 'ranking',
  title: { it: 'Graduatoria', en: 'Ranking' },
  description: 'Published rankings of a call, each with what it was computed from.',
  fields: {
    key: shared.keyField,
    call: { ...shared.callField, required: true },
    number: shared.numberField,
    kind: { kind: 'choice', choices: rankingKindWords, label: { it: 'Tipo', en: 'Kind' }, required: true },
    published_on: { kind: 'date', label: { it: 'Pubblicata il', en: 'Published on' }, required: true },
    act: shared.actField,
    input: {
      kind: 'json',
      shape: 'object',
      label: { it: 'Dati di partenza', en: 'Input' },
      required: true,
      internal: true,
      description: 'What the order was computed from, so that anybody can compute it again.',
    },
    entries: { kind: 'json', shape: 'array', label: { it: 'Voci', en: 'Entries' }, required: true, internal: true },
    objections_until: { kind: 'instant', label: { it: 'Osservazioni fino al', en: 'Objections until' } },
    ...shared.sourced,
  },
} as const satisfies RecordOf;
