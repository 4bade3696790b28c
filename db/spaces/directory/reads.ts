// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { zoneBranch } from '../../city/territory/reads.ts';
import { latestChange, type Reader } from '../../past.ts';
import type { Bilingual, SpaceTable } from '../../schema.ts';

export interface SpaceFilter {
  key?: string | undefined;
  kind?: string | undefined;
  state?: string | undefined;
  ownerKind?: string | undefined;
  zone?: string | undefined;
  areaFrom?: number | undefined;
  areaTo?: number | undefined;
  q?: string | undefined;
}

/** True if a space's texts contain the query; `%` and `_` are literal. */
function told(words: string) {
  const pattern = `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`concat_ws(' ', p.name ->> 'it', p.name ->> 'en', p.summary ->> 'it', p.summary ->> 'en',
    p.last_use ->> 'it', p.last_use ->> 'en', p.address) ilike ${pattern}`;
}

function matching(reader: Reader, filter: SpaceFilter) {
  const { key, kind, state, ownerKind, zone, areaFrom, areaTo, q } = filter;
  let query = reader.db.selectFrom('space as p').where('p.programme_id', '=', reader.programmeId);
  if (key) query = query.where('p.key', '=', key);
  if (kind) query = query.where('p.kind', '=', kind as never);
  if (state) query = query.where('p.state', '=', state as never);
  if (ownerKind) query = query.where('p.owner_kind', '=', ownerKind as never);
  if (zone) query = query.where('p.zone', 'in', zoneBranch(reader, zone));
  if (areaFrom !== undefined) query = query.where('p.floor_area_m2', '>=', areaFrom);
  if (areaTo !== undefined) query = query.where('p.floor_area_m2', '<=', areaTo);
  return q?.trim() ? query.where(told(q)) : query;
}

/** Calls that offered the space of the outer query. */
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

/** Spaces by name; `after` holds name and key of the previous page's last row. */
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
    .selectAll('p')
    .select(['z.name as zone_name', 'z.periphery', 'o.name as owner_name', 's.title as source_title'])
    .select(callsOf(reader).as('calls'))
    .orderBy(name)
    .orderBy('p.key')
    .limit(page.limit);
  if (page.after)
    query = query.where(sql<boolean>`(${name}, p.key::text) > (${page.after[0]}::text, ${page.after[1]}::text)`);
  return query.execute();
}
export type SpaceRow = Awaited<ReturnType<typeof readSpaces>>[number];

/** Number of matches per zone; null for those without a known zone. */
export async function countSpaces(reader: Reader, filter: SpaceFilter) {
  return matching(reader, filter)
    .groupBy('p.zone')
    .select(['p.zone', (eb) => eb.fn.countAll<number>().as('spaces')])
    .orderBy('p.zone')
    .execute();
}

/** Complete row of one space, with its version. */
export async function readSpaceBody(reader: Reader, key: string) {
  const { db, programmeId } = reader;
  return db
    .selectFrom('space as p')
    .where('p.programme_id', '=', programmeId)
    .where('p.key', '=', key)
    .selectAll('p')
    .select(latestChange(reader, 'space', 'p.key').as('version'))
    .executeTakeFirst();
}
export type SpaceBody = NonNullable<Awaited<ReturnType<typeof readSpaceBody>>>;

/** A space, locked until commit. */
export async function lockSpace({ db, programmeId }: Reader, key: string) {
  return db
    .selectFrom('space')
    .where('programme_id', '=', programmeId)
    .where('key', '=', key)
    .selectAll()
    .forNoKeyUpdate()
    .executeTakeFirst();
}
export type LockedSpace = NonNullable<Awaited<ReturnType<typeof lockSpace>>>;

interface StateRow {
  state: SpaceTable['state'];
  since: string | null;
  precision: SpaceTable['state_precision'];
  reason: Bilingual | null;
  known_on: string;
}

/** Logged statuses of a space, in the order in which they became known. */
export async function readStates({ db, programmeId, day }: Reader, key: string): Promise<StateRow[]> {
  const { rows } = await sql<StateRow>`
    select image ->> 'state' as state, image ->> 'state_since' as since, image ->> 'state_precision' as precision,
      nullif(image -> 'state_reason', 'null'::jsonb) as reason, known_on
    from public.change, public.image_now(table_name, id, after) as image where programme_id = ${programmeId} and table_name = 'space' and item = ${key}
      and known_on <= ${day} and after is not null
    order by known_on, id`.execute(db);
  return rows;
}

/** Exact location of a blurred space; stored outside the log. */
export async function readExactPlace({ db, programmeId }: Reader, key: string) {
  return db
    .selectFrom('access.space_place')
    .where('programme_id', '=', programmeId)
    .where('space', '=', key)
    .select(['address', 'latitude', 'longitude', 'seed'])
    .executeTakeFirst();
}
