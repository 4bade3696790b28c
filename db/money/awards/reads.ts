// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../../past.ts';
import type { Bilingual } from '../../schema.ts';

const own = [
  'w.key',
  'w.call',
  'w.recipients',
  'w.recipient_kind',
  'w.amount_eur',
  'w.floor_area_m2',
  'w.awarded_on',
  'w.awarded_precision',
  'w.note',
] as const;
const since = [
  'w.signed_on',
  'w.signed_act',
  'w.keys_on',
  'w.opened_on',
  'w.jobs_expected',
  'w.jobs',
  'w.jobs_counted_on',
  'w.ended_on',
  'w.ended_as',
  'w.ended_act',
  'w.ended_reason',
] as const;
const around = [
  'w.space',
  'p.name as space_name',
  'w.organisation',
  'o.name as organisation_name',
  'w.zone',
  'z.name as zone_name',
  'w.source',
  's.title as source_title',
] as const;

const paid = ({ db, programmeId }: Reader) =>
  db
    .selectFrom('payment')
    .where('programme_id', '=', programmeId)
    .select(['award', (eb) => eb.fn.sum<number>('amount_eur').as('eur')])
    .groupBy('award');

/** Awards with their payments; optionally of one call or a single award. */
export async function readAwards(reader: Reader, of: { call?: string | undefined; key?: string } = {}) {
  const { db, programmeId } = reader;
  let query = db
    .selectFrom('award as w')
    .innerJoin('call as c', (join) => join.onRef('c.key', '=', 'w.call').on('c.programme_id', '=', programmeId))
    .leftJoin('space as p', (join) => join.onRef('p.key', '=', 'w.space').on('p.programme_id', '=', programmeId))
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.key', '=', 'w.organisation').on('o.programme_id', '=', programmeId),
    )
    .leftJoin('zone as z', (join) => join.onRef('z.key', '=', 'w.zone').on('z.programme_id', '=', programmeId))
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'w.source').on('s.programme_id', '=', programmeId))
    .leftJoin(paid(reader).as('y'), 'y.award', 'w.key')
    .where('w.programme_id', '=', programmeId)
    .select([...own, ...since])
    .select([...around, sql<number>`coalesce(y.eur, 0)`.as('paid_eur')])
    .select(['c.name as call_name', 'c.area'])
    .orderBy('w.call')
    .orderBy(sql`length(w.key)`)
    .orderBy('w.key');
  if (of.call) query = query.where('w.call', '=', of.call);
  if (of.key) query = query.where('w.key', '=', of.key);
  return query.execute();
}
export type AwardRow = Awaited<ReturnType<typeof readAwards>>[number];

/** Call of an award, with its area and milestone. */
export async function readCallOf({ db, programmeId }: Reader, call: string) {
  return db
    .selectFrom('call as c')
    .innerJoin('area as a', (join) => join.onRef('a.key', '=', 'c.area').on('a.programme_id', '=', programmeId))
    .leftJoin('milestone as m', (join) =>
      join.onRef('m.key', '=', 'c.milestone').on('m.programme_id', '=', programmeId),
    )
    .where('c.programme_id', '=', programmeId)
    .where('c.key', '=', call)
    .select(['c.key', 'c.name', 'c.procedure', 'c.run', 'c.zone', 'c.area', 'a.name as area_name'])
    .select(['c.milestone', 'm.name as milestone_name'])
    .executeTakeFirst();
}

export async function readPayments({ db, programmeId }: Reader, award: string) {
  return db
    .selectFrom('payment as y')
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'y.source').on('s.programme_id', '=', programmeId))
    .where('y.programme_id', '=', programmeId)
    .where('y.award', '=', award)
    .select(['y.key', 'y.kind', 'y.amount_eur', 'y.paid_on', 'y.act', 'y.source', 's.title as source_title'])
    .orderBy('y.paid_on')
    .orderBy('y.key')
    .execute();
}

/** Checks made; optionally of one award or of one call. */
export async function readChecks({ db, programmeId }: Reader, of: { award?: string; call?: string | undefined } = {}) {
  let query = db
    .selectFrom('award_check as k')
    .innerJoin('award as w', (join) => join.onRef('w.key', '=', 'k.award').on('w.programme_id', '=', programmeId))
    .where('k.programme_id', '=', programmeId)
    .select(['k.award', 'k.months', 'k.checked_on', 'k.outcome', 'k.words'])
    .orderBy('k.months');
  if (of.award) query = query.where('k.award', '=', of.award);
  if (of.call) query = query.where('w.call', '=', of.call);
  return query.execute();
}
export type CheckRow = Awaited<ReturnType<typeof readChecks>>[number];

/** Latest change, known on the day, of an award and its parts. */
export async function readAwardVersion({ db, programmeId, day }: Reader, award: string): Promise<number> {
  const { rows } = await sql<{ version: number | null }>`
    select greatest(
      (select id from public.change where programme_id = ${programmeId} and table_name = 'award'
        and item = ${award} and known_on <= ${day} order by known_on desc, id desc limit 1),
      (select id from public.change where programme_id = ${programmeId} and known_on <= ${day}
        and coalesce(after, before) ->> 'award' = ${award} and table_name in ('payment', 'award_check')
        order by id desc limit 1)) as version`.execute(db);
  return rows[0]?.version ?? 0;
}

/** An award, locked until commit. */
export async function lockAward({ db, programmeId }: Reader, key: string): Promise<boolean> {
  const row = await db
    .selectFrom('award')
    .where('programme_id', '=', programmeId)
    .where('key', '=', key)
    .select('key')
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Keys of the awards of a space that have not ended. */
export async function readHolding({ db, programmeId }: Reader, space: string): Promise<string[]> {
  const rows = await db
    .selectFrom('award')
    .where('programme_id', '=', programmeId)
    .where('space', '=', space)
    .where('ended_on', 'is', null)
    .select('key')
    .execute();
  return rows.map(({ key }) => key);
}

/** Totals awarded per area or call. Ended awards do not count, except money whose term has ended. */
export async function readAwardSums({ db, programmeId, day }: Reader, by: 'area' | 'call') {
  const standing = sql<boolean>`(w.ended_on is null or w.ended_on > ${day})`;
  const given = sql<boolean>`(${standing} or w.ended_as = 'term-ended')`;
  const paid = db
    .selectFrom('payment')
    .where('programme_id', '=', programmeId)
    .select(['award', (eb) => eb.fn.sum<number>('amount_eur').as('eur')])
    .groupBy('award');
  const sum = (of: string, where: typeof given) =>
    sql<number>`coalesce(sum(${sql.ref(of)}) filter (where ${where}), 0)`;
  const key = sql.ref<string>(by === 'area' ? 'c.area' : 'c.key');
  return db
    .selectFrom('award as w')
    .innerJoin('call as c', (join) => join.onRef('c.key', '=', 'w.call').on('c.programme_id', '=', programmeId))
    .leftJoin(paid.as('y'), 'y.award', 'w.key')
    .where('w.programme_id', '=', programmeId)
    .groupBy(key)
    .select([
      key.as('key'),
      sql<Bilingual>`min(c.name::text)::jsonb`.as('name'),
      sql<number | null>`max(c.budget_eur)`.as('budget_eur'),
    ])
    .select([sum('w.recipients', given).as('awards'), sum('w.floor_area_m2', standing).as('floor_area_m2')])
    .select([sum('w.amount_eur', given).as('amount_eur'), sql<number>`coalesce(sum(y.eur), 0)`.as('paid_eur')])
    .select([sum('w.jobs', given).as('jobs')])
    .select(sql<number>`count(*) filter (where ${standing} and w.opened_on <= ${day})`.as('opened'))
    .orderBy(key)
    .execute();
}
export type AwardSumsRow = Awaited<ReturnType<typeof readAwardSums>>[number];
