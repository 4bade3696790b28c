// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { key, programmeEndpoint, ref, text, when } from '../../contract.ts';
import { choicesOf } from '../../platform/fields/rules.ts';
import { eventRecord } from './fields.ts';

export const eventKind = z.enum(choicesOf(eventRecord.fields.kind));

export const event = z
  .object({
    key,
    name: text,
    kind: eventKind,
    theme: text.nullable(),
    summary: text.nullable(),
    state: z.enum(choicesOf(eventRecord.fields.state)),
    held: when.nullable().meta({ description: 'When it was or is to be held; null when no date is known.' }),
    place: z.string().nullable(),
    zone: ref.nullable(),
    area: ref.nullable(),
    sessions: z.number().int(),
    source: ref.nullable(),
    note: text.nullable(),
  })
  .meta({ id: 'Event' });
export type Event = z.output<typeof event>;

const session = z.object({
  key,
  position: z.number().int(),
  name: text,
  speakers: z.string().nullable(),
  summary: text.nullable(),
  source: ref.nullable(),
});

export const listEvents = programmeEndpoint({
  path: '/events',
  query: { kind: eventKind.optional(), area: key.optional() },
  reply: z.object({ items: z.array(event) }),
  summary: 'Events',
  description:
    'Roadshow stops, competitions, forums, launches and listening meetings, in the order of time; those without a date last.',
});

export const readEvent = programmeEndpoint({
  path: '/events/{event}',
  params: { event: key },
  reply: event.extend({ sessionList: z.array(session) }).meta({ id: 'EventWithSessions' }),
  summary: 'One event',
  description: 'An event with its panels and who spoke.',
});
