// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { containing } from '../milestones/reads.ts';
import type { Reader } from '../past.ts';
import { zoneBranch } from '../territory/reads.ts';

export interface SpaceFilter {
  key?: string | undefined;
  kind?: string | undefined;
  state?: string | undefined;
  zone?: string | undefined;
  q?: string | undefined;
}

function matching(reader: Reader, filter: SpaceFilter) {
  let query = reader.db.selectFrom('space as p').where('p.programme_id', '=', reader.programmeId);
  if (filter.key) query = query.where('p.key', '=', filter.key);
  if (filter.kind) query = query.where('p.kind', '=', filter.kind as never);
  if (filter.state) query = query.where('p.state', '=', filter.state as never);
  if (filter.zone) query = query.where('p.zone', 'in', zoneBranch(reader, filter.zone));
  if (filter.q) query = query.where(containing('p.name', filter.q));
  return query;
}

/** The calls that offered the space of the query around it. */
function callsOf({ db, programmeId }: Reader) {
  return jsonArrayFrom(
    db
      .selectFrom('lot as t')
      .innerJoin('call as c', (join) => join.onRef('c.key', '=', 't.call').on('c.programme_id', '=', programmeId))
      .where('t.programme_id', '=', programmeId)
      .where('t.space', '=', sql.ref<string>('p.key'))
      .select(['c.key', 'c.name'])
      .orderBy('c.key'),
  );
}

/** Spaces by name; `after` holds name and key of the last one read. */
export async function readSpaces(
  reader: Reader,
  filter: SpaceFilter,
  page: { limit: number; after?: string[] | undefined },
) {
  const { programmeId } = reader;
  const name = sql<string>`p.name ->> 'it'`;
  let query = matching(reader, filter)
    .leftJoin('zone as z', (join) => join.onRef('z.key', '=', 'p.zone').on('z.programme_id', '=', programmeId))
    .leftJoin('organisation as o', (join) => join.onRef('o.key', '=', 'p.owner').on('o.programme_id', '=', programmeId))
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'p.source').on('s.programme_id', '=', programmeId))
    .select([
      'p.key',
      'p.name',
      'p.kind',
      'p.owner_kind',
      'p.summary',
      'p.address',
      'p.latitude',
      'p.longitude',
      'p.floor_area_m2',
      'p.state',
      'p.note',
    ])
    .select(['p.state_since', 'p.state_precision', 'p.disused_since', 'p.disused_precision'])
    .select([
      'p.zone',
      'z.name as zone_name',
      'z.periphery',
      'p.owner',
      'o.name as owner_name',
      'p.source',
      's.title as source_title',
    ])
    .select(callsOf(reader).as('calls'))
    .orderBy(name)
    .orderBy('p.key')
    .limit(page.limit);
  if (page.after)
    query = query.where(sql<boolean>`(${name}, p.key::text) > (${page.after[0]}::text, ${page.after[1]}::text)`);
  return query.execute();
}

export async function countSpaces(reader: Reader, filter: SpaceFilter): Promise<number> {
  const { n } = await matching(reader, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}
