// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { key, programmeCommand } from '../../contract.ts';

export const grantAdmitted = programmeCommand({
  method: 'POST',
  path: '/calls/{call}/grants',
  params: { call: key },
  input: { act: z.string().trim().min(1).max(200) },
  may: 'keep-calls',
  reply: z.object({ call: key, granted: z.number().int() }),
  refuses: ['nothing-to-grant'],
  summary: 'Grants what a fund has admitted',
  description:
    'In a first-come call: every application that is admitted and was not granted yet becomes an award, by one act. Repeatable.',
});
