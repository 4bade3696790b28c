// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../past.ts';

/** The latest change, known on the day, of a milestone and of what belongs to it. */
export async function readVersion({ db, programmeId, day }: Reader, milestone: string): Promise<number> {
  const { rows } = await sql<{ version: number | null }>`
    select greatest(
      (select max(id) from public.change where programme_id = ${programmeId} and table_name = 'milestone'
        and item = ${milestone} and known_on <= ${day}),
      (select max(id) from public.change where programme_id = ${programmeId} and known_on <= ${day}
        and coalesce(after, before) ->> 'milestone' = ${milestone}
        and table_name in ('promise', 'forecast', 'evidence', 'closing', 'milestone_dependency'))) as version`.execute(
    db,
  );
  return rows[0]?.version ?? 0;
}

/** The milestone that this one goes on with, and the one that goes on with it. */
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
