// SPDX-License-Identifier: AGPL-3.0-or-later

import { readPhotos, readSpaceFiles } from '../../../db/labs/photos/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { fileReply } from '../../http/files.ts';
import { Refused } from '../../http/refusals.rules.ts';

type PhotoRow = Awaited<ReturnType<typeof readPhotos>>[number];
type FileRow = Awaited<ReturnType<typeof readSpaceFiles>>[number];

/** For a past day the picture URL carries that day, since the picture may have been removed since. */
const addressOf = (programme: string, place: string, asOf?: string) =>
  `/api/v1/programmes/${programme}/${place}${asOf ? `?asOf=${asOf}` : ''}`;

export const photoOf = (programme: string, lab: string, { key, alt, credit }: PhotoRow, asOf?: string) => ({
  key,
  alt,
  credit,
  address: addressOf(programme, `labs/${lab}/photos/${key}`, asOf),
});

export const fileOf = (programme: string, space: string, file: FileRow, asOf?: string) => ({
  key: file.key,
  kind: file.kind,
  type: file.file_type,
  alt: file.alt,
  credit: file.credit,
  address: addressOf(programme, `spaces/${space}/files/${file.key}`, asOf),
});

/** A stored file; pictures are shown inline, no file is executed. */
async function held(row: PhotoRow | undefined, key: string, folder: string) {
  const ending = row?.file_type === 'application/pdf' ? '.pdf' : '';
  const file = row && { name: `${row.key}${ending}`, type: row.file_type, bytes: row.file_bytes, hash: row.file_hash };
  const reply = file && (await fileReply(file, folder));
  if (!reply) throw new Refused({ code: 'unknown-item', item: key });
  return ending ? reply : { ...reply, headers: { ...reply.headers, 'content-disposition': 'inline' } };
}

export async function pictureView(reader: Reader, folder: string, lab: string, key: string) {
  const row = (await readPhotos(reader, lab)).find((one) => one.key === key);
  return held(row, key, folder);
}

export async function spaceFileView(reader: Reader, folder: string, space: string, key: string) {
  const row = (await readSpaceFiles(reader, space)).find((one) => one.key === key);
  return held(row, key, folder);
}
