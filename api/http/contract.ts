// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { civilDate, endpoint } from '../contract.ts';

export const readStatus = endpoint({
  path: '/api/v1/status',
  params: {},
  query: {},
  reply: z.object({ state: z.enum(['ok', 'no-database']), version: z.string(), today: civilDate }),
  may: 'anyone',
  summary: 'Status',
  description: 'Whether the service answers and its database with it.',
});
