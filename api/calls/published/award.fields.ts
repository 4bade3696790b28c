// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { Choices, RecordOf } from '../../platform/fields/rules.ts';

export const recipientKindWords = {
  firm: { it: 'impresa', en: 'company' },
  'non-profit': { it: 'ente senza scopo di lucro', en: 'non-profit body' },
  other: { it: 'altro', en: 'other' },
} as const satisfies Choices;

export const endingWords = {
  'gave-up': { it: 'rinuncia', en: 'declined' },
  revoked: { it: 'revocata', en: 'revoked' },
  'term-ended': { it: 'conclusa', en: 'term ended' },
} as const satisfies Choices;

/** Where an award stands: its last step, or how it ended. */
export const awardStageWords = {
  awarded: { it: 'assegnata', en: 'awarded' },
  signed: { it: 'accordo firmato', en: 'agreement signed' },
  keys: { it: 'chiavi consegnate', en: 'keys handed over' },
  opened: { it: 'aperta', en: 'open' },
  ...endingWords,
} as const satisfies Choices;

export const awardRecord = {
  table: 'award',
  title: { it: 'Assegnazione', en: 'Award' },
  description: 'What a call gave, to whom and where.',
  fields: {
    key: shared.keyField,
    call: { ...shared.callField, required: true },
    space: shared.spaceField,
    organisation: shared.organisationField,
    recipients: {
      kind: 'whole',
      min: 1,
      label: { it: 'Destinatari', en: 'Recipients' },
      required: true,
      description: 'How many recipients the row stands for; 1 if the organisation is named.',
    },
    recipient_kind: {
      kind: 'choice',
      choices: recipientKindWords,
      label: { it: 'Tipo di destinatario', en: 'Kind of recipient' },
    },
    zone: shared.zoneField,
    amount_eur: shared.amountField,
    floor_area_m2: {
      kind: 'number',
      min: 0.1,
      step: 0.1,
      unit: 'm²',
      label: { it: 'Superficie', en: 'Floor area' },
    },
    awarded_on: { kind: 'when', label: { it: 'Assegnato il', en: 'Awarded on' } },
    signed_on: { kind: 'date', label: { it: 'Firmato il', en: 'Signed on' } },
    signed_act: { ...shared.actField, label: { it: 'Provvedimento della firma', en: 'Act of the agreement' } },
    keys_on: { kind: 'date', label: { it: 'Chiavi consegnate il', en: 'Keys handed over on' } },
    opened_on: { kind: 'date', label: { it: 'Apertura', en: 'Opening' } },
    jobs_expected: { kind: 'whole', min: 0, label: { it: 'Posti di lavoro previsti', en: 'Jobs expected' } },
    jobs: { kind: 'whole', min: 0, label: { it: 'Posti di lavoro', en: 'Jobs' } },
    jobs_counted_on: { kind: 'date', label: { it: 'Contati il', en: 'Counted on' } },
    ended_on: { kind: 'date', label: { it: 'Conclusa il', en: 'Ended on' } },
    ended_as: {
      kind: 'choice',
      choices: endingWords,
      label: { it: 'Tipo di conclusione', en: 'Type of conclusion' },
    },
    ended_act: { ...shared.actField, label: { it: 'Provvedimento di conclusione', en: 'Concluding act' } },
    ended_reason: {
      ...shared.reasonField,
      label: { it: 'Motivo della conclusione', en: 'Reason for the conclusion' },
    },
    ...shared.sourced,
  },
} as const satisfies RecordOf;
