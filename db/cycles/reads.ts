// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../past.ts';
import type { Bilingual } from '../schema.ts';

interface Review {
  area: string | null;
  areaName: Bilingual | null;
  learnt: Bilingual;
}

/** The latest change of a cycle and of its reviews that was known on the day. */
const versionOf = ({ programmeId, day }: Reader) => sql<number>`(
  select max(x.id) from public.change x where x.programme_id = ${programmeId} and x.known_on <= ${day}
    and ((x.table_name = 'cycle' and x.item = c.key)
      or (x.table_name = 'cycle_review' and coalesce(x.after, x.before) ->> 'cycle' = c.key)))`;

const reviewsOf = (reader: Reader) =>
  reader.db
    .selectFrom('cycle_review as v')
    .leftJoin('area as a', (join) => join.onRef('a.key', '=', 'v.area').on('a.programme_id', '=', reader.programmeId))
    .where('v.programme_id', '=', reader.programmeId)
    .whereRef('v.cycle', '=', sql.ref('c.key'))
    .select(
      sql<Review[]>`coalesce(jsonb_agg(jsonb_build_object('area', v.area, 'areaName', a.name, 'learnt', v.learnt)
        order by a.position nulls first, v.key), '[]')`.as('reviews'),
    );

/** How many milestones of a cycle were adopted, or, of a draft, are planned. */
const countOf = ({ db, programmeId }: Reader, drafts: boolean) => {
  let query = db
    .selectFrom('milestone as m')
    .where('m.programme_id', '=', programmeId)
    .whereRef('m.cycle', '=', sql.ref('c.key'))
    .select((eb) => eb.fn.countAll<number>().as('n'));
  if (!drafts)
    query = query.innerJoin('promise as p', (join) =>
      join.onRef('p.milestone', '=', 'm.key').on('p.programme_id', '=', programmeId).on('p.number', '=', 1),
    );
  return query;
};

const own = ['c.key', 'c.name', 'c.starts_on', 'c.ends_on', 'c.adopted_on', 'c.adopted_act', 'c.closed_on'] as const;

/** The cycles that the public sees, or, asked for, the drafts alone; in the order of time. */
export async function readCycles(reader: Reader, drafts = false) {
  return reader.db
    .selectFrom('cycle as c')
    .where('c.programme_id', '=', reader.programmeId)
    .where('c.draft', '=', drafts)
    .select([...own, 'c.closed_act', 'c.draft', 'c.note'])
    .select([
      countOf(reader, drafts).as('milestones'),
      reviewsOf(reader).as('reviews'),
      versionOf(reader).as('version'),
    ])
    .orderBy('c.starts_on')
    .orderBy('c.key')
    .execute();
}
export type CycleRow = Awaited<ReturnType<typeof readCycles>>[number];
