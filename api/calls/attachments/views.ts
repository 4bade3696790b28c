// SPDX-License-Identifier: AGPL-3.0-or-later
import { readOwn, readReceived } from '../../../db/calls/applications/reads.ts';
import { type FileRow, readFile } from '../../../db/calls/attachments/reads.ts';
import { readRun } from '../../../db/calls/drafting/reads.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import type { Reader } from '../../../db/past.ts';
import { fileReply } from '../../http/files.ts';
import { officeTypes, pictures } from '../../http/filetypes.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { FileKind } from '../drafting/fields.ts';

const typesOf: Record<FileKind, readonly string[]> = {
  pdf: ['application/pdf'],
  p7m: ['application/pkcs7-mime'],
  image: pictures,
  office: officeTypes,
  doc: ['application/x-cfb'],
  rtf: ['application/rtf'],
  csv: ['text/csv'],
  xml: ['application/xml'],
  zip: ['application/zip'],
};

/** Media types of the files that a call takes. */
export async function typesTaken(reader: Reader, call: string): Promise<readonly string[]> {
  const run = await readRun(reader, call);
  if (!run) throw new Refused({ code: 'unknown-item', item: call });
  return (run.file_kinds as FileKind[]).flatMap((kind) => typesOf[kind]);
}

export const attachmentOf = ({ name, file_hash, file_type, file_bytes, received_at }: FileRow) => ({
  name,
  sha256: file_hash,
  type: file_type,
  bytes: Number(file_bytes),
  receivedAt: received_at.toISOString(),
});

interface Asked {
  call: string;
  file: string;
}

async function replyOf(db: OfficinaDb, folder: string, applicationId: number | undefined, hash: string) {
  const row = applicationId === undefined ? undefined : await readFile(db, applicationId, hash);
  const file = row && { name: row.name, type: row.file_type, bytes: Number(row.file_bytes), hash };
  const reply = file && (await fileReply(file, folder));
  if (!reply) throw new Refused({ code: 'unknown-item', item: hash });
  return reply;
}

export async function myFileView(
  reader: Reader,
  folder: string,
  { call, file, accountId }: Asked & { accountId: number },
) {
  const db = reader.db;
  const row = await readOwn(db, { programmeId: reader.programmeId, call }, accountId);
  return replyOf(db, folder, row?.application_id, file);
}

/** A received file of an application; sealed together with its content. */
export async function receivedFileView(
  reader: Reader,
  folder: string,
  { call, file, application }: Asked & { application: number },
) {
  const db = reader.db;
  const received = await readReceived(db, { programmeId: reader.programmeId, call });
  const open = received.find((one) => one.application_id === application && one.content !== null);
  return replyOf(db, folder, open?.application_id, file);
}
