// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { Choices, RecordOf } from '../../platform/fields/rules.ts';

export const subjectWords = {
  outcome: { it: 'risultati', en: 'outcomes' },
  spaces: { it: 'spazi', en: 'spaces' },
  labs: { it: 'laboratori', en: 'labs' },
  calls: { it: 'bandi', en: 'calls' },
  participation: { it: 'partecipazione', en: 'participation' },
} as const satisfies Choices;

export const unitWords = {
  count: { it: 'numero', en: 'number' },
  eur: { it: 'euro', en: 'euro' },
  m2: { it: 'metri quadri', en: 'square metres' },
  share: { it: 'quota', en: 'share' },
  days: { it: 'giorni', en: 'days' },
} as const satisfies Choices;

export const betterWords = {
  higher: { it: 'sale', en: 'it rises' },
  lower: { it: 'scende', en: 'it falls' },
} as const satisfies Choices;

export const indicatorRecord = {
  table: 'indicator',
  title: { it: 'Indicatore', en: 'Indicator' },
  description: 'Figures that are measured over time, with their targets.',
  fields: {
    key: shared.keyField,
    position: shared.positionField,
    subject: { kind: 'choice', choices: subjectWords, label: { it: 'Argomento', en: 'Subject' }, required: true },
    area: shared.areaField,
    name: shared.nameField,
    summary: shared.summaryField,
    unit: { kind: 'choice', choices: unitWords, label: { it: 'Unità', en: 'Unit' }, required: true },
    better: { kind: 'choice', choices: betterWords, label: { it: 'Migliora se', en: 'Better when' } },
    target: {
      kind: 'number',
      step: 0.0001,
      label: { it: 'Obiettivo', en: 'Target' },
      description: 'In the unit of the indicator; a share is between 0 and 1.',
    },
    target_on: { kind: 'date', label: { it: 'Obiettivo entro il', en: 'Target by' } },
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const measurementRecord = {
  table: 'measurement',
  title: { it: 'Misura', en: 'Measurement' },
  description: 'One value of an indicator.',
  fields: {
    key: shared.keyField,
    indicator: { kind: 'reference', table: 'indicator', label: { it: 'Indicatore', en: 'Indicator' }, required: true },
    zone: shared.zoneField,
    value: {
      kind: 'number',
      step: 0.0001,
      label: { it: 'Valore', en: 'Value' },
      required: true,
      description: 'In the unit of the indicator.',
    },
    measured_on: { kind: 'when', label: { it: 'Misurato il', en: 'Measured on' }, required: true },
    baseline: {
      kind: 'flag',
      label: { it: 'Base', en: 'Baseline' },
      required: true,
      description: 'True for the one value that the others are compared with.',
    },
    chosen: {
      kind: 'flag',
      label: { it: 'Valore usato', en: 'Value in use' },
      required: true,
      description: 'True for the value to use where sources disagree about a day.',
    },
    ...shared.sourced,
  },
} as const satisfies RecordOf;
