// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../db/past.ts';
import { readPhotos } from '../../db/photos/reads.ts';
import { Refused } from '../contract.ts';
import { fileReply } from '../http/files.ts';

type PhotoRow = Awaited<ReturnType<typeof readPhotos>>[number];

/** As of an earlier day the picture is asked for as of that day too: it may have been taken off since. */
export const photoOf = (programme: string, lab: string, { key, alt, credit }: PhotoRow, asOf?: string) => ({
  key,
  alt,
  credit,
  address: `/api/v1/programmes/${programme}/labs/${lab}/photos/${key}${asOf ? `?asOf=${asOf}` : ''}`,
});

/** The picture as it is held; shown within the page, never run. */
export async function pictureView(reader: Reader, folder: string, lab: string, key: string) {
  const row = (await readPhotos(reader, lab)).find((one) => one.key === key);
  const held = row && { name: row.key, type: row.file_type, bytes: row.file_bytes, hash: row.file_hash };
  const reply = held && (await fileReply(held, folder));
  if (!reply) throw new Refused({ code: 'unknown-item', item: key });
  return { ...reply, headers: { ...reply.headers, 'content-disposition': 'inline' } };
}
