// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../../past.ts';

export interface Place {
  name: string;
  latitude: number;
  longitude: number;
}

/**
 * The known place most similar to the text: address of a lab or space, or name of a zone with a point. Uses only the
 * programme's data, no external geocoder; undefined if nothing is similar.
 */
export async function readPlace({ db, programmeId }: Reader, typed: string): Promise<Place | undefined> {
  const words = typed.trim().toLowerCase();
  const located = (table: 'lab' | 'space') =>
    db
      .selectFrom(table)
      .where('programme_id', '=', programmeId)
      .where('address', 'is not', null)
      .where('latitude', 'is not', null)
      .select(['address as name', 'latitude', 'longitude']);
  const zones = db
    .selectFrom('zone')
    .where('programme_id', '=', programmeId)
    .where('latitude', 'is not', null)
    .select([sql<string>`name ->> 'it'`.as('name'), 'latitude', 'longitude']);
  const likeness = sql<number>`word_similarity(${words}, lower(p.name))`;
  const found = await db
    .selectFrom(located('lab').unionAll(located('space')).unionAll(zones).as('p'))
    .where(sql<boolean>`${likeness} >= 0.6`)
    .select(['p.name', 'p.latitude', 'p.longitude'])
    .orderBy(likeness, 'desc')
    .orderBy('p.name')
    .limit(1)
    .executeTakeFirst();
  return found && { name: found.name ?? '', latitude: Number(found.latitude), longitude: Number(found.longitude) };
}
