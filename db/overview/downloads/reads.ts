// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../../past.ts';

/** Complete rows of some labs. */
export async function readWholeLabs({ db, programmeId }: Reader, labs: string[]) {
  return db
    .selectFrom('lab')
    .where('programme_id', '=', programmeId)
    .where('key', '=', sql<string>`any(${labs})`)
    .selectAll()
    .execute();
}
export type WholeLab = Awaited<ReturnType<typeof readWholeLabs>>[number];

/** Complete rows of some spaces. */
export async function readWholeSpaces({ db, programmeId }: Reader, spaces: string[]) {
  return db
    .selectFrom('space')
    .where('programme_id', '=', programmeId)
    .where('key', '=', sql<string>`any(${spaces})`)
    .selectAll()
    .execute();
}

/** Latest change of each lab or space known on the day, used as the version when a file is imported again. */
export async function readVersions(
  { db, programmeId, day }: Reader,
  table: 'lab' | 'space',
): Promise<Map<string, number>> {
  const rows = await db
    .withSchema('public')
    .selectFrom('change')
    .where('programme_id', '=', programmeId)
    .where('table_name', '=', table)
    .where('known_on', '<=', day)
    .groupBy('item')
    .select((eb) => ['item', eb.fn.max<number>('id').as('version')])
    .execute();
  return new Map(rows.map(({ item, version }) => [item, version]));
}

/** Machines of some labs, in a stable order per lab. */
export async function readEquipmentOf({ db, programmeId }: Reader, labs: string[]) {
  return db
    .selectFrom('machine')
    .where('programme_id', '=', programmeId)
    .where('lab', '=', sql<string>`any(${labs})`)
    .selectAll()
    .orderBy('lab')
    .orderBy('process')
    .orderBy('key')
    .execute();
}
