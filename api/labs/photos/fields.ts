// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { Choices, RecordOf } from '../../platform/fields/rules.ts';

export const pictureKindWords = {
  photo: { it: 'foto', en: 'photo' },
  plan: { it: 'pianta', en: 'plan' },
} as const satisfies Choices;

export const labPhotoRecord = {
  table: 'lab_photo',
  title: { it: 'Foto', en: 'Photo' },
  description: 'Photos of labs.',
  fields: {
    key: shared.keyField,
    lab: { kind: 'reference', table: 'lab', label: { it: 'Laboratorio', en: 'Lab' }, required: true },
    position: shared.positionField,
    ...shared.pictureFields,
    ...shared.sourced,
  },
} as const satisfies RecordOf;

export const spaceFileRecord = {
  table: 'space_file',
  title: { it: 'Foto o pianta', en: 'Photo or plan' },
  description: 'Photos and plans of spaces.',
  fields: {
    key: shared.keyField,
    space: { ...shared.spaceField, required: true },
    kind: { kind: 'choice', choices: pictureKindWords, label: { it: 'Tipo', en: 'Kind' }, required: true },
    position: shared.positionField,
    ...shared.pictureFields,
    ...shared.sourced,
  },
} as const satisfies RecordOf;
