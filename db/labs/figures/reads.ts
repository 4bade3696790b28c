// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../../past.ts';
import { statusOn } from '../directory/reads.ts';

/** Labs by kind, confirmation and periphery, without merged entries. */
export async function readRegisterSums({ db, programmeId, day }: Reader, days: { fresh: string; doubtful: string }) {
  const freshness = sql<'confirmed' | 'stale' | 'possibly-closed' | 'never-confirmed'>`case
    when l.confirmed_on is null then 'never-confirmed' when l.confirmed_on >= ${days.fresh} then 'confirmed'
    when l.confirmed_on >= ${days.doubtful} then 'stale' else 'possibly-closed' end`;
  return (
    db
      .selectFrom('lab as l')
      .leftJoin('zone as z', (join) => join.onRef('z.key', '=', 'l.zone').on('z.programme_id', '=', programmeId))
      .where('l.programme_id', '=', programmeId)
      .where('l.merged_into', 'is', null)
      // Grouped by alias: Postgres treats two expressions with parameters as different.
      .groupBy(['l.kind', 'z.periphery', sql.ref('standing'), sql.ref('freshness')])
      .select(['l.kind', statusOn(day).as('standing'), 'z.periphery', freshness.as('freshness')])
      .select((eb) => eb.fn.countAll<number>().as('labs'))
      .execute()
  );
}

export async function countMachines({ db, programmeId, day }: Reader): Promise<number> {
  const found = await db
    .selectFrom('machine as m')
    .innerJoin('lab as l', (join) => join.onRef('l.key', '=', 'm.lab').on('l.programme_id', '=', programmeId))
    .where('m.programme_id', '=', programmeId)
    .where('l.merged_into', 'is', null)
    .where(statusOn(day), '!=', 'closed')
    .select((eb) => eb.fn.sum<number | null>('m.quantity').as('n'))
    .executeTakeFirst();
  return Number(found?.n ?? 0);
}
