// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { indicator } from '../../city/indicators/contract.ts';
import { cycle } from '../../city/programmes/contract.ts';
import { peripheryShare, zone } from '../../city/territory/contract.ts';
import { civilDate, key, programmeEndpoint, ref, share, text } from '../../contract.ts';
import { milestoneSummary, progress } from '../../plan/milestones/contract.ts';
import { change } from '../../platform/history/contract.ts';

const points = z.array(z.object({ on: civilDate, share }));

const areaCard = z
  .object({
    area: ref.extend({ position: z.number().int(), whole: z.boolean() }),
    progress,
    next: milestoneSummary.nullable().meta({ description: 'What is due next in the area.' }),
    late: z.array(milestoneSummary),
  })
  .meta({ id: 'AreaCard' });
export type AreaCard = z.output<typeof areaCard>;

export const readDashboard = programmeEndpoint({
  path: '/dashboard',
  query: { cycle: key.optional().meta({ description: 'Another cycle than the one shown by default.' }) },
  reply: z.object({
    day: civilDate,
    judgedDay: civilDate.meta({ description: "The day, but never past the cycle's end." }),
    cycle: cycle.nullable(),
    progress,
    worst: milestoneSummary.nullable().meta({
      description: 'The milestone that is late by the longest; where none is late, the one at risk by the longest.',
    }),
    areas: z.array(areaCard),
    curve: z.object({ promised: points, replanned: points, reached: points }),
    milestones: z.array(milestoneSummary),
    periphery: z.object({ definition: text, shares: z.array(peripheryShare) }),
    tiles: z.array(zone),
    indicators: z.array(indicator),
    changes: z.array(change),
    updatedOn: civilDate.nullable().meta({ description: 'The day of the latest known fact.' }),
    source: ref.nullable(),
  }),
  summary: 'Dashboard',
  description:
    'The whole overview of a programme in one answer: the cycle and its areas, the curve, the plan, the periphery, indicators, latest changes.',
});
