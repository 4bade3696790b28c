// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { OfficinaDb } from '../../client.ts';
import type { Reader } from '../../past.ts';

/** Everyone with a mail address and responsibilities, with weekday and hour of their digest. */
export async function readHolders(db: OfficinaDb) {
  return db
    .selectFrom('access.role as r')
    .innerJoin('access.account as a', 'a.account_id', 'r.account_id')
    .leftJoin('programme as p', 'p.programme_id', 'r.programme_id')
    .where('r.ended_at', 'is', null)
    .where('r.role', 'in', ['administrator', 'official'])
    .where('a.email', 'is not', null)
    .select(['a.account_id', 'a.email', 'a.language', 'a.digest_wanted', 'a.digest_weekday', 'a.digest_hour'])
    .select(['r.role', 'r.areas', 'p.key as programme'])
    .orderBy('a.account_id')
    .execute();
}

/** Owner of a calendar address. */
export async function findFeed(db: OfficinaDb, hash: Buffer) {
  return db
    .selectFrom('access.account')
    .where('feed_hash', '=', hash)
    .select(['account_id', 'language'])
    .executeTakeFirst();
}

export async function readAllProgrammes(db: OfficinaDb) {
  return db.selectFrom('programme').select(['programme_id', 'key', 'name']).orderBy('programme_id').execute();
}

export interface Edits {
  milestone: string;
  /** Number of changes of the milestone and of its promises. */
  edits: number;
  /** Instant of the last one. */
  edited_at: Date;
}

/** Changes of each milestone and of its promises, as far as they are known on the day. */
export async function readEdits({ db, programmeId, day }: Reader): Promise<Map<string, Edits>> {
  const { rows } = await sql<Edits>`
    select coalesce(coalesce(after, before) ->> 'milestone', item) as milestone, count(*)::int as edits,
      max(recorded_at) as edited_at
    from public.change
    where programme_id = ${programmeId} and table_name in ('milestone', 'promise') and known_on <= ${day}
    group by 1`.execute(db);
  return new Map(rows.map((row) => [row.milestone, row]));
}
