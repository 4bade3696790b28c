// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import {
  civilDate,
  endpoint,
  instant,
  key,
  latitude,
  longitude,
  programmeCommand,
  programmeEndpoint,
  serialIn,
  text,
} from '../../contract.ts';
import { done } from '../../http/contract.ts';
import { asker } from '../../platform/requests/contract.ts';
import { freshness, labSummary } from '../directory/contract.ts';
import { material, process } from '../vocabulary/contract.ts';

const millimetres = z.number().int().min(1).max(100_000).nullable().default(null);

/** The machine-checkable part of a request. */
const sought = {
  process,
  material: material.nullable().default(null),
  widthMm: millimetres,
  depthMm: millimetres,
  heightMm: millimetres,
  quantity: z.number().int().min(1).max(1_000_000).nullable().default(null),
  byDay: civilDate.nullable().default(null),
  near: z.object({ latitude, longitude }).nullable().default(null),
};

const reason = z
  .object({
    what: z.enum(['machine', 'size', 'material', 'quantity', 'time', 'distance', 'qualified', 'freshness']),
    holds: z
      .enum(['yes', 'unknown', 'no'])
      .meta({ description: 'What the entry says; `unknown`: it says nothing of it.' }),
    machine: z.string().optional(),
    process: process.optional(),
    area: z.object({ widthMm: z.number().int(), depthMm: z.number().int() }).optional(),
    km: z.number().optional(),
    days: z.number().int().optional(),
    least: z.number().int().optional(),
    freshness: freshness.optional(),
  })
  .meta({ id: 'MatchReason' });
export type MatchReason = z.output<typeof reason>;

const match = z
  .object({
    lab: labSummary.pick({ key: true, name: true, kind: true, zone: true, address: true }),
    reasons: z.array(reason),
  })
  .meta({ id: 'Match' });
export type Match = z.output<typeof match>;

const programmePath = '/api/v1/programmes/{programme}' as const;

export const findLabs = endpoint({
  method: 'POST',
  path: `${programmePath}/matches`,
  params: { programme: key },
  input: sought,
  reply: z.object({ items: z.array(match), excluded: z.number().int() }),
  may: 'anyone',
  limit: 'match',
  summary: 'Which labs could make this',
  description:
    'Ranks the labs that have the process by what their entries say, with the reasons. Nothing of it is kept. Those of which the entry says that they cannot are only counted.',
});

export const makeNeed = endpoint({
  method: 'POST',
  path: `${programmePath}/needs`,
  params: { programme: key },
  input: {
    ...asker,
    need: z.object({
      ...sought,
      confidential: z.boolean().default(false),
      about: z.string().trim().min(1).max(4000),
    }),
    labs: z.array(key).min(1).max(10),
  },
  reply: done,
  may: 'anyone',
  limit: 'need',
  summary: 'Ask labs',
  description: 'Sends the need to these labs once the e-mail address is confirmed. Nobody else sees it, nor who asks.',
});

const asked = z
  .object({
    requestId: z.number().int(),
    askedAt: instant,
    state: z.enum(['asked', 'offered', 'declined']),
    confidential: z.boolean(),
    need: z.object(sought),
    about: z.string().nullable().meta({ description: 'null while it is confidential and was not opened.' }),
    asker: z.object({ name: z.string(), email: z.string() }).nullable(),
    answer: z.string().nullable(),
  })
  .meta({ id: 'Asked' });
export type Asked = z.output<typeof asked>;

const one = { lab: key };
const numbered = { ...one, request: serialIn };

export const listAsked = programmeEndpoint({
  path: '/labs/{lab}/asked',
  params: one,
  may: 'answer-needs',
  reply: z.object({ name: text, items: z.array(asked) }),
  summary: 'What firms asked a lab',
  description:
    'For those who keep the lab, and nobody else: officials see how many needs there are, not what they are.',
});

export const openAsked = programmeCommand({
  method: 'POST',
  path: '/labs/{lab}/asked/{request}/opening',
  params: numbered,
  may: 'answer-needs',
  reply: done,
  summary: 'Opens what is confidential',
  description: 'Whoever opens it promises to keep it within the lab; when is written down.',
});

export const answerAsked = programmeCommand({
  method: 'POST',
  path: '/labs/{lab}/asked/{request}/answer',
  params: numbered,
  input: {
    offered: z.boolean(),
    answer: z.string().trim().min(1).max(4000),
  },
  may: 'answer-needs',
  reply: done,
  refuses: ['answered-already'],
  summary: 'Answers a firm',
  description: 'The firm is told by mail, and by nobody else.',
});
