// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../../past.ts';

const sums = sql<number>`coalesce(sum(planned_eur), 0)`.as('planned_eur');
const committed = sql<number>`coalesce(sum(committed_eur), 0)`.as('committed_eur');
const paid = sql<number>`coalesce(sum(paid_eur), 0)`.as('paid_eur');

/** Funds with their allocated amounts. */
export async function readFunds({ db, programmeId }: Reader) {
  const allocated = db
    .selectFrom('allocation')
    .where('programme_id', '=', programmeId)
    .select(['fund', sums, committed, paid])
    .groupBy('fund');
  return db
    .selectFrom('fund as f')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.key', '=', 'f.organisation').on('o.programme_id', '=', programmeId),
    )
    .leftJoin('agreement as g', (join) =>
      join.onRef('g.key', '=', 'f.agreement').on('g.programme_id', '=', programmeId),
    )
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'f.source').on('s.programme_id', '=', programmeId))
    .leftJoin(allocated.as('l'), 'l.fund', 'f.key')
    .where('f.programme_id', '=', programmeId)
    .select(['f.key', 'f.name', 'f.origin', 'f.amount_eur', 'f.note', 'l.planned_eur', 'l.committed_eur', 'l.paid_eur'])
    .select(sql<number>`f.amount_eur - coalesce(l.planned_eur, 0)`.as('unallocated_eur'))
    .select([
      'f.organisation',
      'o.name as organisation_name',
      'f.agreement',
      'g.name as agreement_name',
      'f.source',
      's.title as source_title',
    ])
    .orderBy('f.amount_eur', 'desc')
    .orderBy('f.key')
    .execute();
}

const own = ['l.key', 'l.name', 'l.recipient', 'l.planned_eur', 'l.committed_eur', 'l.paid_eur', 'l.note'] as const;
const places = [
  'l.fund',
  'f.name as fund_name',
  'f.origin',
  'l.area',
  'a.name as area_name',
  'l.zone',
  'z.name as zone_name',
  'z.periphery',
] as const;
const ties = [
  'l.call',
  'c.name as call_name',
  'l.organisation',
  'o.name as organisation_name',
  'l.source',
  's.title as source_title',
] as const;

/** Allocations with their references; the milestone is their own or that of their call. */
export async function readAllocations({ db, programmeId }: Reader) {
  return db
    .selectFrom('allocation as l')
    .innerJoin('fund as f', (join) => join.onRef('f.key', '=', 'l.fund').on('f.programme_id', '=', programmeId))
    .leftJoin('area as a', (join) => join.onRef('a.key', '=', 'l.area').on('a.programme_id', '=', programmeId))
    .leftJoin('zone as z', (join) => join.onRef('z.key', '=', 'l.zone').on('z.programme_id', '=', programmeId))
    .leftJoin('call as c', (join) => join.onRef('c.key', '=', 'l.call').on('c.programme_id', '=', programmeId))
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.key', '=', 'l.organisation').on('o.programme_id', '=', programmeId),
    )
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'l.source').on('s.programme_id', '=', programmeId))
    .where('l.programme_id', '=', programmeId)
    .select([...own, ...places, ...ties])
    .select(sql<string | null>`coalesce(l.milestone, c.milestone)`.as('milestone'))
    .orderBy('l.planned_eur', 'desc')
    .orderBy('l.key')
    .execute();
}
export type AllocationRow = Awaited<ReturnType<typeof readAllocations>>[number];

/** Sums of allocations per area or zone; null for unattributed amounts. */
export async function readMoneyBy({ db, programmeId }: Reader, by: 'area' | 'zone') {
  return db
    .selectFrom('allocation as l')
    .leftJoin(`${by} as t` as 'area as t', (join) =>
      join.on(sql`t.key`, '=', sql`${sql.ref(`l.${by}`)}`).on('t.programme_id', '=', programmeId),
    )
    .where('l.programme_id', '=', programmeId)
    .groupBy(['t.key', 't.name'])
    .select(['t.key', 't.name', sums, committed, paid])
    .orderBy('planned_eur', 'desc')
    .execute();
}

export async function readFundTotals({ db, programmeId }: Reader) {
  const total = (origin: 'public' | 'private') =>
    sql<number>`coalesce(sum(amount_eur) filter (where origin = ${sql.lit(origin)}), 0)`;
  return db
    .selectFrom('fund')
    .where('programme_id', '=', programmeId)
    .select([
      sql<number>`coalesce(sum(amount_eur), 0)`.as('all'),
      total('public').as('public'),
      total('private').as('private'),
    ])
    .executeTakeFirstOrThrow();
}

export async function readEarmarks({ db, programmeId }: Reader) {
  return db
    .selectFrom('earmark as e')
    .leftJoin('area as a', (join) => join.onRef('a.key', '=', 'e.area').on('a.programme_id', '=', programmeId))
    .leftJoin('zone as z', (join) => join.onRef('z.key', '=', 'e.zone').on('z.programme_id', '=', programmeId))
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'e.source').on('s.programme_id', '=', programmeId))
    .where('e.programme_id', '=', programmeId)
    .select(['e.key', 'e.name', 'e.base', 'e.destination', 'e.share', 'e.note', 'e.area', 'a.name as area_name'])
    .select(['e.zone', 'z.name as zone_name', 'e.source', 's.title as source_title'])
    .orderBy('e.key')
    .execute();
}
export type EarmarkRow = Awaited<ReturnType<typeof readEarmarks>>[number];
