// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { key, programmeCommand, programmeEndpoint } from '../../contract.ts';

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const readSheet = programmeEndpoint({
  path: '/cycles/{cycle}/plan.xlsx',
  params: { cycle: key },
  gives: xlsx,
  may: 'see-drafts',
  reply: z.string(),
  summary: 'A plan as a spreadsheet',
  description:
    'The milestones of a cycle, to be edited and sent back. A second sheet explains the columns and lists the keys.',
});

const cell = z.string().nullable();

export const sheetRow = z
  .object({
    row: z.number().int().meta({ description: 'The row of the sheet, as the spreadsheet numbers it.' }),
    key: z.string().nullable(),
    name: z.string(),
    kind: z.enum(['added', 'changed', 'same', 'refused', 'overtaken']),
    fields: z.array(z.object({ name: z.string(), before: cell, after: cell })),
    reasons: z.array(z.object({ name: z.string(), reason: z.string() })),
  })
  .meta({ id: 'SheetRow' });
export type SheetRow = z.output<typeof sheetRow>;

export const sendSheet = programmeCommand({
  method: 'POST',
  path: '/cycles/{cycle}/plan-sheet',
  params: { cycle: key },
  query: { apply: z.enum(['true', 'false']).default('false') },
  takes: xlsx,
  may: 'keep-milestones',
  reply: z.object({ applied: z.boolean(), rows: z.array(sheetRow) }),
  refuses: [
    'awaits-check',
    'blur-private',
    'closed-while-open',
    'cycle-closed',
    'date-future',
    'date-needed',
    'date-past',
    'days-reversed',
    'figure-fixed',
    'hours-overlap',
    'hours-reversed',
    'not-adopted',
    'point-half',
    'point-nowhere',
    'point-outside',
    'reached-already',
    'reason-needed',
    'same-date',
    'space-by-call',
    'version-without-key',
    'withdrawn-already',
  ],
  summary: 'A plan from a spreadsheet',
  description:
    'Shows what the sheet would change: added, changed, refused with reasons, changed meanwhile by others. With `apply=true` all of it is written as one recorded change, or, if any row is refused or overtaken, nothing. Rows that are not in the sheet stay as they are.',
});
