// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { endpoint, eur, instant, key, programmeCommand, serialIn } from '../../contract.ts';
import { done } from '../../http/contract.ts';

const fund = z
  .object({
    budgetEur: eur,
    committedEur: eur,
    leftEur: eur,
    arrivals: z.number().int(),
    waiting: z.number().int(),
    now: instant,
    order: z
      .array(
        z.object({
          arrival: z.number().int(),
          requestedEur: eur,
          state: z.enum(['admitted', 'waiting', 'refused', 'released']),
          amountEur: eur,
          why: z.string(),
          decidedAt: instant,
        }),
      )
      .meta({ description: 'The committed order of arrival, without names: anybody can follow it to the last euro.' }),
  })
  .meta({ id: 'FirstComeFund' });

const programmePath = '/api/v1/programmes/{programme}' as const;

export const readFirstComeFund = endpoint({
  path: `${programmePath}/calls/{call}/first-come-fund`,
  params: { programme: key, call: key },
  reply: fund,
  may: 'anyone',
  summary: 'A fund in the order of arrival, as it stands',
  description: 'Never kept: it is what is committed at this moment.',
});

export const releaseGrant = programmeCommand({
  method: 'POST',
  path: '/calls/{call}/applications/{application}/release',
  params: { call: key, application: serialIn },
  input: { reason: z.string().trim().min(1).max(2000) },
  may: 'keep-calls',
  reply: done,
  refuses: ['award-stands'],
  summary: 'Releases a grant',
  description: 'Given up or revoked: its money goes to those who wait, in their order.',
});
