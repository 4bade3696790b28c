// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod';
import { civilDate, key, listOf, paging, programmeEndpoint, ref, share, text, when, words } from '../../contract.ts';
import { choicesOf } from '../../platform/fields/rules.ts';
import { version } from '../../platform/records/contract.ts';
import * as lists from './choices.fields.ts';

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

export const weight = z.number().positive().max(9999.99).multipleOf(0.01);

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
    awaitingCheck: z.boolean().meta({ description: 'Said to be reached; a second person has not yet answered.' }),
    notReportedSince: civilDate.nullable().meta({
      description: 'The day of the last report, where none was made for 30 days and one is owed.',
    }),
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

export const reasonKind = z.enum(choicesOf({ choices: lists.reasonKindWords }));
export type ReasonKind = z.output<typeof reasonKind>;

export const evidenceItem = z
  .object({
    key,
    kind: z.enum(choicesOf({ choices: lists.evidenceKindWords })),
    name: text,
    url: z.string().nullable(),
    file: z
      .object({
        name: z.string(),
        type: z.string(),
        bytes: z.number().int(),
        sha256: z.string(),
        address: z.string().meta({ description: 'Where the file is read, on this server.' }),
      })
      .nullable(),
    issued: when.nullable(),
    source: ref.nullable(),
    note: text.nullable(),
  })
  .meta({ id: 'EvidenceItem' });

export const closing = z
  .object({
    number: z.number().int(),
    done: when.meta({ description: 'When it happened.' }),
    proposedOn: civilDate.meta({ description: 'When that was recorded.' }),
    state: z.enum(choicesOf({ choices: lists.closingStateWords })),
    answeredOn: civilDate.nullable(),
    answer: text.nullable(),
    unchecked: z.boolean().meta({ description: 'Confirmed without a second person: the programme asks for none.' }),
    note: text.nullable(),
  })
  .meta({ id: 'Closing' });

export const milestone = milestoneSummary
  .extend({
    version,
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
        reasonKind: reasonKind.nullable(),
        reason: text.nullable(),
        source: ref.nullable(),
      }),
    ),
    forecasts: z.array(
      forecast.extend({
        note: text.nullable().meta({ description: 'What was done.' }),
        source: ref.nullable(),
      }),
    ),
    evidenceItems: z.array(evidenceItem),
    closings: z.array(closing),
    recordedOn: civilDate
      .nullable()
      .meta({ description: 'The day on which the outcome became part of the record; `done` is when it happened.' }),
    fourEyes: z.boolean().meta({ description: 'A second person must check the closing.' }),
    continues: ref
      .extend({ firstPromise: when.nullable() })
      .nullable()
      .meta({ description: 'The milestone of an earlier cycle that this one goes on with.' }),
    continuedBy: ref.nullable(),
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
    reported: z.enum(['none']).optional().meta({ description: '`none`: those without a report for 30 days.' }),
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

/** Weighted shares (0–1) of a set of milestones on one day. */
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
