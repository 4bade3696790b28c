// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { OfficinaDb } from '../../client.ts';
import type { Reader } from '../../past.ts';
import { statusOn } from '../directory/reads.ts';

/** All open labs with each of their operators, except operators of all labs of a programme. */
export async function readKept(db: OfficinaDb, day: string) {
  return db
    .selectFrom('access.role as r')
    .innerJoin('access.account as a', 'a.account_id', 'r.account_id')
    .innerJoin('programme as p', 'p.programme_id', 'r.programme_id')
    .innerJoin('lab as l', (join) =>
      join.onRef('l.programme_id', '=', 'r.programme_id').on(sql<boolean>`l.key::text = any(r.labs)`),
    )
    .where('r.role', '=', 'operator')
    .where('r.ended_at', 'is', null)
    .where('a.email', 'is not', null)
    .where('l.merged_into', 'is', null)
    .where(statusOn(day), '!=', 'closed')
    .select(['a.account_id', 'a.email', 'a.language', 'p.key as programme', 'l.key', 'l.name', 'l.confirmed_on'])
    .orderBy('a.account_id')
    .orderBy('l.key')
    .execute();
}

/** Open labs with a section last confirmed before a day. */
export async function readDoubtful({ db, programmeId, day }: Reader, before: string) {
  return db
    .selectFrom('lab as l')
    .where('l.programme_id', '=', programmeId)
    .where('l.merged_into', 'is', null)
    .where(statusOn(day), 'in', ['open', 'temporarily-closed'])
    .where('l.confirmed_on', '<', before)
    .select(['l.key', 'l.name', 'l.confirmed_on'])
    .orderBy('l.confirmed_on')
    .orderBy('l.key')
    .execute();
}

/** Latest measurement of an indicator. */
export async function readLast({ db, programmeId }: Reader, indicator: string) {
  return db
    .selectFrom('measurement')
    .where('programme_id', '=', programmeId)
    .where('indicator', '=', indicator)
    .select(['key', 'value', 'measured_on'])
    .orderBy('measured_on', 'desc')
    .orderBy('key', 'desc')
    .limit(1)
    .executeTakeFirst();
}
