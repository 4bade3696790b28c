// SPDX-License-Identifier: AGPL-3.0-or-later
import { latestChange, type Reader } from '../../past.ts';

/** Details of one lab beyond the list fields. */
export async function readLabBody(reader: Reader, key: string) {
  const { db, programmeId } = reader;
  return db
    .selectFrom('lab as l')
    .where('l.programme_id', '=', programmeId)
    .where('l.key', '=', key)
    .selectAll('l')
    .select(latestChange(reader, 'lab', 'l.key').as('version'))
    .executeTakeFirst();
}

export async function readMerged({ db, programmeId }: Reader, into: string) {
  return db
    .selectFrom('lab')
    .where('programme_id', '=', programmeId)
    .where('merged_into', '=', into)
    .select(['key', 'name'])
    .orderBy('key')
    .execute();
}

/** A lab, locked until commit. */
export async function lockLab({ db, programmeId }: Reader, key: string) {
  return db
    .selectFrom('lab')
    .where('programme_id', '=', programmeId)
    .where('key', '=', key)
    .selectAll()
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Internal contact, not public. */
export async function readContact({ db, programmeId }: Reader, lab: string) {
  return db
    .withSchema('public')
    .selectFrom('access.lab_contact')
    .where('programme_id', '=', programmeId)
    .where('lab', '=', lab)
    .select(['name', 'email', 'phone'])
    .executeTakeFirst();
}
