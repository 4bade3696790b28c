// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { RecordOf } from '../../platform/fields/rules.ts';
import { reasonKindWords } from '../milestones/choices.fields.ts';

export const promiseRecord = {
  table: 'promise',
  title: { it: 'Data promessa', en: 'Promised date' },
  description: 'Dates given for milestones: number 1 is the first, the highest is in force. Only ever added.',
  unique: [['milestone', 'number']],
  fields: {
    key: shared.keyField,
    milestone: { ...shared.milestoneField, required: true },
    number: shared.numberField,
    due_on: { kind: 'when', label: { it: 'Data promessa', en: 'Promised date' }, required: true },
    made_on: {
      kind: 'date',
      label: { it: 'Promesso il', en: 'Promised on' },
      required: true,
      description: 'The day on which the promise was made; it is known from then on.',
    },
    reason_kind: { kind: 'choice', choices: reasonKindWords, label: { it: 'Tipo di motivo', en: 'Kind of reason' } },
    reason: { ...shared.reasonField, description: 'Why the date moved; the first promise has none.' },
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const forecastRecord = {
  table: 'forecast',
  title: { it: 'Previsione', en: 'Forecast' },
  description: 'When the office expects to reach a milestone. Only ever added.',
  fields: {
    key: shared.keyField,
    milestone: { ...shared.milestoneField, required: true },
    reported_on: { kind: 'date', label: { it: 'Aggiornato il', en: 'Reported on' }, required: true },
    expected_on: { kind: 'when', label: { it: 'Data prevista', en: 'Expected date' }, required: true },
    reason: shared.reasonField,
    ...shared.sourced,
  },
} as const satisfies RecordOf;
