// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../change.ts';

interface NewFile {
  applicationId: number;
  name: string;
  hash: string;
  type: string;
  bytes: number;
}

/** Records a file of an application; equal content is recorded once, under its first name. */
export async function addFile(writer: Writer, { applicationId, name, hash, type, bytes }: NewFile) {
  await writer
    .insertInto('access.application_file')
    .values({ application_id: applicationId, name, file_hash: hash, file_type: type, file_bytes: bytes })
    .onConflict((conflict) => conflict.columns(['application_id', 'file_hash']).doNothing())
    .execute();
}

/** Removes a file from an application; false if it has none such. Its bytes stay, since others may name them. */
export async function removeFile(writer: Writer, applicationId: number, hash: string): Promise<boolean> {
  const { numDeletedRows } = await writer
    .deleteFrom('access.application_file')
    .where('application_id', '=', applicationId)
    .where('file_hash', '=', hash)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
