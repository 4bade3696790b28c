// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../past.ts';

/** The whole catalogue, held until the end of this change. */
export async function lockModels({ db, programmeId }: Reader) {
  return db
    .selectFrom('machine_model')
    .where('programme_id', '=', programmeId)
    .selectAll()
    .orderBy('key')
    .forNoKeyUpdate()
    .execute();
}

/** Every key that a model has or ever had. */
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
