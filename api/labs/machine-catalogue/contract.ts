// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { key, programmeCommand } from '../../contract.ts';
import { apply, rowReason } from '../import/contract.ts';
import { process } from '../vocabulary/contract.ts';

const modelKind = z.enum(['added', 'changed', 'same', 'refused', 'duplicate-in-file']);

export const modelRow = z
  .object({
    row: z.number().int(),
    name: z.string(),
    key: key.nullable(),
    kind: modelKind,
    fields: z.array(z.string()),
    reasons: z.array(rowReason).meta({ description: 'Materials that are in no list, areas that cannot be read.' }),
  })
  .meta({ id: 'ModelRow' });
export type ModelRow = z.output<typeof modelRow>;

export const importModels = programmeCommand({
  method: 'PUT',
  path: '/machine-model-imports',
  query: {
    process: process.meta({ description: 'What the machines of the file do, where a row does not say.' }),
    apply,
    source: key.optional().meta({ description: 'The source of the programme that new models cite.' }),
  },
  takes: 'text/csv',
  may: 'keep-register',
  reply: z.object({
    applied: z.boolean(),
    totals: z.record(modelKind, z.number().int()),
    ignored: z.array(z.string()).meta({ description: 'Columns of the file that are not taken.' }),
    rows: z.array(modelRow),
  }),
  summary: 'Machines on the market, from a file',
  description:
    'Adds to the catalogue of machines from CSV with columns like Brand, Model, Working Area (`1245 x 710 mm`) and Materials, in any order. Materials are brought to the controlled list by their names in either language; one that is in no list is named, not dropped in silence. A model is found again by its brand and name.',
});
