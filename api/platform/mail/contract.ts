// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { endpoint, instant } from '../../contract.ts';

export const listOutbox = endpoint({
  path: '/api/v1/outbox',
  reply: z.object({
    items: z.array(
      z.object({
        mailId: z.number().int(),
        recipient: z.string(),
        subject: z.string(),
        body: z.string(),
        madeAt: instant,
      }),
    ),
  }),
  may: 'anyone',
  summary: 'The local outbox',
  description:
    'Mails that are not sent because no mail server is set up. Shown on this machine alone: anywhere else there is no such address.',
});
