// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Reader } from '../../../db/past.ts';
import { readFileOf } from '../../../db/plan/evidence/reads.ts';
import { type FileReply, fileReply } from '../../http/files.ts';
import { Refused } from '../../http/refusals.rules.ts';

/** Streams the stored file. */
export async function fileView(reader: Reader, folder: string, milestone: string, key: string): Promise<FileReply> {
  const unknown = () => new Refused({ code: 'unknown-item', item: key });
  const row = await readFileOf(reader, milestone, key);
  if (!row?.file_hash || !row.file_name || !row.file_type || !row.file_bytes) throw unknown();
  const file = { name: row.file_name, type: row.file_type, bytes: row.file_bytes, hash: row.file_hash };
  const reply = await fileReply(file, folder);
  if (!reply) throw unknown();
  return reply;
}
