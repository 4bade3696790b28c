// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../../change.ts';
import type { Bilingual } from '../../schema.ts';
import { keyBelow } from '../../values.ts';
import type { Pictured } from './reads.ts';

const tables = { lab: 'lab_photo', space: 'space_file' } as const;

interface Of {
  programmeId: number;
  /** Kind and key of the owner. */
  of: Pictured;
  item: string;
}

interface NewPhoto extends Of {
  /** Photo or plan; labs have photos only. */
  kind?: 'photo' | 'plan';
  alt: Bilingual;
  credit: string | null;
  hash: string;
  type: string;
  bytes: number;
}

/** Appends a picture; returns its key. */
export async function addPhoto(writer: Writer, photo: NewPhoto): Promise<string> {
  const { programmeId, of, item, kind, alt, credit, hash, type, bytes } = photo;
  const key = keyBelow(item, 'f');
  const table = tables[of];
  await writer
    .insertInto(table)
    .values({
      programme_id: programmeId,
      key,
      [of]: item,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from ${sql.table(table)}
        where programme_id = ${programmeId} and ${sql.ref(of)} = ${item})`,
      ...(kind ? { kind } : {}),
      alt,
      credit,
      file_hash: hash,
      file_type: type,
      file_bytes: bytes,
      source: null,
      note: null,
    } as never)
    .execute();
  return key;
}

export async function removePhoto(writer: Writer, { programmeId, of, item }: Of, key: string): Promise<boolean> {
  const { numDeletedRows } = await writer
    .deleteFrom(tables[of])
    .where('programme_id', '=', programmeId)
    .where(sql.ref(of), '=', item)
    .where('key', '=', key)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
