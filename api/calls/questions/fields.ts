// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { RecordOf } from '../../platform/fields/rules.ts';

export const callAnswerRecord = {
  table: 'call_answer',
  title: { it: 'Quesito e risposta', en: 'Question and answer' },
  description: 'Questions about a call and the answers to them, public for all.',
  fields: {
    key: shared.keyField,
    call: { ...shared.callField, required: true },
    number: shared.numberField,
    question: { kind: 'bilingual', label: { it: 'Quesito', en: 'Question' }, required: true },
    answer: { kind: 'bilingual', label: { it: 'Risposta', en: 'Answer' }, required: true },
    asked_on: { kind: 'date', label: { it: 'Chiesto il', en: 'Asked on' }, required: true },
    answered_on: { kind: 'date', label: { it: 'Risposto il', en: 'Answered on' }, required: true },
    ...shared.sourced,
  },
} as const satisfies RecordOf;
