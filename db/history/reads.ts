// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../past.ts';
import type { Database } from '../schema.ts';

export interface ChangeFilter {
  tables?: string[] | undefined;
  /** The item itself and its parts: rows of the tables in `parts` that name it in a column called as its table. */
  item?: { table: string; key: string; parts: string[] } | undefined;
}

/** The log is its own past: as of a day it is what was known by then. */
function matching({ db, programmeId, day }: Reader, filter: ChangeFilter) {
  let query = db
    .withSchema('public')
    .selectFrom('change as c')
    .where('c.programme_id', '=', programmeId)
    .where('c.known_on', '<=', day);
  if (filter.tables) query = query.where('c.table_name', '=', sql<string>`any(${filter.tables})`);
  if (filter.item) {
    const { table, key, parts } = filter.item;
    const owner = sql`coalesce(c.after, c.before) ->> ${sql.lit(table)}`;
    query = query.where((eb) =>
      eb.or([
        eb.and([eb('c.table_name', '=', table), eb('c.item', '=', key)]),
        eb.and([eb('c.table_name', '=', sql<string>`any(${parts})`), eb(owner, '=', key)]),
      ]),
    );
  }
  return query;
}

/** Changes, the latest known first; `after` holds day and id of the last one read. */
export async function readChanges(
  reader: Reader,
  filter: ChangeFilter,
  page: { limit: number; after?: string[] | undefined },
) {
  let query = matching(reader, filter)
    .select([
      'c.id',
      'c.table_name',
      'c.item',
      'c.operation',
      'c.before',
      'c.after',
      'c.known_on',
      'c.recorded_at',
      'c.actor',
      'c.reason',
    ])
    .orderBy('c.known_on', 'desc')
    .orderBy('c.id', 'desc')
    .limit(page.limit);
  if (page.after)
    query = query.where(sql<boolean>`(c.known_on, c.id) < (${page.after[0]}::date, ${page.after[1]}::bigint)`);
  return query.execute();
}
export type ChangeRow = Awaited<ReturnType<typeof readChanges>>[number];

export async function countChanges(reader: Reader, filter: ChangeFilter): Promise<number> {
  const { n } = await matching(reader, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** The names of items, for rows of the log that only hold keys. */
export async function readNames({ db, programmeId }: Reader, table: string, keys: string[]) {
  if (keys.length === 0) return [];
  const name = table === 'source' ? ('title as name' as 'name') : 'name';
  return db
    .selectFrom(table as 'milestone')
    .where('programme_id', '=', programmeId)
    .where('key', '=', sql<string>`any(${keys})`)
    .select(['key', name])
    .execute();
}

/** When the programme was last written to, and the first day of which anything is known. */
export async function readAge({ db, programmeId, day }: Reader) {
  const log = () =>
    db
      .withSchema('public')
      .selectFrom('change' as keyof Database & 'change')
      .where('programme_id', '=', programmeId);
  const last = await log()
    .where('known_on', '<=', day)
    .select(['recorded_at', 'known_on'])
    .orderBy('known_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const first = await log().select('known_on').orderBy('known_on').orderBy('id').limit(1).executeTakeFirst();
  return {
    updatedAt: last?.recorded_at ?? null,
    lastKnownOn: last?.known_on ?? null,
    firstDay: first?.known_on ?? null,
  };
}
