// SPDX-License-Identifier: AGPL-3.0-or-later
import { type RawBuilder, sql } from 'kysely';
import type { OfficinaDb } from './client.ts';

/** Context required by every read: one programme's tables, current or as known by the end of a day. */
export interface Reader {
  db: OfficinaDb;
  programmeId: number;
  /** Civil day of the read. */
  day: string;
  /** Current instant (RFC 3339, UTC); set for reads of the present only. */
  now?: string;
}

/** Latest change, known on the day, of an item named by the outer query. */
export const latestChange = ({ programmeId, day }: Reader, table: string, item: string): RawBuilder<number> =>
  sql<number>`(select x.id from public.change x where x.programme_id = ${programmeId}
    and x.table_name = ${sql.lit(table)} and x.item = ${sql.ref(item)} and x.known_on <= ${day}
    order by x.known_on desc, x.id desc limit 1)`;

/** Reads in one snapshot: the current tables, or the past through the views of schema `past`. */
export async function reading<T>(
  db: OfficinaDb,
  at: { programmeId: number; asOf: string | undefined; today: string },
  work: (reader: Reader) => Promise<T>,
): Promise<T> {
  const { programmeId, asOf, today } = at;
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      if (!asOf) return work({ db: trx, programmeId, day: today, now: new Date().toISOString() });
      // A generic plan would keep the estimates of the day it was first made for.
      await sql`select set_config('app.as_of', ${asOf}, true), set_config('plan_cache_mode', 'force_custom_plan', true)`.execute(
        trx,
      );
      return work({ db: trx.withSchema('past'), programmeId, day: asOf });
    });
}
