// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { Choices, RecordOf } from '../../platform/fields/rules.ts';

export const qualificationActWords = {
  applied: { it: 'domanda presentata', en: 'applied' },
  asked: { it: 'integrazioni chieste', en: 'more information requested' },
  answered: { it: 'risposta del laboratorio', en: 'answered' },
  refused: { it: 'non accolta', en: 'refused' },
  qualified: { it: 'qualificato', en: 'qualified' },
  renewed: { it: 'rinnovato', en: 'renewed' },
  suspended: { it: 'sospeso', en: 'suspended' },
  resumed: { it: 'ripristinato', en: 'reinstated' },
  ended: { it: 'terminato', en: 'ended' },
} as const satisfies Choices;

export const requirementMeasureWords = {
  workstations: { it: 'postazioni', en: 'workstations' },
  'floor-area': { it: 'superficie (m²)', en: 'floor area (m²)' },
  machines: { it: 'macchine', en: 'machines' },
  processes: { it: 'lavorazioni diverse', en: 'different processes' },
  services: { it: 'servizi', en: 'services' },
  staff: { it: 'persone', en: 'people' },
  'open-access': { it: 'aperto al pubblico (1 = sì)', en: 'open to the public (1 = yes)' },
} as const satisfies Choices;

export const labRequirementRecord = {
  table: 'lab_requirement',
  title: { it: 'Requisito', en: 'Requirement' },
  description: 'What a lab needs to be qualified.',
  fields: {
    key: shared.keyField,
    position: shared.positionField,
    name: shared.nameField,
    measure: {
      kind: 'choice',
      choices: requirementMeasureWords,
      label: { it: 'Che cosa si misura', en: 'What is measured' },
    },
    at_least: { kind: 'number', min: 0.1, step: 0.1, label: { it: 'Almeno', en: 'At least' } },
    document: { kind: 'flag', label: { it: 'Serve un documento', en: 'Needs a document' }, required: true },
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const qualificationStepRecord = {
  table: 'qualification_step',
  title: { it: 'Qualificazione', en: 'Qualification' },
  description: 'The steps of a lab’s qualification, only ever added.',
  unique: [['lab', 'number']],
  fields: {
    key: shared.keyField,
    lab: { kind: 'reference', table: 'lab', label: { it: 'Laboratorio', en: 'Lab' }, required: true },
    number: shared.numberField,
    act: { kind: 'choice', choices: qualificationActWords, label: { it: 'Passo', en: 'Step' }, required: true },
    made_on: { kind: 'date', label: { it: 'Data', en: 'Date' }, required: true },
    until_on: { kind: 'date', label: { it: 'Fino al', en: 'Until' } },
    reason: shared.reasonField,
    ...shared.sourced,
  },
} as const satisfies RecordOf;
