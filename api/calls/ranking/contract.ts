// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { civilDate, instant, key, programmeCommand, programmeEndpoint, serial, serialIn } from '../../contract.ts';
import { choicesOf } from '../../platform/fields/rules.ts';
import { csvFor } from '../../platform/tables/contract.ts';
import { rankingRecord } from './fields.ts';

const entry = z
  .object({
    number: z.number().int(),
    firm: z.string(),
    rank: z.number().int().nullable(),
    points: z.record(z.string(), z.number()),
    bonus: z.number(),
    total: z.number(),
    outcome: z.enum(['assigned', 'partial', 'waiting', 'below-threshold', 'excluded', 'gave-up', 'revoked']),
    lot: key.nullable(),
    amountCents: z.number().int(),
    tie: z.string().nullable(),
    reason: z.string().nullable().meta({ description: 'Why it was excluded.' }),
  })
  .meta({ id: 'RankingEntry' });

const ranking = z
  .object({
    number: z.number().int(),
    kind: z.enum(choicesOf(rankingRecord.fields.kind)),
    publishedOn: civilDate,
    act: z.string().nullable(),
    objectionsUntil: instant.nullable().meta({ description: 'Until when whoever applied may object to it.' }),
    entries: z.array(entry),
  })
  .meta({ id: 'Ranking' });
export type Ranking = z.output<typeof ranking>;

const one = { call: key };

export const listRankings = programmeEndpoint({
  path: '/calls/{call}/rankings',
  params: one,
  reply: z.object({ items: z.array(ranking) }),
  summary: 'The rankings of a call',
  description: 'Provisional, final, and each time somebody gave up (scorrimento), with scores and reasons.',
});

export const readInputs = programmeEndpoint({
  path: '/calls/{call}/rankings/{ranking}/recompute.json',
  params: { ...one, ranking: serialIn },
  reply: z
    .object({
      call: key,
      number: z.number().int(),
      seedHash: z.string().nullable(),
      input: z.record(z.string(), z.unknown()),
      entries: z.array(entry),
    })
    .meta({ id: 'RankingInputs' }),
  summary: 'Everything behind a ranking',
  description:
    'Rules, scores, preferences and seed: `npm run recompute -- <file>` computes it again, with no database.',
});

export const rankingCsv = programmeEndpoint({
  path: '/calls/{call}/rankings/{ranking}/ranking.csv',
  params: { ...one, ranking: serialIn },
  query: csvFor,
  gives: 'text/csv',
  reply: z.never(),
  summary: 'A ranking as CSV',
  description: 'One row for each application, with its points by criterion; sums of money in euro.',
});

export const publishRanking = programmeCommand({
  method: 'POST',
  path: '/calls/{call}/rankings',
  params: one,
  input: {
    kind: z.enum(choicesOf(rankingRecord.fields.kind)),
    act: z.string().trim().min(1).max(200),
    objectionsUntil: instant
      .nullable()
      .default(null)
      .meta({ description: 'Of a provisional one: until when one may object.' }),
    gaveUp: z.array(serial).max(500).default([]).meta({ description: 'Numbers of the applications that gave up.' }),
  },
  may: 'keep-calls',
  reply: ranking,
  refuses: [
    'call-not-closed',
    'consensus-open',
    'objections-cut',
    'objections-open',
    'objections-until-needed',
    'ranked-only',
    'ranking-final',
    'ranking-missing',
    'requests-open',
    'scores-open',
  ],
  summary: 'Publishes a ranking',
  description:
    'Computed by rule from what is published with it. The final one assigns: awards, and the spaces of the lots. `next` goes on down the ranking when somebody gave up.',
});
