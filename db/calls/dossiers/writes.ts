// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../change.ts';
import type { AccessApplicationRecordTable } from '../../schema.ts';

export interface NewRecord {
  applicationId: number;
  accountId: number | null;
  kind: AccessApplicationRecordTable['kind'];
  words?: string;
  /** Of a request: until when it may be answered. */
  until?: string;
  /** Of an answer or a decision: to which record. */
  to?: number;
  about?: string;
  /** Files of the application, by their hashes. */
  files?: readonly string[];
  accepted?: boolean;
}

/** Adds to the dossier of an application; gives the number of the record, undefined where its like was there. */
export async function addRecord(writer: Writer, record: NewRecord): Promise<number | undefined> {
  const { applicationId, accountId, kind, words, until, to, about, files, accepted } = record;
  const made = await writer
    .insertInto('access.application_record')
    .values({
      application_id: applicationId,
      account_id: accountId,
      kind,
      words: words ?? null,
      until: (until ?? null) as never,
      to_record: to ?? null,
      about: about ?? null,
      files: [...(files ?? [])],
      accepted: accepted ?? null,
    })
    .onConflict((conflict) => conflict.column('to_record').doNothing())
    .returning('record_id')
    .executeTakeFirst();
  return made?.record_id;
}

/** Puts an application out of the running from a day on, or back into it. */
export async function exclude(writer: Writer, applicationId: number, on: string | null, reason: string | null) {
  await writer
    .updateTable('access.application')
    .set({ excluded_on: on, excluded_reason: reason })
    .where('application_id', '=', applicationId)
    .execute();
}
