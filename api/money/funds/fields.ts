// SPDX-License-Identifier: AGPL-3.0-or-later
import { originWords } from '../../platform/fields/choices.fields.ts';
import * as shared from '../../platform/fields/fields.ts';
import type { Choices, RecordOf } from '../../platform/fields/rules.ts';

const baseWords = { ...originWords, all: { it: 'tutto il denaro', en: 'all money' } } as const satisfies Choices;

const destinationWords = {
  periphery: { it: '‹periphery›', en: '‹periphery›' },
  area: { it: '‹area›', en: '‹area›' },
  zone: { it: '‹zone›', en: '‹zone›' },
} as const satisfies Choices;

export const fundRecord = {
  table: 'fund',
  title: { it: 'Fonte di denaro', en: 'Source of money' },
  description: 'Where the money of the programme comes from.',
  fields: {
    key: shared.keyField,
    name: shared.nameField,
    origin: { kind: 'choice', choices: originWords, label: { it: 'Origine', en: 'Origin' }, required: true },
    organisation: shared.organisationField,
    agreement: { kind: 'reference', table: 'agreement', label: { it: 'Accordo', en: 'Agreement' } },
    amount_eur: { ...shared.amountField, required: true },
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const allocationRecord = {
  table: 'allocation',
  title: { it: 'Stanziamento', en: 'Allocation' },
  description: 'What a fund sets aside, for what, and how far it is committed and paid.',
  fields: {
    key: shared.keyField,
    fund: { kind: 'reference', table: 'fund', label: { it: 'Fonte di denaro', en: 'Source of money' }, required: true },
    name: shared.nameField,
    area: shared.areaField,
    zone: shared.zoneField,
    milestone: shared.milestoneField,
    call: shared.callField,
    organisation: shared.organisationField,
    recipient: { kind: 'bilingual', label: { it: 'Destinatario', en: 'Recipient' } },
    planned_eur: { kind: 'euro', label: { it: 'Stanziato', en: 'Allocated' }, required: true },
    committed_eur: {
      kind: 'euro',
      label: { it: 'Impegnato', en: 'Committed' },
      description: 'Bound by an act to a recipient.',
    },
    paid_eur: { kind: 'euro', label: { it: 'Pagato', en: 'Paid' } },
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const earmarkRecord = {
  table: 'earmark',
  title: { it: 'Vincolo di destinazione', en: 'Earmark' },
  description: 'The share of money that must go to a purpose.',
  fields: {
    key: shared.keyField,
    name: shared.nameField,
    base: {
      kind: 'choice',
      choices: baseWords,
      label: { it: 'Su quale denaro', en: 'Of which money' },
      required: true,
    },
    destination: {
      kind: 'choice',
      choices: destinationWords,
      label: { it: 'Destinazione', en: 'Destination' },
      required: true,
    },
    area: shared.areaField,
    zone: shared.zoneField,
    share: {
      kind: 'share',
      label: { it: 'Quota minima', en: 'Minimum share' },
      required: true,
      description: 'Between 0 and 1.',
    },
    ...shared.sourced,
  },
} as const satisfies RecordOf;
