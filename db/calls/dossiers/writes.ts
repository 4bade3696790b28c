// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../change.ts';
import type { AccessApplicationRecordTable } from '../../schema.ts';

export interface NewRecord {
  applicationId: number;
  accountId: number | null;
  kind: AccessApplicationRecordTable['kind'];
  words?: string;
  /** For requests: deadline for the answer. */
  until?: string;
  /** For answers and decisions: id of the record answered. */
  to?: number;
  about?: string;
  /** Hashes of the application's files. */
  files?: readonly string[];
  accepted?: boolean;
}

/** Adds a dossier record; returns its id, or undefined if the same record exists. */
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

/** Excludes an application from a day on, or readmits it. */
export async function exclude(writer: Writer, applicationId: number, on: string | null, reason: string | null) {
  await writer
    .updateTable('access.application')
    .set({ excluded_on: on, excluded_reason: reason })
    .where('application_id', '=', applicationId)
    .execute();
}
