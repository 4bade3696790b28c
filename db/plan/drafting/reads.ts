// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../../past.ts';

/** Latest change, known on the day, of a milestone and its parts. */
export async function readVersion({ db, programmeId, day }: Reader, milestone: string): Promise<number> {
  const { rows } = await sql<{ version: number | null }>`
    select greatest(
      (select id from public.change where programme_id = ${programmeId} and table_name = 'milestone'
        and item = ${milestone} and known_on <= ${day} order by known_on desc, id desc limit 1),
      (select id from public.change where programme_id = ${programmeId} and known_on <= ${day}
        and coalesce(after, before) ->> 'milestone' = ${milestone}
        and table_name in ('promise', 'forecast', 'evidence', 'closing', 'milestone_dependency')
        order by id desc limit 1)) as version`.execute(db);
  return rows[0]?.version ?? 0;
}

/** Predecessor and successor of a carried-over milestone. */
export async function readContinued({ db, programmeId }: Reader, milestone: string) {
  return db
    .selectFrom('milestone as m')
    .leftJoin('promise as p', (join) =>
      join.onRef('p.milestone', '=', 'm.key').on('p.programme_id', '=', programmeId).on('p.number', '=', 1),
    )
    .where('m.programme_id', '=', programmeId)
    .where((eb) =>
      eb.or([
        eb('m.continues', '=', milestone),
        eb(
          'm.key',
          '=',
          eb
            .selectFrom('milestone as x')
            .where('x.programme_id', '=', programmeId)
            .where('x.key', '=', milestone)
            .select('x.continues'),
        ),
      ]),
    )
    .select(['m.key', 'm.name', 'm.continues', 'p.due_on', 'p.due_precision'])
    .orderBy('m.key')
    .execute();
}

const settled = ['m.key', 'm.cycle', 'm.area', 'm.weight', 'm.done_on', 'm.withdrawn_on'] as const;
const drafted = ['m.planned_on', 'm.planned_precision'] as const;
const ofCycle = ['c.draft', 'c.starts_on', 'c.ends_on', 'c.closed_on'] as const;
const given = ['p.number', 'p.due_on', 'p.due_precision', 'p.first_made_on'] as const;

const onlyOne = ({ db, programmeId }: Reader, key: string) =>
  db.selectFrom('milestone as m').where('m.programme_id', '=', programmeId).where('m.key', '=', key);

const promiseInForce = ({ db, programmeId }: Reader, key: string) =>
  db
    .selectFrom('promise')
    .where('programme_id', '=', programmeId)
    .where('milestone', '=', key)
    .select(['milestone', 'number', 'due_on', 'due_precision'])
    .select((eb) => eb.fn.min('made_on').over().as('first_made_on'))
    .orderBy('number', 'desc')
    .limit(1);

const lastClosing = ({ db, programmeId }: Reader, key: string) =>
  db
    .selectFrom('closing')
    .where('programme_id', '=', programmeId)
    .where('milestone', '=', key)
    .select(['milestone', 'key as closing', 'number as closings', 'state'])
    .select(['done_on as closing_on', 'done_precision as closing_precision'])
    .orderBy('number', 'desc')
    .limit(1);

const evidenceOf = ({ db, programmeId }: Reader, key: string) =>
  db
    .selectFrom('evidence')
    .where('programme_id', '=', programmeId)
    .where('milestone', '=', key)
    .select((e) => e.fn.countAll<number>().as('n'));

/**
 * A milestone, locked until commit; reports are not blocked. Reads after locking, so that concurrent writes are
 * visible.
 */
export async function lockMilestone(reader: Reader, key: string) {
  if (!(await onlyOne(reader, key).select('m.key').forNoKeyUpdate().executeTakeFirst())) return undefined;
  return onlyOne(reader, key)
    .innerJoin('cycle as c', (join) =>
      join.onRef('c.key', '=', 'm.cycle').on('c.programme_id', '=', reader.programmeId),
    )
    .leftJoin(promiseInForce(reader, key).as('p'), 'p.milestone', 'm.key')
    .leftJoin(lastClosing(reader, key).as('k'), 'k.milestone', 'm.key')
    .select([...settled, ...drafted, ...ofCycle, ...given])
    .select(['k.closing', 'k.closings', 'k.state', 'k.closing_on', 'k.closing_precision'])
    .select(evidenceOf(reader, key).as('evidence'))
    .executeTakeFirst();
}
export type LockedMilestone = NonNullable<Awaited<ReturnType<typeof lockMilestone>>>;

/** Locks the cycle until commit against adoption, closing and removal. */
export async function holdCycle({ db, programmeId }: Reader, key: string) {
  return db
    .selectFrom('cycle')
    .where('programme_id', '=', programmeId)
    .where('key', '=', key)
    .select(['key', 'draft', 'starts_on', 'ends_on', 'closed_on'])
    .forShare()
    .executeTakeFirst();
}

export async function readEdges({ db, programmeId }: Reader) {
  return db
    .selectFrom('milestone_dependency')
    .where('programme_id', '=', programmeId)
    .select(['key', 'milestone as from', 'depends_on as to'])
    .execute();
}

/** Keys of the milestones of an area in a cycle, in order. */
export async function readOrder({ db, programmeId }: Reader, cycle: string, area: string): Promise<string[]> {
  const rows = await db
    .selectFrom('milestone')
    .where('programme_id', '=', programmeId)
    .where('cycle', '=', cycle)
    .where('area', '=', area)
    .select('key')
    .orderBy('position')
    .orderBy('key')
    .execute();
  return rows.map(({ key }) => key);
}

/** Last two forecasts and promises of a milestone, latest first. */
export async function readLastTwo({ db, programmeId }: Reader, milestone: string) {
  const forecasts = await db
    .selectFrom('forecast')
    .where('programme_id', '=', programmeId)
    .where('milestone', '=', milestone)
    .select(['expected_on', 'expected_precision', 'reason', 'note'])
    .orderBy('reported_on', 'desc')
    .orderBy('key', 'desc')
    .limit(2)
    .execute();
  const promises = await db
    .selectFrom('promise')
    .where('programme_id', '=', programmeId)
    .where('milestone', '=', milestone)
    .select(['number', 'due_on', 'due_precision'])
    .orderBy('number', 'desc')
    .limit(2)
    .execute();
  return { forecasts, promises };
}
