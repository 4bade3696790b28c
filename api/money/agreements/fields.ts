// SPDX-License-Identifier: AGPL-3.0-or-later
import { partWords } from '../../city/organisations/fields.ts';
import { originWords } from '../../platform/fields/choices.fields.ts';
import * as shared from '../../platform/fields/fields.ts';
import type { Choices, RecordOf } from '../../platform/fields/rules.ts';

export const agreementKindWords = {
  'programme-agreement': { it: 'accordo di programma', en: 'programme agreement' },
  protocol: { it: 'protocollo d’intesa', en: 'memorandum of understanding' },
  convention: { it: 'convenzione', en: 'agreement (convenzione)' },
  partnership: { it: 'partenariato', en: 'partnership' },
} as const satisfies Choices;

export const contributionFormWords = {
  cash: { it: 'in denaro', en: 'in cash' },
  'in-kind': { it: 'in natura', en: 'in kind' },
} as const satisfies Choices;

const afterWords = {
  signing: { it: 'la firma', en: 'the signing' },
  obligation: { it: 'un altro obbligo', en: 'another obligation' },
} as const satisfies Choices;

const agreement = {
  kind: 'reference',
  table: 'agreement',
  label: { it: 'Accordo', en: 'Agreement' },
  required: true,
} as const;

export const agreementRecord = {
  table: 'agreement',
  title: { it: 'Accordo', en: 'Agreement' },
  description: 'Signed acts with parties, contributions and obligations.',
  fields: {
    key: shared.keyField,
    kind: { kind: 'choice', choices: agreementKindWords, label: { it: 'Tipo', en: 'Kind' }, required: true },
    name: shared.nameField,
    summary: shared.summaryField,
    area: shared.areaField,
    signed_on: { kind: 'when', label: { it: 'Firmato il', en: 'Signed on' } },
    runs_until: { kind: 'when', label: { it: 'Vale fino a', en: 'Runs until' } },
    total_eur: { kind: 'euro', label: { it: 'Valore dichiarato', en: 'Declared value' } },
    url: shared.urlField,
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const agreementPartyRecord = {
  table: 'agreement_party',
  title: { it: 'Firmatario', en: 'Signatory' },
  description: 'Who signed an agreement, and in what part.',
  unique: [['agreement', 'organisation', 'part']],
  fields: {
    key: shared.keyField,
    agreement,
    organisation: { ...shared.organisationField, required: true },
    part: { kind: 'choice', choices: partWords, label: { it: 'Ruolo', en: 'Role' }, required: true },
    commitment: { kind: 'bilingual', label: { it: 'Compiti assunti', en: 'Duties' } },
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const contributionRecord = {
  table: 'contribution',
  title: { it: 'Contributo', en: 'Contribution' },
  description: 'What the parties of an agreement put in.',
  fields: {
    key: shared.keyField,
    agreement,
    organisation: shared.organisationField,
    name: shared.nameField,
    origin: { kind: 'choice', choices: originWords, label: { it: 'Origine', en: 'Origin' }, required: true },
    form: { kind: 'choice', choices: contributionFormWords, label: { it: 'Forma', en: 'Form' }, required: true },
    amount_eur: shared.amountField,
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const obligationRecord = {
  table: 'obligation',
  title: { it: 'Obbligo', en: 'Obligation' },
  description: 'What a party owes, by a date or so long after something else.',
  unique: [['milestone']],
  fields: {
    key: shared.keyField,
    agreement,
    position: shared.positionField,
    name: shared.nameField,
    summary: shared.summaryField,
    owed_by: { ...shared.organisationField, label: { it: 'A carico di', en: 'Owed by' } },
    owed_to: { ...shared.organisationField, label: { it: 'A favore di', en: 'Owed to' } },
    milestone: {
      ...shared.milestoneField,
      required: true,
      description: 'The milestone that fulfils it.',
    },
    due_on: { kind: 'when', label: { it: 'Scadenza', en: 'Due by' } },
    after_event: { kind: 'choice', choices: afterWords, label: { it: 'Dopo', en: 'After' } },
    after_obligation: {
      kind: 'reference',
      table: 'obligation',
      label: { it: 'Dopo l’obbligo', en: 'After the obligation' },
    },
    after_months: { kind: 'whole', min: 1, label: { it: 'Mesi dopo', en: 'Months after' } },
    after_days: { kind: 'whole', min: 1, label: { it: 'Giorni dopo', en: 'Days after' } },
    ...shared.sourced,
  },
} as const satisfies RecordOf;
