// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../past.ts';

export async function readPhotos({ db, programmeId }: Reader, lab: string) {
  return db
    .selectFrom('lab_photo')
    .where('programme_id', '=', programmeId)
    .where('lab', '=', lab)
    .select(['key', 'alt', 'credit', 'file_hash', 'file_type', 'file_bytes'])
    .orderBy('position')
    .orderBy('key')
    .execute();
}
