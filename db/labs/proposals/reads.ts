// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { OfficinaDb } from '../../client.ts';
import type { Reader } from '../../past.ts';

/** Possible duplicates of a lab: similar name, same website or within 150 m; closed labs included. */
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

/** True if a lab has an operator. */
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
