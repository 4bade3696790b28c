// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { OfficinaDb } from '../../client.ts';
import type { Reader } from '../../past.ts';

/** Entries that may be the same lab: a name much alike, the same site, or a place within 150 m; closed ones too. */
export async function readLookalikes(
  { db, programmeId }: Reader,
  {
    name,
    url,
    point,
  }: { name: string; url: string | null; point: { latitude: number; longitude: number } | null; except?: string },
) {
  const likeness = sql<number>`similarity(lower(l.name ->> 'it'), lower(${name}))::float8`;
  const site = sql<boolean>`coalesce(site_of(l.url) = site_of(${url}), false)`;
  const km = point
    ? sql<number | null>`km_between(l.latitude, l.longitude, ${point.latitude}::numeric, ${point.longitude}::numeric)`
    : sql<number | null>`null::float8`;
  return db
    .selectFrom('lab as l')
    .where('l.programme_id', '=', programmeId)
    .where('l.merged_into', 'is', null)
    .where(sql<boolean>`(${likeness} >= 0.45 or ${site} or coalesce(${km} <= 0.15, false))`)
    .select(['l.key', 'l.name', 'l.address', 'l.status'])
    .select([likeness.as('likeness'), site.as('same_site'), km.as('km')])
    .orderBy(sql`${likeness} + case when ${site} then 1 else 0 end`, 'desc')
    .orderBy('l.key')
    .limit(8)
    .execute();
}

const told = [
  'r.request_id',
  'r.programme_id',
  'r.kind',
  'r.lab',
  'r.space',
  'r.content',
  'r.name',
  'r.email',
  'r.language',
  'r.made_at',
  'r.confirmed_at',
  'r.taken_at',
  'r.state',
  'r.answer',
  'r.answered_at',
] as const;

function requests(db: OfficinaDb) {
  return db
    .selectFrom('access.request as r')
    .innerJoin('programme as p', 'p.programme_id', 'r.programme_id')
    .leftJoin('lab as l', (join) => join.onRef('l.key', '=', 'r.lab').onRef('l.programme_id', '=', 'r.programme_id'))
    .leftJoin('space as s', (join) =>
      join.onRef('s.key', '=', 'r.space').onRef('s.programme_id', '=', 'r.programme_id'),
    )
    .select(told)
    .select([
      'p.key as programme',
      'p.name as programme_name',
      'l.name as lab_name',
      's.name as space_name',
      'r.taken_by',
    ])
    .select(
      sql<string | null>`(select o.office from access.role o where o.account_id = r.taken_by and o.ended_at is null
        and (o.programme_id = r.programme_id or o.programme_id is null) order by o.programme_id nulls last limit 1)`.as(
        'taken_office',
      ),
    );
}
export type RequestRow = Awaited<ReturnType<typeof readRequests>>[number];

/** Whose link this is. */
export async function findRequest(db: OfficinaDb, hash: Buffer) {
  return requests(db).where('r.hash', '=', hash).executeTakeFirst();
}

/** Proposals, claims and reports of a programme whose address was confirmed: what is open first, the oldest first. */
export async function readRequests(db: OfficinaDb, programmeId: number) {
  return requests(db)
    .where('r.programme_id', '=', programmeId)
    .where('r.kind', '!=', 'need')
    .where('r.confirmed_at', 'is not', null)
    .where('r.state', '!=', 'ended')
    .orderBy(sql`r.state <> 'open'`)
    .orderBy('r.made_at')
    .limit(200)
    .execute();
}

/** One request, held until the end of this change. */
export async function lockRequest(db: OfficinaDb, programmeId: number, requestId: number) {
  return db
    .selectFrom('access.request')
    .where('programme_id', '=', programmeId)
    .where('request_id', '=', requestId)
    .selectAll()
    .forNoKeyUpdate()
    .executeTakeFirst();
}
export type LockedRequest = NonNullable<Awaited<ReturnType<typeof lockRequest>>>;

/** Whether somebody keeps a lab already. */
export async function hasKeeper(db: OfficinaDb, programmeId: number, lab: string): Promise<boolean> {
  const found = await db
    .selectFrom('access.role')
    .where('programme_id', '=', programmeId)
    .where('role', '=', 'operator')
    .where('ended_at', 'is', null)
    .where(sql<boolean>`labs @> array[${lab}]`)
    .select('role_id')
    .executeTakeFirst();
  return found !== undefined;
}

/** What waits for an answer in every programme, with the days that it waits. */
export async function readWaiting(db: OfficinaDb, days: number) {
  return requests(db)
    .where('r.kind', '!=', 'need')
    .where('r.state', '=', 'open')
    .where('r.confirmed_at', '<=', sql<Date>`now() - make_interval(days => ${days})`)
    .select(sql<number>`floor(extract(epoch from now() - r.confirmed_at) / 86400)::int`.as('days'))
    .execute();
}

/** Those who run the register: officials of all areas, or where there are none the administrators. */
export async function readRegistrars(db: OfficinaDb, programmeId: number, roles: ('official' | 'administrator')[]) {
  return db
    .selectFrom('access.role as r')
    .innerJoin('access.account as a', 'a.account_id', 'r.account_id')
    .where('r.ended_at', 'is', null)
    .where('r.role', 'in', roles)
    .where('r.areas', 'is', null)
    .where((eb) => eb.or([eb('r.programme_id', '=', programmeId), eb('r.programme_id', 'is', null)]))
    .where('a.email', 'is not', null)
    .select(['a.account_id', 'a.email', 'a.language'])
    .distinct()
    .execute();
}
