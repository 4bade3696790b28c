// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../../past.ts';
import type { Bilingual, Database } from '../../schema.ts';

export interface ChangeFilter {
  tables?: string[] | undefined;
  /** The item and its parts: rows of the tables in `parts` that refer to it in a column named like its table. */
  item?: { table: string; key: string; parts: string[] } | undefined;
  /** Includes drafts, which are not public. */
  drafts?: boolean;
  account?: number | undefined;
  /** Search text for the name of the office or person. */
  actor?: string | undefined;
  kind?: string | undefined;
  /** Civil days of recording, both included. */
  from?: string | undefined;
  to?: string | undefined;
}

/** An event kind and its conditions, in order; omitted conditions match anything. */
export interface KindCase {
  kind: string;
  operation?: string;
  table?: string;
  gained?: string;
  holds?: { column: string; value: string };
  differs?: string;
}

export const image = sql`coalesce(c.after, c.before)`;
export const ofMilestone = sql`case when c.table_name = 'milestone' then c.item
  when c.table_name in ('promise', 'forecast', 'evidence', 'closing', 'milestone_dependency') then ${image} ->> 'milestone' end`;
const ofCycle = sql`case when c.table_name = 'cycle' then c.item
  when c.table_name = 'cycle_review' then ${image} ->> 'cycle' end`;

/** Draft data becomes visible on adoption: the milestone has a promise and its cycle is not a draft. */
function adopted({ db, programmeId }: Reader) {
  const promised = db.selectFrom('promise').where('programme_id', '=', programmeId).where('number', '=', 1);
  const milestones = promised.select('milestone');
  const cycles = db
    .selectFrom('cycle')
    .where('programme_id', '=', programmeId)
    .where('draft', '=', false)
    .select('key');
  return sql<boolean>`(${ofMilestone} is null or ${ofMilestone} in ${milestones})
    and (c.table_name <> 'milestone_dependency' or ${image} ->> 'depends_on' in ${milestones})
    and (${ofCycle} is null or ${ofCycle} in ${cycles})`;
}

/** Kind of a row, from the rules' list. */
function kindOf(kinds: readonly KindCase[]) {
  const cases = kinds.map(({ kind, operation, table, gained, holds, differs }) => {
    const all = [sql`true`];
    if (operation) all.push(sql`c.operation = ${operation}`);
    if (table) all.push(sql`c.table_name = ${table}`);
    if (gained) all.push(sql`c.before ->> ${gained}::text is null and c.after ->> ${gained}::text is not null`);
    if (holds) all.push(sql`c.after ->> ${holds.column}::text = ${holds.value}`);
    if (differs) all.push(sql`c.before -> ${differs}::text is distinct from c.after -> ${differs}::text`);
    return sql`when ${sql.join(all, sql` and `)} then ${kind}::text`;
  });
  return sql<string>`case ${sql.join(cases, sql` `)} end`;
}

const recordedDay = sql<string>`(c.recorded_at at time zone (select timezone from public.setting))::date`;

/** Key of an item; for a lab also the keys of entries merged into it, whose history is included. */
function itself({ programmeId }: Reader, { table, key }: { table: string; key: string }) {
  if (table !== 'lab') return sql<string>`${key}`;
  return sql<string>`any(array(select ${key}::text union
    select l.key from public.lab l where l.programme_id = ${programmeId} and l.merged_into = ${key}))`;
}

/** The log needs no past view: as of a day it contains what was known by then. */
function matching(reader: Reader, filter: ChangeFilter, kinds: readonly KindCase[]) {
  const { db, programmeId, day } = reader;
  const { tables, item, account, actor, kind, from, to } = filter;
  let query = db
    .withSchema('public')
    .selectFrom('change as c')
    .leftJoin('access.account as a', 'a.account_id', 'c.account_id')
    .where('c.programme_id', '=', programmeId)
    .where('c.known_on', '<=', day);
  if (!filter.drafts) query = query.where(adopted(reader));
  if (tables) query = query.where('c.table_name', '=', sql<string>`any(${tables})`);
  if (item) {
    const { table, parts } = item;
    const key = itself(reader, item);
    const owner = sql`coalesce(c.after, c.before) ->> ${sql.lit(table)}`;
    query = query.where((eb) =>
      eb.or([
        eb.and([eb('c.table_name', '=', table), eb('c.item', '=', key)]),
        eb.and([eb('c.table_name', '=', sql<string>`any(${parts})`), eb(owner, '=', key)]),
      ]),
    );
  }
  if (account) query = query.where('c.account_id', '=', account);
  if (actor) {
    const pattern = `%${actor.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) => eb.or([eb('c.actor', 'ilike', pattern), eb('a.name', 'ilike', pattern)]));
  }
  if (kind) query = query.where(kindOf(kinds), '=', kind);
  if (from) query = query.where(recordedDay, '>=', from);
  if (to) query = query.where(recordedDay, '<=', to);
  return query;
}

/** Name of the author, if their role in the programme was public at the time of writing. */
const publicName = sql<string | null>`case when a.account_id is not null and exists (
  select from access.role r where r.account_id = a.account_id and r.name_is_public
    and (r.programme_id = c.programme_id or r.programme_id is null)
    and r.granted_at <= c.recorded_at and (r.ended_at is null or r.ended_at > c.recorded_at)) then a.name end`;

const row = ['c.table_name', 'c.item', 'c.operation'] as const;
const written = [...row, 'c.known_on', 'c.recorded_at'] as const;
type Image = Record<string, unknown> | null;
/** An image in today's names of columns and choices. */
export const imageNow = (of: 'before' | 'after') =>
  sql<Image>`public.image_now(c.table_name, c.id, ${sql.ref(`c.${of}`)})`;

/** Changes, latest known first; `after` holds day and id of the previous page's last row. */
export async function readChanges(
  reader: Reader,
  filter: ChangeFilter,
  page: { limit: number; after?: string[] | undefined },
  kinds: readonly KindCase[] = [],
) {
  let query = matching(reader, filter, kinds)
    .select(['c.id', ...written, 'c.actor', 'c.reason', 'c.account_id', 'a.name as person'])
    .select([publicName.as('public_name'), sql<string>`c.written::text`.as('written')])
    .select([imageNow('before').as('before'), imageNow('after').as('after')])
    .orderBy('c.known_on', 'desc')
    .orderBy('c.id', 'desc')
    .limit(page.limit);
  if (page.after)
    query = query.where(sql<boolean>`(c.known_on, c.id) < (${page.after[0]}::date, ${page.after[1]}::bigint)`);
  return query.execute();
}
export type ChangeRow = Awaited<ReturnType<typeof readChanges>>[number];

/** Number of matching changes; counting stops at `most`. */
export async function countChanges(
  reader: Reader,
  filter: ChangeFilter,
  most: number,
  kinds: readonly KindCase[] = [],
): Promise<number> {
  const some = matching(reader, filter, kinds).select('c.id').limit(most);
  const { n } = await reader.db
    .withSchema('public')
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** Names of items for log rows, which hold keys only. */
export async function readNames({ db, programmeId }: Reader, table: string, keys: string[]) {
  if (keys.length === 0) return [];
  // An award is named after its beneficiary, else its call.
  if (table === 'award')
    return db
      .selectFrom('award as w')
      .innerJoin('call as c', (join) => join.onRef('c.key', '=', 'w.call').on('c.programme_id', '=', programmeId))
      .leftJoin('organisation as o', (join) =>
        join.onRef('o.key', '=', 'w.organisation').on('o.programme_id', '=', programmeId),
      )
      .where('w.programme_id', '=', programmeId)
      .where('w.key', '=', sql<string>`any(${keys})`)
      .select(['w.key', sql<Bilingual>`coalesce(o.name, c.name)`.as('name')])
      .execute();
  const name = table === 'source' ? ('title as name' as 'name') : 'name';
  return db
    .selectFrom(table as 'milestone')
    .where('programme_id', '=', programmeId)
    .where('key', '=', sql<string>`any(${keys})`)
    .select(['key', name])
    .execute();
}

/** Time of the last write to the programme, and the first day with data. */
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
