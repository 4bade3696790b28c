// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { Choices, RecordOf } from '../../platform/fields/rules.ts';

export const paymentKindWords = {
  advance: { it: 'anticipo', en: 'advance' },
  balance: { it: 'saldo', en: 'balance' },
  other: { it: 'altro pagamento', en: 'other payment' },
} as const satisfies Choices;

export const checkOutcomeWords = {
  passed: { it: 'superato', en: 'passed' },
  'with-remarks': { it: 'superato con rilievi', en: 'passed with remarks' },
  failed: { it: 'non superato', en: 'failed' },
} as const satisfies Choices;

const award = {
  kind: 'reference',
  table: 'award',
  label: { it: 'Assegnazione', en: 'Award' },
  required: true,
} as const;

export const paymentRecord = {
  table: 'payment',
  title: { it: 'Pagamento', en: 'Payment' },
  description: 'What was paid on an award.',
  fields: {
    key: shared.keyField,
    award,
    kind: { kind: 'choice', choices: paymentKindWords, label: { it: 'Tipo', en: 'Kind' }, required: true },
    amount_eur: { ...shared.amountField, required: true },
    paid_on: { kind: 'date', label: { it: 'Pagato il', en: 'Paid on' }, required: true },
    act: shared.actField,
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const awardCheckRecord = {
  table: 'award_check',
  title: { it: 'Controllo', en: 'Check' },
  description: 'Checks of an award, 6, 12 and 24 months after its opening.',
  fields: {
    key: shared.keyField,
    award,
    months: { kind: 'whole', min: 1, label: { it: 'Mesi dopo', en: 'Months after' }, required: true },
    checked_on: { kind: 'date', label: { it: 'Controllato il', en: 'Checked on' }, required: true },
    outcome: { kind: 'choice', choices: checkOutcomeWords, label: { it: 'Esito', en: 'Outcome' }, required: true },
    words: { kind: 'bilingual', label: { it: 'Rilievi', en: 'Findings' } },
    ...shared.sourced,
  },
} as const satisfies RecordOf;
