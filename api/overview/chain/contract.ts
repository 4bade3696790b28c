// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { awardSummary, callState } from '../../calls/published/contract.ts';
import { key, programmeEndpoint, text, when } from '../../contract.ts';
import { spaceState } from '../../spaces/directory/contract.ts';
import { linkKinds, mostThreads } from './rules.ts';

const focus = z.enum([...linkKinds, 'zone']);
const id = z.string().nullable();

const item = z
  .object({
    id: z.string().meta({ description: 'Kind and key: "call:bando-botteghe".' }),
    kind: z.enum(linkKinds),
    key,
    name: text.nullable().meta({ description: 'Null for an award, which has no name of its own.' }),
    done: when.nullable().meta({ description: 'Of a milestone: when it was reached.' }),
    callState: callState.nullable(),
    spaceState: spaceState.nullable(),
    award: awardSummary
      .pick({ stage: true, recipients: true, recipientKind: true, amountEur: true, openedOn: true })
      .nullable(),
  })
  .meta({ id: 'ChainItem' });
export type ChainItem = z.output<typeof item>;

const chain = z
  .object({
    of: z
      .object({ kind: focus, key, name: text })
      .nullable()
      .meta({ description: 'What it was asked of; null for the whole programme.' }),
    items: z.array(item),
    threads: z
      .array(z.object({ area: id, milestone: id, call: id, space: id, organisation: id, award: id }))
      .meta({ description: 'Each way through the chain, by the ids of its items; null where it passes none.' }),
    total: z.number().int(),
    leftOut: z
      .number()
      .int()
      .meta({ description: `At most ${mostThreads} threads are given, of the latest calls.` }),
  })
  .meta({ id: 'Chain' });
export type Chain = z.output<typeof chain>;

export const readChain = programmeEndpoint({
  path: '/chain',
  // Not cached: call statuses change at an instant without a write.
  cached: false,
  query: { from: focus.optional(), key: key.optional() },
  reply: chain,
  summary: 'The chain through one thing',
  description:
    'From area and milestone through call and space to the firm and what came of it: all that hangs together with one of them, or that lies in a zone; without `from` and `key`, of the whole programme.',
});
