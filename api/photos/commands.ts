// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../db/change.ts';
import { lockLab } from '../../db/entries/reads.ts';
import { readPhotos } from '../../db/photos/reads.ts';
import * as writes from '../../db/photos/writes.ts';
import { obey, Refused } from '../contract.ts';
import { type Received, settle } from '../http/files.ts';
import { type Keeping, readerOf } from '../plan/views.ts';
import { photoOf } from './views.ts';

const mostPhotos = 12;

interface Told {
  alt: string;
  altEn?: string | undefined;
  credit?: string | undefined;
}

/** Records a picture that was received, and gives it its place as the last act. */
export async function add(
  writer: Writer,
  by: Keeping,
  { programme, lab }: { programme: string; lab: string },
  { told, received, folder }: { told: Told; received: Received; folder: string },
) {
  const reader = readerOf(writer, by);
  // Held, so that two who add at once do not both find the last place free.
  const row = await lockLab(reader, lab);
  if (!row || row.merged_into !== null) throw new Refused({ code: 'unknown-item', item: lab });
  obey((await readPhotos(reader, lab)).length < mostPhotos ? null : 'photos-enough', 'photo');
  const { hash, type, bytes } = received;
  const alt = { it: told.alt, ...(told.altEn ? { en: told.altEn } : {}) };
  const key = await writes.addPhoto(writer, {
    programmeId: by.programmeId,
    lab,
    alt,
    credit: told.credit ?? null,
    hash,
    type,
    bytes,
  });
  await settle(received, folder);
  const added = (await readPhotos(reader, lab)).find((one) => one.key === key);
  if (!added) throw new Refused({ code: 'unknown-item', item: key });
  return photoOf(programme, lab, added);
}

export async function remove(writer: Writer, by: Keeping, lab: string, key: string) {
  if (!(await writes.removePhoto(writer, by.programmeId, lab, key)))
    throw new Refused({ code: 'unknown-item', item: key });
  return { key };
}
