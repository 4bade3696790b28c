// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Reader } from '../../../db/past.ts';
import { type EvidenceRow, readFileOf } from '../../../db/plan/evidence/reads.ts';
import { Refused, refOf, whenOf } from '../../contract.ts';
import { type FileReply, fileReply } from '../../http/files.ts';

function fileOf(row: EvidenceRow) {
  const { key, programme, milestone, file_hash, file_name, file_type, file_bytes } = row;
  if (!file_hash || !file_name || !file_type || !file_bytes) return null;
  const address = `/api/v1/programmes/${programme}/milestones/${milestone}/evidence/${key}/file`;
  return { name: file_name, type: file_type, bytes: file_bytes, sha256: file_hash, address };
}

export const evidenceOf = (row: EvidenceRow) => ({
  key: row.key,
  kind: row.kind,
  name: row.name,
  url: row.url,
  file: fileOf(row),
  issued: whenOf(row.issued_on, row.issued_precision),
  source: refOf(row.source, row.source_title),
  note: row.note,
});

/** The file itself, streamed from where it is held. */
export async function fileView(reader: Reader, folder: string, milestone: string, key: string): Promise<FileReply> {
  const unknown = () => new Refused({ code: 'unknown-item', item: key });
  const row = await readFileOf(reader, milestone, key);
  if (!row?.file_hash || !row.file_name || !row.file_type || !row.file_bytes) throw unknown();
  const held = { name: row.file_name, type: row.file_type, bytes: row.file_bytes, hash: row.file_hash };
  const reply = await fileReply(held, folder);
  if (!reply) throw unknown();
  return reply;
}
