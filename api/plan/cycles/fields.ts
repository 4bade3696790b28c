// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { RecordOf } from '../../platform/fields/rules.ts';

export const cycleRecord = {
  table: 'cycle',
  title: { it: 'Semestre', en: 'Cycle' },
  description: 'Planning periods, of any length.',
  fields: {
    key: shared.keyField,
    name: shared.nameField,
    starts_on: { kind: 'date', label: { it: 'Inizio', en: 'Start' }, required: true },
    ends_on: { kind: 'date', label: { it: 'Fine', en: 'End' }, required: true },
    draft: {
      kind: 'flag',
      label: { it: 'In preparazione', en: 'In preparation' },
      required: true,
      description: 'True until it is adopted; a draft is not public.',
    },
    adopted_on: { kind: 'date', label: { it: 'Adottato il', en: 'Adopted on' } },
    adopted_act: { ...shared.actField, label: { it: 'Provvedimento di adozione', en: 'Adopting act' } },
    closed_on: { kind: 'date', label: { it: 'Chiuso il', en: 'Closed on' } },
    closed_act: { ...shared.actField, label: { it: 'Provvedimento di chiusura', en: 'Closing act' } },
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const cycleReviewRecord = {
  table: 'cycle_review',
  title: { it: 'Bilancio del semestre', en: 'Cycle review' },
  description: 'What a cycle taught, as a whole or for an area.',
  fields: {
    key: shared.keyField,
    cycle: { kind: 'reference', table: 'cycle', label: { it: 'Semestre', en: 'Cycle' }, required: true },
    area: shared.areaField,
    learnt: { kind: 'bilingual', label: { it: 'Bilancio', en: 'Review' }, required: true },
    ...shared.sourced,
  },
} as const satisfies RecordOf;
