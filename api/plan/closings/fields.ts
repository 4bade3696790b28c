// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { RecordOf } from '../../platform/fields/rules.ts';
import { closingStateWords } from '../milestones/choices.fields.ts';

export const closingRecord = {
  table: 'closing',
  title: { it: 'Chiusura', en: 'Closing' },
  description: 'Claims that a milestone is reached, and the answer of a second person.',
  fields: {
    key: shared.keyField,
    milestone: { ...shared.milestoneField, required: true },
    number: shared.numberField,
    done_on: { kind: 'when', label: { it: 'Raggiunto il', en: 'Reached on' }, required: true },
    proposed_on: { kind: 'date', label: { it: 'Proposta il', en: 'Proposed on' }, required: true },
    state: { kind: 'choice', choices: closingStateWords, label: { it: 'Stato', en: 'State' }, required: true },
    answered_on: { kind: 'date', label: { it: 'Risposta il', en: 'Answered on' } },
    answer: { kind: 'bilingual', label: { it: 'Che cosa manca', en: 'What is missing' } },
    unchecked: {
      kind: 'flag',
      label: { it: 'Senza il controllo di una seconda persona', en: 'Without a second person’s check' },
      required: true,
    },
    ...shared.sourced,
  },
} as const satisfies RecordOf;
