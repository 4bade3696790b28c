// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../../past.ts';
import type { CallBeneficiaryTable as Beneficiary, Bilingual } from '../../schema.ts';
import { containing } from '../../values.ts';

export interface CallFilter {
  key?: string | undefined;
  kind?: string | undefined;
  area?: string | undefined;
  q?: string | undefined;
}

const own = [
  'c.key',
  'c.name',
  'c.kind',
  'c.summary',
  'c.published_on',
  'c.published_precision',
  'c.opens_on',
] as const;
const figures = [
  'c.closes_on',
  'c.concluded_on',
  'c.concluded_precision',
  'c.budget_eur',
  'c.awarded_eur',
  'c.procedure',
  'c.grant_min_eur',
  'c.projects_started',
  'c.grant_share',
  'c.grant_max_eur',
  'c.applications',
  'c.admitted',
  'c.run',
  'c.opens_at',
  'c.closes_at',
] as const;
const around = [
  'c.area',
  'a.name as area_name',
  'c.zone',
  'z.name as zone_name',
  't.n as lots',
  'w.n as awards',
] as const;

/** Calls, latest first; those without dates come last. */
export async function readCalls({ db, programmeId }: Reader, filter: CallFilter = {}) {
  const count = (table: 'lot' | 'award') =>
    db
      .selectFrom(table)
      .where('programme_id', '=', programmeId)
      .select(['call', (eb) => eb.fn.countAll<number>().as('n')])
      .groupBy('call');
  let query = db
    .selectFrom('call as c')
    .innerJoin('area as a', (join) => join.onRef('a.key', '=', 'c.area').on('a.programme_id', '=', programmeId))
    .leftJoin('zone as z', (join) => join.onRef('z.key', '=', 'c.zone').on('z.programme_id', '=', programmeId))
    .leftJoin(count('lot').as('t'), 't.call', 'c.key')
    .leftJoin(count('award').as('w'), 'w.call', 'c.key')
    .where('c.programme_id', '=', programmeId)
    .select([...own, ...figures, ...around])
    .orderBy(sql`coalesce(c.published_on, c.opens_on, c.closes_on, c.concluded_on)`, (order) =>
      order.desc().nullsLast(),
    )
    .orderBy('c.key');
  if (filter.key) query = query.where('c.key', '=', filter.key);
  if (filter.kind) query = query.where('c.kind', '=', filter.kind as never);
  if (filter.area) query = query.where('c.area', '=', filter.area);
  if (filter.q) query = query.where(containing('c.name', filter.q));
  return query.execute();
}
export type CallRow = Awaited<ReturnType<typeof readCalls>>[number];

export async function readCallBody({ db, programmeId }: Reader, key: string) {
  return db
    .selectFrom('call as c')
    .leftJoin('initiative as i', (join) =>
      join.onRef('i.key', '=', 'c.initiative').on('i.programme_id', '=', programmeId),
    )
    .leftJoin('milestone as m', (join) =>
      join.onRef('m.key', '=', 'c.milestone').on('m.programme_id', '=', programmeId),
    )
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'c.source').on('s.programme_id', '=', programmeId))
    .where('c.programme_id', '=', programmeId)
    .where('c.key', '=', key)
    .select([
      'c.initiative',
      'i.name as initiative_name',
      'c.milestone',
      'm.name as milestone_name',
      'c.url',
      'c.note',
      'c.source',
      's.title as source_title',
    ])
    .executeTakeFirst();
}

export async function readLots({ db, programmeId }: Reader, call: string) {
  return db
    .selectFrom('lot as t')
    .innerJoin('space as p', (join) => join.onRef('p.key', '=', 't.space').on('p.programme_id', '=', programmeId))
    .where('t.programme_id', '=', programmeId)
    .where('t.call', '=', call)
    .select(['t.key', 't.space', 'p.name as space_name', 't.position', 'p.floor_area_m2', 't.fee_eur_year', 't.note'])
    .orderBy('t.position')
    .execute();
}

/** Budget and criteria of a call, and its beneficiaries by kind. */
export async function readTerms({ db, programmeId }: Reader, call: string) {
  const rows = <Table extends 'call_budget' | 'call_criterion' | 'call_beneficiary'>(table: Table) =>
    db
      .selectFrom(`${table} as t` as 'call_budget as t')
      .leftJoin('source as s', (join) => join.onRef('s.key', '=', 't.source').on('s.programme_id', '=', programmeId))
      .where('t.programme_id', '=', programmeId)
      .where('t.call', '=', call)
      .select(['t.key', 't.source', 's.title as source_title']);
  const budgets = await rows('call_budget')
    .select(['t.number', 't.amount_eur', 't.set_on', 't.set_precision', 't.note'])
    .orderBy('t.number')
    .execute();
  const criteria = await rows('call_criterion')
    .select([
      sql<Bilingual>`t.name`.as('name'),
      sql<number | null>`t.weight`.as('weight'),
      sql<boolean>`t.rewarded`.as('rewarded'),
    ])
    .orderBy(sql`t.position`)
    .execute();
  const beneficiaries = await rows('call_beneficiary')
    .select([
      sql<Beneficiary['kind']>`t.kind`.as('kind'),
      sql<number | null>`t.number`.as('number'),
      sql<Bilingual>`t.name`.as('name'),
      't.note',
    ])
    .orderBy('t.key')
    .execute();
  return { budgets, criteria, beneficiaries };
}

/** Lots of a call with their location; `elsewhere` is set if the space was returned and a later call offers it. */
export async function readOffered({ db, programmeId }: Reader, call: string) {
  const elsewhere = sql<boolean>`exists (select from public.lot l
    join public.call later on later.programme_id = l.programme_id and later.key = l.call and later.run
    join public.call own on own.programme_id = l.programme_id and own.key = ${call} and later.closes_at > own.closes_at
    where l.programme_id = ${programmeId} and l.space = t.space and l.call <> ${call})`;
  return db
    .selectFrom('lot as t')
    .innerJoin('space as p', (join) => join.onRef('p.key', '=', 't.space').on('p.programme_id', '=', programmeId))
    .where('t.programme_id', '=', programmeId)
    .where('t.call', '=', call)
    .select(['t.key', 't.space', 'p.zone', 'p.floor_area_m2', elsewhere.as('elsewhere')])
    .execute();
}

export type OfferedRow = Awaited<ReturnType<typeof readOffered>>[number];
