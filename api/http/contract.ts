// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { civilDate, endpoint, key } from '../contract.ts';

/** Name or caption of a file, without line breaks and bidirectional control characters. */
export const shown = (most: number) =>
  z
    .string()
    .overwrite((name) => name.replace(/[\p{Cc}\p{Bidi_Control}]/gu, ''))
    .trim()
    .min(1)
    .max(most);

export const readStatus = endpoint({
  path: '/api/v1/status',
  params: {},
  query: {},
  reply: z.object({ state: z.literal('ok'), version: z.string(), today: civilDate }),
  may: 'anyone',
  summary: 'Readiness',
  description: 'Whether the service can serve: 503 while its database does not answer. Send it no requests then.',
});

export const readLiveness = endpoint({
  path: '/api/v1/status/live',
  params: {},
  query: {},
  reply: z.object({ state: z.literal('live'), version: z.string() }),
  may: 'anyone',
  summary: 'Liveness',
  description: 'That the process answers, whatever its database does. Restart it only if this fails.',
});

export const watchProgramme = endpoint({
  path: '/api/v1/programmes/{programme}/live',
  params: { programme: key },
  query: {},
  reply: z.string().meta({
    description:
      'text/event-stream: an event `revision` after each committed change, `stale` while changes may go unheard.',
  }),
  may: 'anyone',
  summary: 'Changes as they happen',
  description: 'Server-sent events: tells that something was written, so that a page asks again. Holds no data.',
});

export const readOpenApi = endpoint({
  path: '/api/v1/openapi.json',
  params: {},
  query: {},
  reply: z.record(z.string(), z.unknown()).meta({ description: 'An OpenAPI 3.1 document.' }),
  may: 'anyone',
  summary: 'This API, described',
  description: 'The OpenAPI 3.1 document of everything that is served.',
});

export const language = z.enum(['it', 'en']);

export const email = z.email().max(254).meta({ description: 'An e-mail address; capitals do not count.' });

export const token = z.string().min(20).max(200);

export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\0\r\n]*$/);

export const done = z.object({ done: z.literal(true) });
