// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { point } from '../../city/territory/contract.ts';
import {
  endpoint,
  instant,
  key,
  programmeCommand,
  programmeEndpoint,
  ref,
  serialIn,
  text,
  words,
} from '../../contract.ts';
import { done, email, language, line, token } from '../../people/accounts/contract.ts';
import { givenName } from '../../plan/milestones/contract.ts';
import { spaceKind } from '../../spaces/directory/contract.ts';
import { labKind, labStatus } from '../directory/contract.ts';

const paragraph = (most: number) => z.string().trim().min(1).max(most);
const link = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s\0]+$/);

/** Who asks, and how the answer finds them. */
export const asker = { name: line(120), email, language: language.default('it') };

export const proposed = z
  .object({
    labName: line(200),
    kind: labKind,
    address: line(200).nullable().default(null),
    latitude: z.number().min(-90).max(90).nullable().default(null),
    longitude: z.number().min(-180).max(180).nullable().default(null),
    url: link.nullable().default(null),
    about: paragraph(2000).nullable().default(null),
    mine: z.boolean().default(false).meta({ description: 'Whoever proposes it runs it, and wants to keep the entry.' }),
  })
  .meta({ id: 'ProposedLab' });

export const claimed = z
  .object({ evidence: paragraph(4000), url: link.nullable().default(null) })
  .meta({ id: 'ClaimedLab' });

export const reported = z
  .object({
    name: line(200).meta({ description: 'What and where, in a few words.' }),
    kind: spaceKind.nullable().default(null),
    address: line(200).nullable().default(null),
    latitude: z.number().min(-90).max(90).nullable().default(null),
    longitude: z.number().min(-180).max(180).nullable().default(null),
    about: paragraph(2000).nullable().default(null).meta({ description: 'What one sees of it.' }),
  })
  .meta({ id: 'ReportedSpace' });

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
  summary: 'Claim a lab',
  description: 'Asks to keep an entry that nobody keeps. An official decides, with reasons.',
});

export const requestState = z.enum(['open', 'accepted', 'refused', 'ended']);

const mine = z
  .object({
    kind: z.enum(['proposal', 'claim', 'need', 'space']),
    programme: z.object({ key, name: text }),
    lab: ref.nullable(),
    space: ref.nullable(),
    content: z.record(z.string(), z.unknown()),
    state: requestState,
    madeAt: instant,
    office: z.string().nullable().meta({ description: 'Which office has it in hand; null while none has.' }),
    answer: z.string().nullable(),
    answeredAt: instant.nullable(),
    asks: z.array(
      z.object({
        lab: ref,
        state: z.enum(['asked', 'offered', 'declined']),
        askedAt: instant,
        answer: z.string().nullable(),
        answeredAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'MyRequest' });
export type MyRequest = z.output<typeof mine>;

export const lookAtRequest = endpoint({
  method: 'POST',
  path: '/api/v1/requests/look',
  input: { token },
  reply: mine,
  may: 'anyone',
  summary: 'How my request stands',
  description: 'For whoever holds the link that was mailed; opening it the first time confirms the address.',
});

export const endRequest = endpoint({
  method: 'POST',
  path: '/api/v1/requests/end',
  input: { token },
  reply: done,
  may: 'anyone',
  summary: 'Take my request back',
  description: 'Ends it, and erases name and address of who asked.',
});

const request = z
  .object({
    requestId: z.number().int(),
    kind: z.enum(['proposal', 'claim', 'space']),
    lab: ref.nullable(),
    space: ref.nullable(),
    proposed: proposed.nullable(),
    claimed: claimed.nullable(),
    reported: reported.nullable(),
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
  summary: 'Answers a proposal or a claim',
  description:
    'Accepted, a proposal becomes an entry and a claim makes its author the keeper. Refused, it needs words. Whoever asked is told by mail.',
});
