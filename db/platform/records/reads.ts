// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../past.ts';

/** Keys with this stem that items of a table have or have had; in a preview, only the table has its new items. */
export async function readTakenKeys({ db, programmeId }: Reader, table: string, stem: string): Promise<Set<string>> {
  const had = db
    .withSchema('public')
    .selectFrom('change')
    .where('programme_id', '=', programmeId)
    .where('table_name', '=', table)
    .where('item', 'like', `${stem}%`)
    .select('item');
  const have = db
    .selectFrom(table as 'lab')
    .where('programme_id', '=', programmeId)
    .where('key', 'like', `${stem}%`)
    .select('key as item');
  const rows = await had.union(have).execute();
  return new Set(rows.map(({ item }) => item));
}

export interface Named {
  /** Name of the request field. */
  name: string;
  table: 'area' | 'initiative' | 'organisation' | 'zone' | 'milestone' | 'cycle' | 'source';
  key: string;
}

/** Those of the given references that the programme does not have. */
export async function readUnknown({ db, programmeId }: Reader, named: Named[]): Promise<Named[]> {
  const unknown: Named[] = [];
  for (const one of named) {
    const found = await db
      .selectFrom(one.table)
      .where('programme_id', '=', programmeId)
      .where('key', '=', one.key)
      .select('key')
      .executeTakeFirst();
    if (!found) unknown.push(one);
  }
  return unknown;
}

export type Referred = 'zone' | 'organisation' | 'source';

/** Keys and names of all items of a table, by which cells of an imported table may refer to them. */
export async function readReferable({ db, programmeId }: Reader, table: Referred) {
  if (table === 'source') {
    const query = db.selectFrom('source').where('programme_id', '=', programmeId);
    return query.select(['key', 'title as name']).execute();
  }
  if (table === 'organisation') {
    const query = db.selectFrom('organisation').where('programme_id', '=', programmeId);
    return query.select(['key', 'name']).execute();
  }
  return db
    .selectFrom('zone')
    .where('programme_id', '=', programmeId)
    .select(['key', 'name', 'code', 'kind'])
    .execute();
}
