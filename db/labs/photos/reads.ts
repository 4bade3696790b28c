// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../past.ts';

/** Owners of pictures: each kind has its own picture table with a column referring to the owner. */
export type Pictured = 'lab' | 'space';

const shown = ['key', 'alt', 'credit', 'file_hash', 'file_type', 'file_bytes'] as const;

export async function readPhotos({ db, programmeId }: Reader, lab: string) {
  return db
    .selectFrom('lab_photo')
    .where('programme_id', '=', programmeId)
    .where('lab', '=', lab)
    .select(shown)
    .orderBy('position')
    .orderBy('key')
    .execute();
}

/** Photos and plans of a space. */
export async function readSpaceFiles({ db, programmeId }: Reader, space: string) {
  return db
    .selectFrom('space_file')
    .where('programme_id', '=', programmeId)
    .where('space', '=', space)
    .select([...shown, 'kind'])
    .orderBy('kind')
    .orderBy('position')
    .orderBy('key')
    .execute();
}
