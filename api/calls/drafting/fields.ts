// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { Choices, RecordOf } from '../../platform/fields/rules.ts';

export const callKindWords = {
  space: { it: 'bando di spazi', en: 'call for spaces' },
  investment: { it: 'contributo a investimenti', en: 'investment grant' },
  voucher: { it: 'voucher', en: 'voucher' },
  cascade: { it: 'bando a cascata', en: 'cascade call' },
  challenge: { it: 'sfida', en: 'challenge' },
  register: { it: 'elenco', en: 'register' },
} as const satisfies Choices;

export const procedureWords = {
  ranking: { it: 'a graduatoria', en: 'by ranking' },
  'first-come': { it: 'a sportello', en: 'first-come' },
  negotiated: { it: 'negoziale', en: 'negotiated' },
} as const satisfies Choices;

/** What happens to a request above the headroom of de minimis aid. */
export const aidRuleWords = {
  refuse: {
    it: 'oltre il massimale la domanda non è ammessa',
    en: 'above the ceiling an application is not admitted',
  },
  reduce: { it: 'oltre il massimale il contributo è ridotto', en: 'above the ceiling the grant is reduced' },
} as const satisfies Choices;

export const requirementKindWords = {
  question: { it: 'dichiarazione', en: 'statement' },
  document: { it: 'documento', en: 'document' },
} as const satisfies Choices;

/** Kinds of file that a call may take, by their content. */
export const fileKindWords = {
  pdf: { it: 'PDF', en: 'PDF' },
  p7m: { it: 'documento firmato (.p7m)', en: 'signed document (.p7m)' },
  image: { it: 'immagine (JPEG, PNG, WebP, GIF)', en: 'picture (JPEG, PNG, WebP, GIF)' },
  office: {
    it: 'documento, foglio o presentazione (.docx, .xlsx, .pptx, .odt, .ods, .odp)',
    en: 'document, sheet or presentation (.docx, .xlsx, .pptx, .odt, .ods, .odp)',
  },
  doc: { it: 'Office fino al 2003 (.doc, .xls, .ppt)', en: 'Office up to 2003 (.doc, .xls, .ppt)' },
  rtf: { it: 'RTF (.rtf)', en: 'RTF (.rtf)' },
  csv: { it: 'tabella CSV (.csv)', en: 'CSV table (.csv)' },
  xml: { it: 'XML (.xml)', en: 'XML (.xml)' },
  zip: { it: 'archivio ZIP (.zip)', en: 'ZIP archive (.zip)' },
} as const satisfies Choices;

export type FileKind = keyof typeof fileKindWords;
export const usualFileKinds: readonly FileKind[] = ['pdf', 'p7m', 'image', 'office'];

export const bonusKindWords = {
  periphery: { it: '‹periphery›', en: '‹periphery›' },
  'under-35': { it: 'imprese giovanili', en: 'young-owned firms' },
  women: { it: 'imprese femminili', en: 'women-led firms' },
  'social-impact': { it: 'impatto sociale', en: 'social impact' },
  'circular-economy': { it: 'economia circolare', en: 'circular economy' },
  other: { it: 'altro', en: 'other' },
} as const satisfies Choices;

export const tieWords = {
  'lower-request': { it: 'importo chiesto più basso', en: 'lower amount requested' },
  earlier: { it: 'data di presentazione', en: 'date of submission' },
  criterion: { it: 'punti nel criterio', en: 'points in the criterion' },
} as const satisfies Choices;

const call = { ...shared.callField, required: true } as const;
const points = { kind: 'number', max: 999.99, step: 0.01 } as const;

export const callCriterionRecord = {
  table: 'call_criterion',
  title: { it: 'Criterio', en: 'Criterion' },
  description: 'What the applications to a call are judged by.',
  unique: [['call', 'position']],
  fields: {
    key: shared.keyField,
    call,
    position: shared.positionField,
    name: shared.nameField,
    weight: { kind: 'number', min: 0.01, step: 0.01, label: { it: 'Peso', en: 'Weight' } },
    rewarded: {
      kind: 'flag',
      label: { it: 'Premialità', en: 'Bonus' },
      required: true,
      description: 'True if it adds points rather than judging the project.',
    },
    scale: {
      ...points,
      min: 0.01,
      label: { it: 'Scala', en: 'Scale' },
      description: 'The highest mark, before weighting.',
    },
    threshold: { ...points, min: 0, label: { it: 'Minimo', en: 'Minimum' } },
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const callBonusRecord = {
  table: 'call_bonus',
  title: { it: 'Premialità', en: 'Bonus' },
  description: 'Points that a call adds by rule.',
  fields: {
    key: shared.keyField,
    call,
    position: shared.positionField,
    kind: { kind: 'choice', choices: bonusKindWords, label: { it: 'Tipo', en: 'Kind' }, required: true },
    name: { ...shared.nameField, label: { it: 'Requisito', en: 'Condition' } },
    points: { ...points, min: 0.01, label: { it: 'Punti', en: 'Points' }, required: true },
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const callRequirementRecord = {
  table: 'call_requirement',
  title: { it: 'Requisito', en: 'Requirement' },
  description: 'What an application must state or enclose.',
  fields: {
    key: shared.keyField,
    call,
    position: shared.positionField,
    kind: { kind: 'choice', choices: requirementKindWords, label: { it: 'Tipo', en: 'Kind' }, required: true },
    name: shared.nameField,
    required: { kind: 'flag', label: { it: 'Obbligatorio', en: 'Required' }, required: true },
    ...shared.sourced,
  },
} as const satisfies RecordOf;
