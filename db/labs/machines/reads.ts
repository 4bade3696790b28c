// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../../past.ts';

const told = ['key', 'process', 'brand', 'model', 'width_mm', 'depth_mm', 'height_mm', 'materials'] as const;

export async function readMachines({ db, programmeId }: Reader, lab: string) {
  return db
    .selectFrom('machine')
    .where('programme_id', '=', programmeId)
    .where('lab', '=', lab)
    .selectAll()
    .orderBy('process')
    .orderBy('brand')
    .orderBy('key')
    .execute();
}

/** A machine, locked until commit. */
export async function lockMachine({ db, programmeId }: Reader, key: string) {
  return db
    .selectFrom('machine')
    .where('programme_id', '=', programmeId)
    .where('key', '=', key)
    .selectAll()
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Catalogue models, optionally by process or by text in brand or model. */
export async function readMachineModels(
  { db, programmeId }: Reader,
  filter: { processes?: string[] | undefined; q?: string | undefined; limit: number },
) {
  let query = db.selectFrom('machine_model').where('programme_id', '=', programmeId);
  if (filter.processes) query = query.where('process', '=', sql<never>`any(${filter.processes})`);
  if (filter.q) {
    const pattern = `%${filter.q
      .trim()
      .replace(/[\\%_]/g, '\\$&')
      .replace(/\s+/g, '%')}%`;
    query = query.where(sql<boolean>`brand || ' ' || model ilike ${pattern}`);
  }
  return query.select(told).orderBy('brand').orderBy('model').orderBy('key').limit(filter.limit).execute();
}

export async function readModel({ db, programmeId }: Reader, key: string) {
  return db
    .selectFrom('machine_model')
    .where('programme_id', '=', programmeId)
    .where('key', '=', key)
    .select(told)
    .executeTakeFirst();
}
