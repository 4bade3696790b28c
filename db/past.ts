// SPDX-License-Identifier: AGPL-3.0-or-later
import { type RawBuilder, sql } from 'kysely';
import type { OfficinaDb } from './client.ts';

/** What every read takes: the tables as they are, or as they were known by the end of a day, of one programme. */
export interface Reader {
  db: OfficinaDb;
  programmeId: number;
  /** The civil day that is judged. */
  day: string;
  /** The moment, RFC 3339 in UTC, where it is the present that is read. */
  now?: string;
}

/** The latest change, known on the day, of an item that the query around it names. */
export const latestChange = ({ programmeId, day }: Reader, table: string, item: string): RawBuilder<number> =>
  sql<number>`(select max(x.id + 0) from public.change x where x.programme_id = ${programmeId}
    and x.table_name = ${sql.lit(table)} and x.item = ${sql.ref(item)} and x.known_on <= ${day})`;

/** Reads in one consistent snapshot: the tables as they are, or the past through the views of schema `past`. */
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
      await sql`select set_config('app.as_of', ${asOf}, true)`.execute(trx);
      return work({ db: trx.withSchema('past'), programmeId, day: asOf });
    });
}
