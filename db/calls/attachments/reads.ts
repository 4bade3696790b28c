// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OfficinaDb } from '../../client.ts';

const columns = ['application_id', 'name', 'file_hash', 'file_type', 'file_bytes', 'received_at'] as const;

/** Files of a firm's application, oldest first. */
export async function readFiles(db: OfficinaDb, applicationIds: readonly number[]) {
  if (applicationIds.length === 0) return [];
  return db
    .selectFrom('access.application_file')
    .where('application_id', 'in', [...applicationIds])
    .select(columns)
    .orderBy('file_id')
    .execute();
}
export type FileRow = Awaited<ReturnType<typeof readFiles>>[number];

export async function readFile(db: OfficinaDb, applicationId: number, hash: string) {
  return db
    .selectFrom('access.application_file')
    .where('application_id', '=', applicationId)
    .where('file_hash', '=', hash)
    .select(columns)
    .executeTakeFirst();
}
