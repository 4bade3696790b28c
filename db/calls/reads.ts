// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { containing } from '../milestones/reads.ts';
import type { Reader } from '../past.ts';

export interface CallFilter {
  key?: string | undefined;
  kind?: string | undefined;
  area?: string | undefined;
  q?: string | undefined;
}

/** Calls, the latest first; one without any date comes last. */
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
    .select([
      'c.key',
      'c.name',
      'c.kind',
      'c.summary',
      'c.published_on',
      'c.published_precision',
      'c.opens_on',
      'c.closes_on',
      'c.concluded_on',
      'c.concluded_precision',
    ])
    .select(['c.budget_eur', 'c.awarded_eur', 'c.grant_share', 'c.grant_max_eur', 'c.applications', 'c.admitted'])
    .select(['c.area', 'a.name as area_name', 'c.zone', 'z.name as zone_name', 't.n as lots', 'w.n as awards'])
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

export async function readAwards({ db, programmeId }: Reader, call: string) {
  return db
    .selectFrom('award as w')
    .leftJoin('space as p', (join) => join.onRef('p.key', '=', 'w.space').on('p.programme_id', '=', programmeId))
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.key', '=', 'w.organisation').on('o.programme_id', '=', programmeId),
    )
    .leftJoin('zone as z', (join) => join.onRef('z.key', '=', 'w.zone').on('z.programme_id', '=', programmeId))
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'w.source').on('s.programme_id', '=', programmeId))
    .where('w.programme_id', '=', programmeId)
    .where('w.call', '=', call)
    .select([
      'w.key',
      'w.recipients',
      'w.recipient_kind',
      'w.amount_eur',
      'w.floor_area_m2',
      'w.awarded_on',
      'w.awarded_precision',
      'w.note',
    ])
    .select([
      'w.space',
      'p.name as space_name',
      'w.organisation',
      'o.name as organisation_name',
      'w.zone',
      'z.name as zone_name',
      'w.source',
      's.title as source_title',
    ])
    .orderBy('w.key')
    .execute();
}
