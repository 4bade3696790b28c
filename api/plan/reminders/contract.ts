// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { endpoint, key, programmeEndpoint } from '../../contract.ts';

const language = z.enum(['it', 'en']).default('it');

export const readCalendar = programmeEndpoint({
  path: '/calendar.ics',
  query: { area: key.optional(), cycle: key.optional(), language },
  gives: 'text/calendar',
  reply: z.string(),
  summary: 'Calendar',
  description: 'The milestones as a calendar to subscribe to: the day each happened, or the promise in force.',
});

export const readFeed = endpoint({
  path: '/api/v1/feeds/{feed}',
  params: { feed: z.string().regex(/^[\w-]{20,100}\.ics$/) },
  gives: 'text/calendar',
  reply: z.string(),
  may: 'anyone',
  summary: 'A person’s calendar',
  description: 'The milestones that somebody answers for, at the secret address that they made.',
});
