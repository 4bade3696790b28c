// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { civilDate, key, programmeEndpoint, text, when } from '../../contract.ts';
import { spaceState } from '../directory/contract.ts';

export const reuse = z
  .object({
    pace: z.enum(['month', 'half-year', 'year']),
    flow: z.array(z.object({ on: civilDate, counts: z.record(spaceState, z.number().int()) })).meta({
      description: 'At the end of each span, how many spaces had each state; the last day is the one judged.',
    }),
    reused: z
      .array(
        z.object({
          key,
          name: text,
          disusedSince: when,
          inUseSince: civilDate,
          days: z.number().int().meta({ description: 'From the end of the span since which it was disused.' }),
        }),
      )
      .meta({ description: 'The spaces that came into use and whose disuse is dated, the first first.' }),
    medianDays: z.number().nullable(),
  })
  .meta({ id: 'Reuse' });
export type Reuse = z.output<typeof reuse>;

export const readReuse = programmeEndpoint({
  path: '/reuse',
  reply: reuse,
  summary: 'How spaces come back to use',
  description: 'Spaces by state over time, and how long each was empty, from what the log holds of their states.',
});
