// SPDX-License-Identifier: AGPL-3.0-or-later
import * as shared from '../../platform/fields/fields.ts';
import type { RecordOf } from '../../platform/fields/rules.ts';
import { evidenceKindWords } from '../milestones/choices.fields.ts';

export const evidenceRecord = {
  table: 'evidence',
  title: { it: 'Prova', en: 'Evidence' },
  description: 'Documents and links that show a milestone is reached.',
  fields: {
    key: shared.keyField,
    milestone: { ...shared.milestoneField, required: true },
    kind: { kind: 'choice', choices: evidenceKindWords, label: { it: 'Tipo', en: 'Kind' }, required: true },
    name: shared.nameField,
    url: shared.urlField,
    issued_on: { kind: 'when', label: { it: 'Data del documento', en: 'Date of the document' } },
    ...shared.fileFields,
    file_name: { kind: 'text', max: 200, label: { it: 'Nome del file', en: 'File name' }, internal: true },
    ...shared.sourced,
  },
} as const satisfies RecordOf;
