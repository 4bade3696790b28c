// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../change.ts';
import type { Bilingual } from '../schema.ts';
import { keyBelow } from '../values.ts';

interface NewPhoto {
  programmeId: number;
  lab: string;
  alt: Bilingual;
  credit: string | null;
  hash: string;
  type: string;
  bytes: number;
}

/** Adds a photo after those that are there, and gives its key. */
export async function addPhoto(writer: Writer, photo: NewPhoto): Promise<string> {
  const { programmeId, lab, alt, credit, hash, type, bytes } = photo;
  const key = keyBelow(lab, 'f');
  await writer
    .insertInto('lab_photo')
    .values({
      programme_id: programmeId,
      key,
      lab,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from lab_photo
        where programme_id = ${programmeId} and lab = ${lab})`,
      alt,
      credit,
      file_hash: hash,
      file_type: type,
      file_bytes: bytes,
      source: null,
      note: null,
    })
    .execute();
  return key;
}

export async function removePhoto(writer: Writer, programmeId: number, lab: string, key: string): Promise<boolean> {
  const { numDeletedRows } = await writer
    .deleteFrom('lab_photo')
    .where('programme_id', '=', programmeId)
    .where('lab', '=', lab)
    .where('key', '=', key)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
