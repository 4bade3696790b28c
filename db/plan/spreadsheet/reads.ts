// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../../past.ts';
import type { Bilingual } from '../../schema.ts';

const own = ['m.key', 'm.area', 'm.name', 'm.summary', 'm.initiative', 'm.owner', 'm.zone', 'm.weight'] as const;

/** Milestones of a cycle or draft, with the promised (or planned) and the expected date. */
export async function readSheetRows({ db, programmeId }: Reader, cycle: string) {
  return db
    .selectFrom('milestone as m')
    .innerJoin('area as a', (join) => join.onRef('a.key', '=', 'm.area').on('a.programme_id', '=', programmeId))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('promise as x')
          .where('x.programme_id', '=', programmeId)
          .whereRef('x.milestone', '=', 'm.key')
          .select(['x.due_on', 'x.due_precision'])
          .orderBy('x.number', 'desc')
          .limit(1)
          .as('p'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('forecast as x')
          .where('x.programme_id', '=', programmeId)
          .whereRef('x.milestone', '=', 'm.key')
          .select('x.expected_on')
          .orderBy('x.reported_on', 'desc')
          .orderBy('x.key', 'desc')
          .limit(1)
          .as('f'),
      (join) => join.onTrue(),
    )
    .where('m.programme_id', '=', programmeId)
    .where('m.cycle', '=', cycle)
    .select([...own, 'p.due_on as promised_on', 'f.expected_on'])
    .select(sql<string | null>`coalesce(p.due_on, m.planned_on)`.as('due_on'))
    .select(sql<string | null>`coalesce(p.due_precision, m.planned_precision)`.as('due_precision'))
    .orderBy('a.position')
    .orderBy('m.position')
    .orderBy('m.key')
    .execute();
}
export type SheetMilestone = Awaited<ReturnType<typeof readSheetRows>>[number];

/** Valid keys for sheet cells, with their names. */
export async function readNamed({ db, programmeId }: Reader) {
  const read = (table: 'area' | 'initiative' | 'organisation' | 'zone') =>
    db
      .selectFrom(table)
      .where('programme_id', '=', programmeId)
      .select(['key', 'name'])
      .orderBy('key')
      .execute() as Promise<{ key: string; name: Bilingual }[]>;
  return {
    area: await read('area'),
    initiative: await read('initiative'),
    owner: await read('organisation'),
    zone: await read('zone'),
  };
}
