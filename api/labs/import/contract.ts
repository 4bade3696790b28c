// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { key, programmeCommand, ref } from '../../contract.ts';
import { changedField } from '../../platform/history/contract.ts';

export const importFormat = z.enum(['okw', 'fablabs', 'csv', 'xlsx']);
export type ImportFormat = z.output<typeof importFormat>;

export const apply = z
  .enum(['true', 'false'])
  .default('false')
  .meta({ description: 'Without it, nothing is written: the reply shows what would be.' });

export const rowKind = z.enum(['added', 'changed', 'same', 'refused', 'duplicate-in-file', 'lookalike']);
export type RowKind = z.output<typeof rowKind>;

export const rowReason = z.object({
  name: z.string().meta({ description: 'The field that it is about; empty where it is about the whole row.' }),
  code: z.string(),
  reason: z.string(),
});

export const importRow = z
  .object({
    row: z.number().int().meta({ description: 'The place in the file, from 1; in a table the row of the sheet.' }),
    name: z.string(),
    key: key.nullable().meta({ description: 'The entry of the register; null where there is none.' }),
    kind: rowKind,
    fields: z.array(z.string()).meta({ description: 'What is new in the entry.' }),
    changes: z.array(changedField).meta({ description: 'What the row would change in the entry, before and after.' }),
    alike: z.array(ref.extend({ why: z.array(z.enum(['name', 'site', 'place', 'address'])) })),
    reasons: z.array(rowReason).meta({ description: 'Why the row was refused, or what is worth knowing of it.' }),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.output<typeof importRow>;

/** What a file changed, or would change in a dry run. */
export const imported = z.object({
  applied: z.boolean(),
  totals: z.record(rowKind, z.number().int()),
  ignored: z.array(z.string()).meta({ description: 'Columns of the file that are not taken.' }),
  rows: z.array(importRow),
});

/** Words to compare, separated by commas. */
const list = z
  .string()
  .max(200)
  .regex(/^\P{Cc}*$/u);

export const importLabs = programmeCommand({
  method: 'PUT',
  path: '/lab-imports',
  query: {
    format: importFormat,
    apply,
    country: list.optional().meta({ description: 'Only these, by their codes of two letters: `IT` or `IT,SM`.' }),
    city: list.optional().meta({ description: 'Only these, as the file writes them: `Milano,Milan`.' }),
    within: list.optional().meta({
      description:
        'Only what lies within so many kilometres of a point, `45.4642,9.19,15`, or between two corners, `45.38,9.04,45.54,9.28`. What has no coordinates lies nowhere.',
    }),
    lookalikes: z.enum(['add', 'link', 'skip']).default('skip').meta({
      description:
        'What becomes of a row that looks like an entry: a new entry, the same one (its number elsewhere is written into the entry, and its empty fields are filled), or nothing.',
    }),
    source: key.optional().meta({ description: 'The source of the programme that new entries cite.' }),
  },
  takes: 'application/octet-stream',
  may: 'keep-register',
  reply: imported.extend({ outside: z.number().int().meta({ description: 'Rows that the filters left out.' }) }),
  refuses: ['point-half', 'point-nowhere'],
  summary: 'Labs from a file',
  description:
    'Adds and completes entries from Open Know-Where, fablabs.io, or a table like labs.csv, as one recorded change. Rows that are refused are left out and named. An entry is found again by its number elsewhere or its key. What an import wrote and nobody else touched follows the file; of an entry that was edited here since only the empty fields are filled, but a table that holds the `version` last read may change and empty all. Nothing is removed, and no section is confirmed by a file.',
});
