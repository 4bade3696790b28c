// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { RecordOf } from '../../platform/fields/rules.ts';

export const areaRecord = {
  table: 'area',
  title: { it: '‹Area›', en: '‹Area›' },
  description: 'Lines of work of the programme.',
  unique: [['position']],
  fields: {
    key: shared.keyField,
    position: shared.positionField,
    name: shared.nameField,
    summary: { ...shared.summaryField, required: true },
    whole: {
      kind: 'flag',
      label: { it: 'Vale per tutto il programma', en: 'Covers the whole programme' },
      required: true,
    },
    lead: { ...shared.organisationField, label: { it: 'Capofila', en: 'Lead' } },
    lead_person: { kind: 'text', label: { it: 'Persona', en: 'Person' } },
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const initiativeRecord = {
  table: 'initiative',
  title: { it: 'Iniziativa', en: 'Initiative' },
  description: 'Pieces of work within an area.',
  fields: {
    key: shared.keyField,
    area: { ...shared.areaField, required: true },
    position: shared.positionField,
    existing: {
      kind: 'flag',
      label: { it: 'Già in corso', en: 'Already under way' },
      required: true,
      description: 'True if it was under way before the programme.',
    },
    name: shared.nameField,
    summary: shared.summaryField,
    zone: shared.zoneField,
    owner: shared.ownerField,
    amount_eur: shared.amountField,
    starts_on: { kind: 'date', label: { it: 'Inizio', en: 'Start' } },
    ends_on: { kind: 'date', label: { it: 'Fine', en: 'End' } },
    ...shared.withdrawnFields,
    ...shared.sourced,
  },
} as const satisfies RecordOf;
