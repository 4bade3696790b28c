// SPDX-License-Identifier: AGPL-3.0-or-later

import { type Selectable, sql } from 'kysely';
import { zoneBranch } from '../../city/territory/reads.ts';
import type { Reader } from '../../past.ts';
import type { Database } from '../../schema.ts';
import { containing } from '../../values.ts';

type Precision = Selectable<Database['promise']>['due_precision'];

export interface MilestoneFilter {
  keys?: string[];
  cycle?: string | undefined;
  area?: string | undefined;
  owner?: string | undefined;
  zone?: string | undefined;
  q?: string | undefined;
}

/** Filters by the given keys; all milestones if none are given. */
const among = (keys: string[] | undefined) =>
  keys ? sql<boolean>`milestone = any(${keys}::text[])` : sql<boolean>`true`;

/**
 * First promise and promise in force (highest number) of each milestone. A single pass over the promises, because
 * without statistics Postgres would otherwise scan the past once per pair.
 */
const promises = ({ db, programmeId }: Reader, keys: string[] | undefined) =>
  db
    .selectFrom('promise')
    .select(['milestone', 'number', 'due_on', 'due_precision', 'made_on'])
    .select([
      sql<string>`first_value(due_on) over first_promise`.as('first_on'),
      sql<Precision>`first_value(due_precision) over first_promise`.as('first_precision'),
      sql<string>`first_value(made_on) over first_promise`.as('first_made_on'),
    ])
    .distinctOn('milestone')
    .where('programme_id', '=', programmeId)
    .where(among(keys))
    .modifyEnd(sql`window first_promise as (partition by milestone order by number)
      order by milestone, number desc`);

/** Latest forecast of the milestone of the outer query: one step along an index, however many there are. */
const lastForecast = ({ db, programmeId }: Reader) =>
  db
    .selectFrom('forecast as x')
    .select(['x.expected_on', 'x.expected_precision', 'x.reported_on', 'x.reason'])
    .where('x.programme_id', '=', programmeId)
    .where('x.milestone', '=', sql.ref<string>('m.key'))
    .orderBy('x.reported_on', 'desc')
    .orderBy('x.key', 'desc')
    .limit(1);

/** Latest closing of each milestone. */
const lastClosing = ({ db, programmeId }: Reader, keys: string[] | undefined) =>
  db
    .selectFrom('closing')
    .select(['milestone', 'state', 'proposed_on'])
    .distinctOn('milestone')
    .where('programme_id', '=', programmeId)
    .where(among(keys))
    .orderBy('milestone')
    .orderBy('number', 'desc');

const evidenceCount = ({ db, programmeId }: Reader, keys: string[] | undefined) =>
  db
    .selectFrom('evidence')
    .select(['milestone', (eb) => eb.fn.countAll<number>().as('evidence')])
    .where('programme_id', '=', programmeId)
    .where(among(keys))
    .groupBy('milestone');

const own = ['m.key', 'm.name', 'm.weight', 'm.position', 'm.done_on', 'm.done_precision', 'm.withdrawn_on'] as const;
const promised = [
  'p.first_on',
  'p.first_precision',
  'p.first_made_on',
  'p.made_on',
  'p.due_on',
  'p.due_precision',
  'p.number',
] as const;
const reported = [
  'f.expected_on',
  'f.expected_precision',
  'f.reported_on',
  'f.reason',
  'e.evidence',
  'k.state as closing_state',
  'k.proposed_on',
] as const;
const around = [
  'm.area',
  'a.name as area_name',
  'a.position as area_position',
  'm.cycle',
  'c.name as cycle_name',
] as const;
const about = [
  'c.starts_on',
  'c.ends_on',
  'c.adopted_on',
  'c.closed_on',
  'm.owner',
  'o.name as owner_name',
  'm.zone',
  'z.name as zone_name',
] as const;

/** Milestones with the input of the measures, without drafts (no first promise). */
export async function readMilestones(reader: Reader, filter: MilestoneFilter = {}) {
  const { db, programmeId } = reader;
  let query = db
    .selectFrom('milestone as m')
    .innerJoin(promises(reader, filter.keys).as('p'), 'p.milestone', 'm.key')
    .leftJoinLateral(lastForecast(reader).as('f'), (join) => join.onTrue())
    .leftJoin(lastClosing(reader, filter.keys).as('k'), 'k.milestone', 'm.key')
    .leftJoin(evidenceCount(reader, filter.keys).as('e'), 'e.milestone', 'm.key')
    .innerJoin('area as a', (join) => join.onRef('a.key', '=', 'm.area').on('a.programme_id', '=', programmeId))
    .innerJoin('cycle as c', (join) => join.onRef('c.key', '=', 'm.cycle').on('c.programme_id', '=', programmeId))
    .leftJoin('organisation as o', (join) => join.onRef('o.key', '=', 'm.owner').on('o.programme_id', '=', programmeId))
    .leftJoin('zone as z', (join) => join.onRef('z.key', '=', 'm.zone').on('z.programme_id', '=', programmeId))
    .where('m.programme_id', '=', programmeId)
    .select([...own, ...promised, ...reported, ...around, ...about])
    .orderBy('a.position')
    .orderBy('m.position')
    .orderBy('m.key');
  if (filter.keys) query = query.where('m.key', '=', sql<string>`any(${filter.keys})`);
  if (filter.cycle) query = query.where('m.cycle', '=', filter.cycle);
  if (filter.area) query = query.where('m.area', '=', filter.area);
  if (filter.owner) query = query.where('m.owner', '=', filter.owner);
  if (filter.zone) query = query.where('m.zone', 'in', zoneBranch(reader, filter.zone));
  if (filter.q) query = query.where(containing('m.name', filter.q));
  return query.execute();
}
export type MilestoneRow = Awaited<ReturnType<typeof readMilestones>>[number];

export async function readMilestoneBody({ db, programmeId }: Reader, key: string) {
  return db
    .selectFrom('milestone as m')
    .leftJoin('initiative as i', (join) =>
      join.onRef('i.key', '=', 'm.initiative').on('i.programme_id', '=', programmeId),
    )
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'm.source').on('s.programme_id', '=', programmeId))
    .where('m.programme_id', '=', programmeId)
    .where('m.key', '=', key)
    .select([
      'm.summary',
      'm.outcome',
      'm.withdrawn_reason',
      'm.note',
      'm.initiative',
      'i.name as initiative_name',
      'm.source',
      's.title as source_title',
    ])
    .executeTakeFirst();
}

/** Promises of one milestone or of a cycle's milestones, oldest first. */
export async function readPromises({ db, programmeId }: Reader, milestones: string[]) {
  return db
    .selectFrom('promise as p')
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'p.source').on('s.programme_id', '=', programmeId))
    .where('p.programme_id', '=', programmeId)
    .where('p.milestone', '=', sql<string>`any(${milestones})`)
    .select([
      'p.milestone',
      'p.number',
      'p.due_on',
      'p.due_precision',
      'p.made_on',
      'p.reason_kind',
      'p.reason',
      'p.source',
      's.title as source_title',
    ])
    .orderBy('p.milestone')
    .orderBy('p.number')
    .execute();
}

export async function readForecasts({ db, programmeId }: Reader, milestones: string[]) {
  return db
    .selectFrom('forecast as f')
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'f.source').on('s.programme_id', '=', programmeId))
    .where('f.programme_id', '=', programmeId)
    .where('f.milestone', '=', sql<string>`any(${milestones})`)
    .select([
      'f.milestone',
      'f.reported_on',
      'f.expected_on',
      'f.expected_precision',
      'f.reason',
      'f.note',
      'f.source',
      's.title as source_title',
    ])
    .orderBy('f.milestone')
    .orderBy('f.reported_on')
    .orderBy('f.key')
    .execute();
}

export async function readDependencies({ db, programmeId }: Reader, milestone: string) {
  return db
    .selectFrom('milestone_dependency')
    .where('programme_id', '=', programmeId)
    .where((eb) => eb.or([eb('milestone', '=', milestone), eb('depends_on', '=', milestone)]))
    .select(['milestone', 'depends_on'])
    .execute();
}
