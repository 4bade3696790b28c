// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../../past.ts';

/** All spaces with their matching data; `exact` adds the real location of blurred ones, for officials. */
export async function readPlacedSpaces({ db, programmeId }: Reader, exact: boolean) {
  return db
    .selectFrom('space as p')
    .leftJoin('access.space_place as e', (join) =>
      join.onRef('e.space', '=', 'p.key').on('e.programme_id', '=', programmeId).on(sql<boolean>`${exact}::boolean`),
    )
    .where('p.programme_id', '=', programmeId)
    .select(['p.key', 'p.name', 'p.state', 'p.floor_area_m2'])
    .select((eb) => [
      eb.fn.coalesce('e.address', 'p.address').as('address'),
      eb.fn.coalesce('e.latitude', 'p.latitude').as('latitude'),
      eb.fn.coalesce('e.longitude', 'p.longitude').as('longitude'),
    ])
    .orderBy('p.key')
    .execute();
}

/** Spaces modified only by changes with this reason. */
export async function readUntouched({ db, programmeId }: Reader, reason: string): Promise<Set<string>> {
  const { rows } = await sql<{ item: string }>`select item from public.change
    where programme_id = ${programmeId} and table_name = 'space' group by item
    having bool_and(reason = ${reason})`.execute(db);
  return new Set(rows.map(({ item }) => item));
}
