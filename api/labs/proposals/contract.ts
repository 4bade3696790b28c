// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod';
import { point } from '../../city/territory/contract.ts';
import {
  endpoint,
  instant,
  key,
  latitude,
  longitude,
  programmeCommand,
  programmeEndpoint,
  ref,
  serialIn,
  text,
  words,
} from '../../contract.ts';
import { done, line } from '../../http/contract.ts';
import { givenName } from '../../platform/records/contract.ts';
import { asker, requestState } from '../../platform/requests/contract.ts';
import { labKind, labStatus } from '../directory/contract.ts';

export const paragraph = (most: number) => z.string().trim().min(1).max(most);
export const link = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s\0]+$/);

export const proposed = z
  .object({
    labName: line(200),
    kind: labKind,
    address: line(200).nullable().default(null),
    latitude: latitude.nullable().default(null),
    longitude: longitude.nullable().default(null),
    url: link.nullable().default(null),
    about: paragraph(2000).nullable().default(null),
    mine: z.boolean().default(false).meta({ description: 'Whoever proposes it runs it, and wants to keep the entry.' }),
  })
  .meta({ id: 'ProposedLab' });

export const claimed = z
  .object({ evidence: paragraph(4000), url: link.nullable().default(null) })
  .meta({ id: 'ClaimedLab' });

const programmePath = '/api/v1/programmes/{programme}' as const;

export const listLookalikes = programmeEndpoint({
  path: '/lookalikes',
  query: {
    name: words.default(''),
    url: words.optional(),
    near: point.optional(),
  },
  reply: z.object({
    items: z.array(
      z.object({
        key,
        name: text,
        address: z.string().nullable(),
        status: labStatus,
        because: z.array(z.enum(['name', 'site', 'place'])),
      }),
    ),
  }),
  summary: 'Entries that may be the same lab',
  description: 'By a name much alike, the same web site, or a place within 150 m.',
});

export const proposeLab = endpoint({
  method: 'POST',
  path: `${programmePath}/proposals`,
  params: { programme: key },
  input: { ...asker, lab: proposed },
  reply: done,
  may: 'anyone',
  limit: 'request',
  refuses: ['point-half', 'point-nowhere', 'point-outside'],
  summary: 'Propose a lab',
  description: 'Reaches the officials once the e-mail address is confirmed by the link that is sent to it.',
});

export const claimLab = endpoint({
  method: 'POST',
  path: `${programmePath}/labs/{lab}/claims`,
  params: { programme: key, lab: key },
  input: { ...asker, ...claimed.shape },
  reply: done,
  may: 'anyone',
  limit: 'request',
  refuses: ['lab-kept'],
  summary: 'Claim a lab',
  description: 'Asks to keep an entry that nobody keeps. An official decides, with reasons.',
});

export const request = z
  .object({
    requestId: z.number().int(),
    kind: z.enum(['proposal', 'claim', 'space']),
    lab: ref.nullable(),
    space: ref.nullable(),
    proposed: proposed.nullable(),
    claimed: claimed.nullable(),
    reported: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: 'A report of an empty space, as it was sent.' }),
    name: z.string(),
    email: z.string(),
    madeAt: instant,
    days: z.number().int().meta({ description: 'How long it waits, or waited.' }),
    office: z.string().nullable(),
    mine: z.boolean().meta({ description: 'Whether the one who reads has it in hand.' }),
    state: requestState,
    answer: z.string().nullable(),
  })
  .meta({ id: 'RegisterRequest' });
export type RegisterRequest = z.output<typeof request>;

export const listRequests = programmeEndpoint({
  path: '/requests',
  may: 'keep-register',
  reply: z.object({
    items: z.array(request),
    needs: z.object({ made: z.number().int(), asked: z.number().int(), offered: z.number().int() }),
  }),
  summary: 'Proposals, claims and reports',
  description: 'What waits for an answer and what was answered; of the needs of firms only how many there are.',
});

export const takeRequest = programmeCommand({
  method: 'POST',
  path: '/requests/{request}/taking',
  params: { request: serialIn },
  may: 'keep-register',
  reply: done,
  summary: 'Takes a request in hand',
  description: 'Whoever asked sees which office has it.',
});

export const answerRequest = programmeCommand({
  method: 'POST',
  path: '/requests/{request}/answer',
  params: { request: serialIn },
  input: {
    accepted: z.boolean(),
    answer: paragraph(4000).optional(),
    name: givenName.optional().meta({ description: 'The name of a proposed lab, as it goes into the register.' }),
    existing: key.optional().meta({ description: 'The entry that a proposal turns out to be: no new one is made.' }),
  },
  may: 'keep-register',
  reply: z.object({ lab: key.nullable() }),
  refuses: ['answered-already', 'words-needed'],
  summary: 'Answers a proposal or a claim',
  description:
    'Accepted, a proposal becomes an entry and a claim makes its author the keeper. Refused, it needs words. Whoever asked is told by mail.',
});
