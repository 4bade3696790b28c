// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { civilDate, key, listOf, paging, programmeEndpoint, ref, share, text, when, words } from '../contract.ts';

export const status = z.enum([
  'reached-on-time',
  'reached-late',
  'late',
  'at-risk',
  'on-track',
  'withdrawn',
  'not-recorded',
]);
export type Status = z.output<typeof status>;

export const cycle = z
  .object({
    key,
    name: text,
    startsOn: civilDate,
    endsOn: civilDate,
    adoptedOn: civilDate.nullable(),
    adoptedAct: z.string().nullable(),
    closedOn: civilDate.nullable(),
    milestones: z.number().int(),
  })
  .meta({ id: 'Cycle' });
export type Cycle = z.output<typeof cycle>;

const forecast = when.extend({ reportedOn: civilDate, reason: text.nullable() }).meta({ id: 'Forecast' });

export const milestoneSummary = z
  .object({
    key,
    name: text,
    area: ref,
    cycle: ref,
    owner: ref.nullable(),
    zone: ref.nullable(),
    weight: z.number(),
    firstPromise: when,
    promise: when.meta({ description: 'The promise in force.' }),
    replans: z.number().int(),
    forecast: forecast.nullable(),
    done: when.nullable(),
    withdrawnOn: civilDate.nullable(),
    status,
    delayDays: z.number().int().nullable().meta({
      description: 'Days after the first promise; negative when reached before it; null when no outcome is known.',
    }),
    evidence: z.number().int(),
  })
  .meta({ id: 'MilestoneSummary' });
export type MilestoneSummary = z.output<typeof milestoneSummary>;

export const trendLine = z
  .object({
    key,
    name: text,
    points: z.array(
      z.object({ reportedOn: civilDate, date: civilDate, kind: z.enum(['promise', 'forecast', 'done']) }),
    ),
  })
  .meta({ id: 'TrendLine', description: 'What date was promised, forecast or reached, by the day it was said.' });
export type TrendLine = z.output<typeof trendLine>;

export const milestone = milestoneSummary
  .extend({
    summary: text.nullable(),
    outcome: text.nullable(),
    withdrawnReason: text.nullable(),
    note: text.nullable(),
    source: ref.nullable(),
    initiative: ref.nullable(),
    promises: z.array(
      z.object({
        number: z.number().int(),
        due: when,
        madeOn: civilDate,
        reason: text.nullable(),
        source: ref.nullable(),
      }),
    ),
    forecasts: z.array(forecast.extend({ source: ref.nullable() })),
    evidenceItems: z.array(
      z.object({
        key,
        kind: z.enum(['document', 'link']),
        name: text,
        url: z.string().nullable(),
        issued: when.nullable(),
        source: ref.nullable(),
        note: text.nullable(),
      }),
    ),
    dependsOn: z.array(milestoneSummary),
    neededBy: z.array(milestoneSummary),
    trend: trendLine,
  })
  .meta({ id: 'Milestone' });

export const milestoneSort = z.enum(['promise', '-promise', 'area', '-area', 'name', '-name', 'delay', '-delay']);
export type MilestoneSort = z.output<typeof milestoneSort>;

export const listMilestones = programmeEndpoint({
  path: '/milestones',
  query: {
    cycle: key.optional(),
    area: key.optional(),
    status: status.optional(),
    zone: key.optional().meta({ description: 'A zone; the zones within it count too.' }),
    owner: key.optional(),
    q: words.optional().meta({ description: 'Words of the name, in either language.' }),
    sort: milestoneSort.default('promise'),
    ...paging,
  },
  reply: listOf(milestoneSummary),
  summary: 'Milestones',
  description:
    'The milestones of a programme with their first promise, promise in force, forecast, outcome and derived status.',
});

export const readMilestone = programmeEndpoint({
  path: '/milestones/{milestone}',
  params: { milestone: key },
  reply: milestone,
  summary: 'One milestone',
  description: 'A milestone with every promise ever made for it, its forecasts, evidence and dependencies.',
});

export const listCycles = programmeEndpoint({
  path: '/cycles',
  reply: z.object({ items: z.array(cycle) }),
  summary: 'Cycles',
  description: 'The six-month windows of a programme, in the order of time.',
});

export const readTrend = programmeEndpoint({
  path: '/cycles/{cycle}/trend',
  params: { cycle: key },
  reply: z.object({ cycle, day: civilDate, lines: z.array(trendLine) }),
  summary: 'Milestone trend of a cycle',
  description: 'For every milestone of the cycle the dates given for it, by the day on which they were given.',
});

/** Shares of the weight of a set of milestones, at one day. */
export const progress = z
  .object({
    milestones: z.number().int(),
    reached: z.number().int(),
    promisedShare: share.nullable(),
    reachedShare: share.nullable(),
    spi: z
      .number()
      .nullable()
      .meta({ description: 'Schedule performance index: reached / promised; null before anything was due.' }),
    byStatus: z.record(status, z.number().int()),
  })
  .meta({ id: 'Progress' });
export type Progress = z.output<typeof progress>;
