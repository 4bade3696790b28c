// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { endpoint, instant, key, ref, text } from '../../contract.ts';
import { done, email, language, line, token } from '../../http/contract.ts';

/** Name and contact of the requester. */
export const asker = { name: line(120), email, language: language.default('it') };

export const requestState = z.enum(['open', 'accepted', 'refused', 'ended']);

export const mine = z
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
  limit: 'request',
  refuses: ['request-ended'],
  summary: 'How my request stands',
  description: 'For whoever holds the link that was mailed; opening it the first time confirms the address.',
});

export const endRequest = endpoint({
  method: 'POST',
  path: '/api/v1/requests/end',
  input: { token },
  reply: done,
  may: 'anyone',
  limit: 'request',
  refuses: ['request-ended'],
  summary: 'Take my request back',
  description: 'Ends it, and erases name and address of who asked.',
});
