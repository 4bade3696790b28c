// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../past.ts';

/** The whole catalogue, locked until commit. */
export async function lockModels({ db, programmeId }: Reader) {
  return db
    .selectFrom('machine_model')
    .where('programme_id', '=', programmeId)
    .selectAll()
    .orderBy('key')
    .forNoKeyUpdate()
    .execute();
}

/** All keys that models have or have had. */
export async function readModelKeys({ db, programmeId }: Reader): Promise<Set<string>> {
  const rows = await db
    .selectFrom('change')
    .where('programme_id', '=', programmeId)
    .where('table_name', '=', 'machine_model')
    .select('item')
    .distinct()
    .execute();
  return new Set(rows.map(({ item }) => item));
}
