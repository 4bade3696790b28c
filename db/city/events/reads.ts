// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../past.ts';

export async function readEvents(
  { db, programmeId }: Reader,
  filter: { key?: string | undefined; kind?: string | undefined; area?: string | undefined },
) {
  const sessions = db
    .selectFrom('event_session')
    .where('programme_id', '=', programmeId)
    .select(['event', (eb) => eb.fn.countAll<number>().as('n')])
    .groupBy('event');
  let query = db
    .selectFrom('event as e')
    .leftJoin('zone as z', (join) => join.onRef('z.key', '=', 'e.zone').on('z.programme_id', '=', programmeId))
    .leftJoin('area as a', (join) => join.onRef('a.key', '=', 'e.area').on('a.programme_id', '=', programmeId))
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'e.source').on('s.programme_id', '=', programmeId))
    .leftJoin(sessions.as('n'), 'n.event', 'e.key')
    .where('e.programme_id', '=', programmeId)
    .select([
      'e.key',
      'e.name',
      'e.kind',
      'e.theme',
      'e.summary',
      'e.state',
      'e.held_on',
      'e.held_precision',
      'e.place',
      'e.note',
    ])
    .select([
      'e.zone',
      'z.name as zone_name',
      'e.area',
      'a.name as area_name',
      'e.source',
      's.title as source_title',
      'n.n as sessions',
    ])
    .orderBy('e.held_on', (order) => order.asc().nullsLast())
    .orderBy('e.position')
    .orderBy('e.key');
  if (filter.key) query = query.where('e.key', '=', filter.key);
  if (filter.kind) query = query.where('e.kind', '=', filter.kind as never);
  if (filter.area) query = query.where('e.area', '=', filter.area);
  return query.execute();
}

export async function readSessions({ db, programmeId }: Reader, event: string) {
  return db
    .selectFrom('event_session as n')
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'n.source').on('s.programme_id', '=', programmeId))
    .where('n.programme_id', '=', programmeId)
    .where('n.event', '=', event)
    .select(['n.key', 'n.position', 'n.name', 'n.speakers', 'n.summary', 'n.source', 's.title as source_title'])
    .orderBy('n.position')
    .execute();
}
