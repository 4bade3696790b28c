// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../../change.ts';

/** Claims a key; false if it was claimed before. Waits for a transaction that is just claiming it. */
export async function claimKey(writer: Writer, keyHash: Buffer, requestHash: Buffer): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await writer
    .insertInto('access.replied')
    .values({ key_hash: keyHash, request_hash: requestHash })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export const readReplied = (writer: Writer, keyHash: Buffer) =>
  writer
    .selectFrom('access.replied')
    .where('key_hash', '=', keyHash)
    .select(['request_hash', 'reply'])
    .executeTakeFirstOrThrow();

export async function keepReply(writer: Writer, keyHash: Buffer, reply: unknown): Promise<void> {
  await writer
    .updateTable('access.replied')
    .set({ reply: sql<never>`${JSON.stringify(reply)}::jsonb` })
    .where('key_hash', '=', keyHash)
    .execute();
}

/** Deletes replies older than `hours`. */
export async function forgetReplies(writer: Writer, hours: number): Promise<void> {
  await writer
    .deleteFrom('access.replied')
    .where('replied_at', '<', sql<Date>`now() - make_interval(hours => ${hours})`)
    .execute();
}
