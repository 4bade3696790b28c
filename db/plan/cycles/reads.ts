// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../../past.ts';
import type { Bilingual } from '../../schema.ts';

interface Review {
  area: string | null;
  areaName: Bilingual | null;
  learnt: Bilingual;
}

/**
 * Latest change of a cycle and its reviews known on the day. Two subqueries, one on the log's index by item, one on
 * that by cycle.
 */
const versionOf = ({ programmeId, day }: Reader) => sql<number>`greatest(
  (select x.id from public.change x where x.programme_id = ${programmeId} and x.known_on <= ${day}
    and x.table_name = 'cycle' and x.item = c.key order by x.known_on desc, x.id desc limit 1),
  (select x.id from public.change x where x.programme_id = ${programmeId} and x.known_on <= ${day}
    and x.table_name = 'cycle_review' and coalesce(x.after, x.before) ->> 'cycle' = c.key order by x.id desc limit 1))`;

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

/** Number of adopted milestones of a cycle or, for a draft, of planned ones. */
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

/** Public cycles, or only the drafts if requested, in chronological order. */
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

const planned = [
  'm.key',
  'm.name',
  'm.summary',
  'm.weight',
  'm.position',
  'm.planned_on',
  'm.planned_precision',
] as const;
const around = [
  'm.area',
  'a.name as area_name',
  'm.initiative',
  'i.name as initiative_name',
  'm.owner',
  'o.name as owner_name',
  'm.zone',
  'z.name as zone_name',
  'm.continues',
  'b.name as continues_name',
] as const;

const dependenciesOf = ({ db, programmeId }: Reader) =>
  db
    .selectFrom('milestone_dependency as d')
    .where('d.programme_id', '=', programmeId)
    .whereRef('d.milestone', '=', sql.ref('m.key'))
    .select(sql<string[]>`coalesce(jsonb_agg(d.depends_on order by d.depends_on), '[]')`.as('keys'));

const evidenceOf = ({ db, programmeId }: Reader) =>
  db
    .selectFrom('evidence as e')
    .where('e.programme_id', '=', programmeId)
    .whereRef('e.milestone', '=', sql.ref('m.key'))
    .select((eb) => eb.fn.countAll<number>().as('n'));

/** Draft milestones of a cycle, or one of them. */
export async function readDrafts(reader: Reader, filter: { cycle?: string; key?: string }) {
  const { db, programmeId } = reader;
  let query = db
    .selectFrom('milestone as m')
    .innerJoin('area as a', (join) => join.onRef('a.key', '=', 'm.area').on('a.programme_id', '=', programmeId))
    .leftJoin('initiative as i', (join) =>
      join.onRef('i.key', '=', 'm.initiative').on('i.programme_id', '=', programmeId),
    )
    .leftJoin('organisation as o', (join) => join.onRef('o.key', '=', 'm.owner').on('o.programme_id', '=', programmeId))
    .leftJoin('zone as z', (join) => join.onRef('z.key', '=', 'm.zone').on('z.programme_id', '=', programmeId))
    .leftJoin('milestone as b', (join) =>
      join.onRef('b.key', '=', 'm.continues').on('b.programme_id', '=', programmeId),
    )
    .where('m.programme_id', '=', programmeId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('promise as p')
            .where('p.programme_id', '=', programmeId)
            .whereRef('p.milestone', '=', 'm.key')
            .select('p.key'),
        ),
      ),
    )
    .select([...planned, ...around, 'm.outcome', 'm.note'])
    .select([dependenciesOf(reader).as('depends_on'), evidenceOf(reader).as('evidence')])
    .orderBy('a.position')
    .orderBy('m.position')
    .orderBy('m.key');
  if (filter.cycle) query = query.where('m.cycle', '=', filter.cycle);
  if (filter.key) query = query.where('m.key', '=', filter.key);
  return query.execute();
}
export type DraftRow = Awaited<ReturnType<typeof readDrafts>>[number];

/** A cycle, locked until commit against additions and changes. */
export async function lockCycle({ db, programmeId }: Reader, key: string) {
  return db
    .selectFrom('cycle')
    .where('programme_id', '=', programmeId)
    .where('key', '=', key)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
}

/** Locks a cycle's milestones until commit. Returns their keys and the keys of those awaiting confirmation. */
export async function lockMilestonesOf({ db, programmeId }: Reader, cycle: string) {
  return db
    .selectFrom('milestone as m')
    .leftJoin('closing as k', (join) =>
      join.onRef('k.milestone', '=', 'm.key').on('k.programme_id', '=', programmeId).on('k.state', '=', 'proposed'),
    )
    .where('m.programme_id', '=', programmeId)
    .where('m.cycle', '=', cycle)
    .select(['m.key', 'k.key as awaiting'])
    .orderBy('m.key')
    .forNoKeyUpdate('m')
    .execute();
}

/** Those of the given milestones that have a successor. */
export async function readCarried({ db, programmeId }: Reader, keys: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('milestone')
    .where('programme_id', '=', programmeId)
    .where('continues', '=', sql<string>`any(${keys}::text[])`)
    .select('continues')
    .execute();
  return rows.flatMap(({ continues }) => continues ?? []);
}
