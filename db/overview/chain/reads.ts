// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { zoneBranch } from '../../city/territory/reads.ts';
import type { Reader } from '../../past.ts';

export type Focus = 'area' | 'milestone' | 'call' | 'space' | 'organisation' | 'zone' | 'award';

const nothing = sql<string | null>`null::text`;

/** All threads of a call: one per award, per unassigned lot, or a single one without outcome. */
function threads({ db, programmeId }: Reader) {
  const awarded = db
    .selectFrom('award')
    .where('programme_id', '=', programmeId)
    .select(['call', 'space', 'organisation', 'key as award', 'zone']);
  const free = db
    .selectFrom('lot as t')
    .innerJoin('space as p', (join) => join.onRef('p.key', '=', 't.space').on('p.programme_id', '=', programmeId))
    .leftJoin('award as x', (join) =>
      join.onRef('x.call', '=', 't.call').onRef('x.space', '=', 't.space').on('x.programme_id', '=', programmeId),
    )
    .where('t.programme_id', '=', programmeId)
    .where('x.key', 'is', null)
    .select(['t.call', 't.space', nothing.as('organisation'), nothing.as('award'), 'p.zone']);
  const parts = (table: 'award' | 'lot') =>
    db.selectFrom(table).where('programme_id', '=', programmeId).select('call').distinct();
  const bare = db
    .selectFrom('call as k')
    .leftJoin(parts('award').as('w'), 'w.call', 'k.key')
    .leftJoin(parts('lot').as('t'), 't.call', 'k.key')
    .where('k.programme_id', '=', programmeId)
    .where('w.call', 'is', null)
    .where('t.call', 'is', null)
    .select(['k.key as call', nothing.as('space'), nothing.as('organisation'), nothing.as('award'), 'k.zone']);
  return awarded.unionAll(free as never).unionAll(bare as never);
}

const ofCall = ['c.key as call', 'c.name as call_name', 'c.published_on', 'c.opens_on', 'c.closes_on'] as const;
const timed = ['c.run', 'c.opens_at', 'c.closes_at'] as const;
const around = ['c.concluded_on', 'c.area', 'a.name as area_name', 'r.milestone', 'm.name as milestone_name'] as const;
const ofAward = [
  'w.recipients',
  'w.recipient_kind',
  'w.amount_eur',
  'w.signed_on',
  'w.keys_on',
  'w.opened_on',
  'w.ended_on',
  'w.ended_as',
] as const;

/** Threads through one item, or all, latest calls first; `total` counts all of them. */
export async function readThreads(reader: Reader, of: { kind: Focus; key: string } | null, limit: number) {
  const { db, programmeId } = reader;
  const awarded = db.selectFrom('award').where('programme_id', '=', programmeId).select('call').distinct();
  const query = db
    .selectFrom(threads(reader).as('l'))
    .innerJoin('call as c', (join) => join.onRef('c.key', '=', 'l.call').on('c.programme_id', '=', programmeId))
    .innerJoin('area as a', (join) => join.onRef('a.key', '=', 'c.area').on('a.programme_id', '=', programmeId))
    // Draft milestones are not shown.
    .leftJoin('promise as r', (join) =>
      join.onRef('r.milestone', '=', 'c.milestone').on('r.number', '=', 1).on('r.programme_id', '=', programmeId),
    )
    .leftJoin('milestone as m', (join) =>
      join.onRef('m.key', '=', 'r.milestone').on('m.programme_id', '=', programmeId),
    )
    .leftJoin('space as p', (join) => join.onRef('p.key', '=', 'l.space').on('p.programme_id', '=', programmeId))
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.key', '=', 'l.organisation').on('o.programme_id', '=', programmeId),
    )
    .leftJoin('award as w', (join) => join.onRef('w.key', '=', 'l.award').on('w.programme_id', '=', programmeId))
    .leftJoin(awarded.as('h'), 'h.call', 'c.key')
    .select([...ofCall, ...timed, ...around, ...ofAward])
    .select(['m.done_on', 'm.done_precision', 'l.space', 'p.name as space_name', 'p.state as space_state'])
    .select(['l.organisation', 'o.name as organisation_name', 'l.award'])
    .select([sql<boolean>`h.call is not null`.as('has_awards'), sql<number>`count(*) over ()`.as('total')])
    .orderBy(sql`coalesce(c.published_on, c.opens_on, c.closes_on, c.concluded_on)`, (order) =>
      order.desc().nullsLast(),
    )
    .orderBy('c.key')
    .orderBy('l.space')
    .orderBy('l.award')
    .limit(limit);
  if (of === null) return query.execute();
  if (of.kind === 'zone') return query.where('l.zone', 'in', zoneBranch(reader, of.key)).execute();
  const columns = { area: 'c.area', milestone: 'r.milestone', call: 'c.key' } as const;
  const column = of.kind in columns ? columns[of.kind as 'call'] : (`l.${of.kind}` as 'l.space');
  return query.where(column, '=', of.key).execute();
}
export type ThreadRow = Awaited<ReturnType<typeof readThreads>>[number];

/** A promised milestone with its area. */
export async function readPromised({ db, programmeId }: Reader, key: string) {
  return db
    .selectFrom('milestone as m')
    .innerJoin('area as a', (join) => join.onRef('a.key', '=', 'm.area').on('a.programme_id', '=', programmeId))
    .innerJoin('promise as r', (join) =>
      join.onRef('r.milestone', '=', 'm.key').on('r.number', '=', 1).on('r.programme_id', '=', programmeId),
    )
    .where('m.programme_id', '=', programmeId)
    .where('m.key', '=', key)
    .select(['m.key', 'm.name', 'm.done_on', 'm.done_precision', 'm.area', 'a.name as area_name'])
    .executeTakeFirst();
}
