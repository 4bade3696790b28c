// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { Choices, Fields, RecordOf } from '../../platform/fields/rules.ts';
import { aidRuleWords, callKindWords, fileKindWords, procedureWords, tieWords } from '../drafting/fields.ts';

const hash = { kind: 'text', pattern: /^[0-9a-f]{64}$/ } as const;

/** What a call that is run here declares. */
const runHere = {
  run: { kind: 'flag', label: { it: 'Gestito su Officina', en: 'Managed here' }, required: true },
  act: { ...shared.actField, max: 200 },
  opens_at: { kind: 'instant', label: { it: 'Si apre', en: 'Opens' } },
  closes_at: { kind: 'instant', label: { it: 'Si chiude', en: 'Closes' } },
  questions_until: { kind: 'instant', label: { it: 'Quesiti fino al', en: 'Questions until' } },
  threshold: {
    kind: 'number',
    min: 0,
    max: 100,
    step: 0.01,
    label: { it: 'Soglia', en: 'Threshold' },
    description: 'The least total of points to be eligible, without bonuses.',
  },
  tie_breaks: { kind: 'json', shape: 'array', words: tieWords, label: { it: 'A parità di punti', en: 'Tie-breaks' } },
  seed_hash: { ...hash, label: { it: 'Impronta del seme', en: 'Fingerprint of the seed' } },
  seed: { ...hash, label: { it: 'Seme del sorteggio', en: 'Seed of the draw' } },
  partial_grants: { kind: 'flag', label: { it: 'Contributi parziali', en: 'Partial grants' }, required: true },
  aid_rule: { kind: 'choice', choices: aidRuleWords, label: { it: 'De minimis', en: 'De minimis' } },
  file_kinds: {
    kind: 'choices',
    choices: fileKindWords,
    label: { it: 'File ammessi', en: 'Files taken' },
    description: 'Kinds of file that an application may have attached.',
  },
} as const satisfies Fields;

const count = { kind: 'whole', min: 0 } as const;

export const callRecord = {
  table: 'call',
  title: { it: 'Bando', en: 'Call' },
  description: 'Calls that assign money or spaces.',
  fields: {
    key: shared.keyField,
    name: shared.nameField,
    kind: { kind: 'choice', choices: callKindWords, label: { it: 'Tipo', en: 'Kind' }, required: true },
    procedure: { kind: 'choice', choices: procedureWords, label: { it: 'Procedura', en: 'Procedure' } },
    summary: shared.summaryField,
    area: { ...shared.areaField, required: true },
    initiative: { kind: 'reference', table: 'initiative', label: { it: 'Iniziativa', en: 'Initiative' } },
    milestone: shared.milestoneField,
    zone: shared.zoneField,
    published_on: { kind: 'when', label: { it: 'Pubblicato il', en: 'Published on' } },
    opens_on: { kind: 'date', label: { it: 'Si apre il', en: 'Opens on' } },
    closes_on: { kind: 'date', label: { it: 'Si chiude il', en: 'Closes on' } },
    concluded_on: { kind: 'when', label: { it: 'Concluso il', en: 'Concluded on' } },
    budget_eur: { kind: 'euro', label: { it: 'Dotazione', en: 'Budget' } },
    awarded_eur: { kind: 'euro', label: { it: 'Assegnato', en: 'Awarded' } },
    grant_share: { kind: 'share', label: { it: 'Quota della spesa coperta', en: 'Share of costs covered' } },
    grant_min_eur: { kind: 'euro', label: { it: 'Contributo minimo', en: 'Minimum grant' } },
    grant_max_eur: { kind: 'euro', label: { it: 'Contributo massimo', en: 'Maximum grant' } },
    applications: { ...count, label: { it: 'Domande', en: 'Applications' } },
    admitted: { ...count, label: { it: 'Domande ammesse', en: 'Applications admitted' } },
    projects_started: { ...count, label: { it: 'Progetti avviati', en: 'Projects started' } },
    url: shared.urlField,
    ...runHere,
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const beneficiaryKindWords = {
  firm: { it: 'imprese', en: 'companies' },
  research: { it: 'organismi di ricerca', en: 'research organisations' },
  university: { it: 'università', en: 'universities' },
  public: { it: 'enti pubblici', en: 'public bodies' },
  other: { it: 'altri', en: 'others' },
} as const satisfies Choices;

const call = { ...shared.callField, required: true } as const;

export const callBudgetRecord = {
  table: 'call_budget',
  title: { it: 'Dotazione', en: 'Budget' },
  description: 'What the budget of a call was, over time.',
  unique: [['call', 'number']],
  fields: {
    key: shared.keyField,
    call,
    number: shared.numberField,
    amount_eur: { ...shared.amountField, required: true },
    set_on: { kind: 'when', label: { it: 'Dal', en: 'Since' } },
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const callBeneficiaryRecord = {
  table: 'call_beneficiary',
  title: { it: 'Beneficiari', en: 'Beneficiaries' },
  description: 'Who benefits from a call, by kind.',
  fields: {
    key: shared.keyField,
    call,
    kind: { kind: 'choice', choices: beneficiaryKindWords, label: { it: 'Tipo', en: 'Kind' }, required: true },
    number: { ...count, label: { it: 'Quanti', en: 'How many' } },
    name: shared.nameField,
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const callAmendmentRecord = {
  table: 'call_amendment',
  title: { it: 'Modifica pubblica', en: 'Amendment' },
  description: 'What was changed after the publication of a call.',
  fields: {
    key: shared.keyField,
    call,
    number: shared.numberField,
    act: { ...shared.actField, required: true },
    made_on: { kind: 'date', label: { it: 'Data', en: 'Date' }, required: true },
    closes_at: { kind: 'instant', label: { it: 'Nuova chiusura', en: 'New closing' } },
    budget_eur: { kind: 'euro', label: { it: 'Nuova dotazione', en: 'New budget' } },
    reason: { ...shared.reasonField, required: true },
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const lotRecord = {
  table: 'lot',
  title: { it: 'Lotto', en: 'Lot' },
  description: 'The spaces on offer in a call.',
  unique: [['call', 'space']],
  fields: {
    key: shared.keyField,
    call,
    space: { ...shared.spaceField, required: true },
    position: shared.positionField,
    fee_eur_year: { kind: 'euro', label: { it: 'Canone annuo', en: 'Annual fee' } },
    ...shared.sourced,
  },
} as const satisfies RecordOf;
