// SPDX-License-Identifier: AGPL-3.0-or-later
import { readEvents, readSessions } from '../../../db/city/events/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { refOf, whenOf } from '../../contract.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Event } from './contract.ts';

function eventOf(row: Awaited<ReturnType<typeof readEvents>>[number]): Event {
  return {
    key: row.key,
    name: row.name,
    kind: row.kind,
    theme: row.theme,
    summary: row.summary,
    state: row.state,
    held: whenOf(row.held_on, row.held_precision),
    place: row.place,
    zone: refOf(row.zone, row.zone_name),
    area: refOf(row.area, row.area_name),
    sessions: row.sessions ?? 0,
    source: refOf(row.source, row.source_title),
    note: row.note,
  };
}

export async function eventsView(reader: Reader, filter: { kind?: string | undefined; area?: string | undefined }) {
  return { items: (await readEvents(reader, filter)).map(eventOf) };
}

export async function eventView(reader: Reader, key: string) {
  const [row] = await readEvents(reader, { key });
  if (!row) throw new Refused({ code: 'unknown-item', item: key });
  const sessions = await readSessions(reader, key);
  return {
    ...eventOf(row),
    sessionList: sessions.map(({ source, source_title, ...one }) => ({ ...one, source: refOf(source, source_title) })),
  };
}
