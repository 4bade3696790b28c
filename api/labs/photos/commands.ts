// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import type { Writer } from '../../../db/change.ts';
import { lockLab } from '../../../db/labs/editing/reads.ts';
import { type Pictured, readPhotos, readSpaceFiles } from '../../../db/labs/photos/reads.ts';
import * as writes from '../../../db/labs/photos/writes.ts';
import { lockSpace } from '../../../db/spaces/directory/reads.ts';
import { type Received, settle } from '../../http/files.ts';
import { pictures } from '../../http/filetypes.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import { carriesMetadata, whyNotMore } from './rules.ts';
import { fileOf, photoOf } from './views.ts';

interface Told {
  alt: string;
  altEn?: string | undefined;
  credit?: string | undefined;
}

interface Sent {
  told: Told;
  received: Received;
  folder: string;
}

interface Of {
  programmeId: number;
  of: Pictured;
  item: string;
  kind?: 'photo' | 'plan';
}

/** Records a received picture and moves it to its final path last. */
async function record(writer: Writer, of: Of, { told, received, folder }: Sent): Promise<string> {
  const { hash, type, bytes } = received;
  const alt = { it: told.alt, ...(told.altEn ? { en: told.altEn } : {}) };
  const key = await writes.addPhoto(writer, { ...of, alt, credit: told.credit ?? null, hash, type, bytes });
  await settle(received, folder);
  return key;
}

const added = <T extends { key: string }>(files: T[], key: string): T => {
  const found = files.find((one) => one.key === key);
  if (!found) throw new Refused({ code: 'unknown-item', item: key });
  return found;
};

export async function add(writer: Writer, by: Keeping, which: { programme: string; lab: string }, sent: Sent) {
  const { programme, lab } = which;
  const reader = readerOf(writer, by);
  // Locks, so that two uploads at once cannot exceed the limit.
  const row = await lockLab(reader, lab);
  if (!row || row.merged_into !== null) throw new Refused({ code: 'unknown-item', item: lab });
  assertAllowed(whyNotMore('photo', (await readPhotos(reader, lab)).length), 'photo');
  const key = await record(writer, { programmeId: by.programmeId, of: 'lab', item: lab }, sent);
  return photoOf(programme, lab, added(await readPhotos(reader, lab), key));
}

interface OfSpace {
  programme: string;
  space: string;
  kind: 'photo' | 'plan';
}

export async function addOfSpace(writer: Writer, by: Keeping, { programme, space, kind }: OfSpace, sent: Sent) {
  const reader = readerOf(writer, by);
  const row = await lockSpace(reader, space);
  if (!row) throw new Refused({ code: 'unknown-item', item: space });
  const held = (await readSpaceFiles(reader, space)).filter((file) => file.kind === kind);
  assertAllowed(whyNotMore(kind, held.length), 'files');
  if (kind === 'photo' && !pictures.includes(sent.received.type)) throw new Refused({ code: 'wrong-type' });
  const tells = row.blur_m !== null && carriesMetadata(await readFile(sent.received.path, 'latin1'));
  assertAllowed(tells ? 'photo-tells-place' : null, 'files');
  const key = await record(writer, { programmeId: by.programmeId, of: 'space', item: space, kind }, sent);
  return fileOf(programme, space, added(await readSpaceFiles(reader, space), key));
}

export async function remove(writer: Writer, of: Omit<Of, 'kind'>, key: string) {
  if (!(await writes.removePhoto(writer, of, key))) throw new Refused({ code: 'unknown-item', item: key });
  return { key };
}
