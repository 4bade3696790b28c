// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OfficinaDb } from '../../client.ts';

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
