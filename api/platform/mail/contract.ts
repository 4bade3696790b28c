// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { endpoint, instant } from '../../contract.ts';

export const listOutbox = endpoint({
  method: 'POST',
  path: '/api/v1/outbox',
  input: { key: z.string().max(200) },
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
  limit: 'outbox',
  summary: 'The local outbox',
  description:
    'Mails that are not sent because no mail server is set up, for whoever has the secret link that the console prints. With a public address or a mail server there is no such address.',
});
