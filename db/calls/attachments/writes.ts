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
