// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../../past.ts';

const zones = ({ db, programmeId }: Reader) => db.selectFrom('zone').where('programme_id', '=', programmeId);

/** All zones of a kind, with their boundaries if known. */
export async function readZonesOfKind(reader: Reader, kind: string) {
  return zones(reader)
    .where('kind', '=', kind as never)
    .select(['key', 'name', 'code', 'boundary'])
    .orderBy('key')
    .execute();
}

/** Zones with a boundary. */
export async function readOutlines(reader: Reader, kind?: string) {
  const query = zones(reader)
    .where('boundary', 'is not', null)
    .select(['key', 'name', 'kind', 'code', 'periphery', 'population', 'boundary'])
    .orderBy('kind')
    .orderBy(sql`lpad(coalesce(code, key), 12, '0')`);
  return kind ? query.where('kind', '=', kind as never).execute() : query.execute();
}

/** Zones whose bounding box contains the point, or that have none: a preselection for the exact test. */
export async function readOutlinesAround(reader: Reader, { latitude, longitude }: Point) {
  const edge = (at: number) => sql<number>`(boundary -> 'bbox' ->> ${sql.lit(at)})::float8`;
  return zones(reader)
    .where('boundary', 'is not', null)
    .where(sql<boolean>`coalesce(${longitude}::float8 between ${edge(0)} and ${edge(2)}, true)`)
    .where(sql<boolean>`coalesce(${latitude}::float8 between ${edge(1)} and ${edge(3)}, true)`)
    .select(['key', 'kind', 'boundary'])
    .execute();
}

export interface Point {
  latitude: number;
  longitude: number;
}

/** True if all zones of some kind have boundaries, which then cover the territory. */
export async function isWhollyBounded(reader: Reader): Promise<boolean> {
  const found = await zones(reader)
    .select('kind')
    .groupBy('kind')
    .having((eb) => eb(eb.fn.count('boundary'), '=', eb.fn.countAll()))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Known points of labs, spaces and zones. */
export async function readKnownPoints(reader: Reader): Promise<Point[]> {
  const pointsOf = (table: 'lab' | 'space' | 'zone') =>
    reader.db
      .selectFrom(table)
      .where('programme_id', '=', reader.programmeId)
      .where('latitude', 'is not', null)
      .select(['latitude', 'longitude']);
  const points = await pointsOf('lab').union(pointsOf('space')).union(pointsOf('zone')).execute();
  return points as Point[];
}
