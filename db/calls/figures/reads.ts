// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { OfficinaDb } from '../../client.ts';

interface Of {
  programmeId: number;
  call: string;
  /** Last day included. */
  day: string;
}

const cityDay = (column: string) =>
  sql<string>`(${sql.ref(column)} at time zone (select timezone from public.setting))::date`;

/** Applications that count on a day: submitted by then and not withdrawn by then. */
const standing = ({ programmeId, call, day }: Of) => sql<boolean>`a.programme_id = ${programmeId} and a.call = ${call}
  and a.number is not null and ${cityDay('a.submitted_at')} <= ${day}
  and (a.withdrawn_at is null or ${cityDay('a.withdrawn_at')} > ${day})`;

/** Number of applications per day of submission; no content. */
export async function readDays(db: OfficinaDb, of: Of) {
  return db
    .selectFrom('access.application as a')
    .where(standing(of))
    .select([cityDay('a.submitted_at').as('on'), (eb) => eb.fn.countAll<number>().as('applications')])
    .groupBy(cityDay('a.submitted_at'))
    .orderBy('on')
    .execute();
}

/**
 * Per zone: lots offered, applications that want one of them, and first choices. Preferences are sealed content:
 * nothing is returned before the call closes by the database clock.
 */
export async function readZonesWanted(db: OfficinaDb, of: Of) {
  const wanted = db
    .selectFrom('access.application as a')
    .innerJoin('call as c', (join) => join.onRef('c.programme_id', '=', 'a.programme_id').onRef('c.key', '=', 'a.call'))
    .innerJoin(
      sql<{ lot: string; place: number }>`lateral jsonb_array_elements_text(a.submitted -> 'lots')
        with ordinality`.as<'w'>(sql`w(lot, place)`),
      (join) => join.onTrue(),
    )
    .where(standing(of))
    .where(sql<boolean>`c.closes_at <= clock_timestamp()`)
    .select(['a.application_id', 'w.lot', 'w.place']);
  return db
    .selectFrom('lot as t')
    .innerJoin('space as p', (join) =>
      join.onRef('p.programme_id', '=', 't.programme_id').onRef('p.key', '=', 't.space'),
    )
    .leftJoin('zone as z', (join) => join.onRef('z.programme_id', '=', 'p.programme_id').onRef('z.key', '=', 'p.zone'))
    .leftJoin(wanted.as('w'), 'w.lot', 't.key')
    .where('t.programme_id', '=', of.programmeId)
    .where('t.call', '=', of.call)
    .select(['z.key', 'z.name', sql<number>`count(distinct t.space)`.as('spaces')])
    .select(
      sql<number>`(select coalesce(sum(o.floor_area_m2), 0) from unnest(array_agg(distinct p.key::text)) u(key)
      join space o on o.programme_id = ${of.programmeId} and o.key = u.key)`.as('floor_area_m2'),
    )
    .select([
      sql<number>`count(distinct w.application_id)`.as('applications'),
      sql<number>`count(distinct w.application_id) filter (where w.place = 1)`.as('first_choices'),
    ])
    .groupBy(['z.key', 'z.name'])
    .orderBy('applications', 'desc')
    .orderBy('z.key')
    .execute();
}
