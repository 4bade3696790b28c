// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { RecordOf } from '../../platform/fields/rules.ts';

export const milestoneRecord = {
  table: 'milestone',
  title: { it: 'Traguardo', en: 'Milestone' },
  description: 'Results of a cycle. Their dates are in promise.csv, the expected ones in forecast.csv.',
  fields: {
    key: shared.keyField,
    cycle: { kind: 'reference', table: 'cycle', label: { it: 'Semestre', en: 'Cycle' }, required: true },
    area: { ...shared.areaField, required: true },
    initiative: { kind: 'reference', table: 'initiative', label: { it: 'Iniziativa', en: 'Initiative' } },
    position: shared.positionField,
    name: shared.nameField,
    summary: shared.summaryField,
    weight: {
      kind: 'number',
      min: 0.01,
      step: 0.01,
      label: { it: 'Peso', en: 'Weight' },
      required: true,
      description: 'How much it counts among the milestones; 1 unless given.',
    },
    owner: shared.ownerField,
    zone: shared.zoneField,
    planned_on: {
      kind: 'when',
      label: { it: 'Data in preparazione', en: 'Date in the draft' },
      description: 'The date that a draft proposes; the adoption makes it the first promise.',
    },
    done_on: { kind: 'when', label: { it: 'Raggiunto il', en: 'Reached on' } },
    outcome: { kind: 'bilingual', label: { it: 'Risultato atteso', en: 'Expected result' } },
    ...shared.withdrawnFields,
    continues: {
      ...shared.milestoneField,
      label: { it: 'Prosegue il traguardo', en: 'Continues the milestone' },
      description: 'The milestone of an earlier cycle that it goes on with.',
    },
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const milestoneDependencyRecord = {
  table: 'milestone_dependency',
  title: { it: 'Dipendenza', en: 'Dependency' },
  description: 'What must be reached before a milestone can be.',
  unique: [['milestone', 'depends_on']],
  fields: {
    key: shared.keyField,
    milestone: { ...shared.milestoneField, required: true },
    depends_on: { ...shared.milestoneField, label: { it: 'Dipende da', en: 'Depends on' }, required: true },
    ...shared.sourced,
  },
} as const satisfies RecordOf;
