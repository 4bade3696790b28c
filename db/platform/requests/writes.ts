// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../../change.ts';

interface NewRequest {
  hash: Buffer;
  programmeId: number;
  kind: 'proposal' | 'claim' | 'need' | 'space';
  lab: string | null;
  space: string | null;
  content: Record<string, unknown>;
  name: string;
  email: string;
  language: 'it' | 'en';
}

export async function addRequest(writer: Writer, { programmeId, email, ...request }: NewRequest): Promise<number> {
  const { request_id } = await writer
    .insertInto('access.request')
    .values({ ...request, programme_id: programmeId, email: email.toLowerCase() })
    .returning('request_id')
    .executeTakeFirstOrThrow();
  return request_id;
}

/** Confirms the address because the link was opened. Returns true the first time. */
export async function confirmRequest(writer: Writer, requestId: number): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('access.request')
    .set({ confirmed_at: sql<Date>`now()` })
    .where('request_id', '=', requestId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Assigns the request to an office, which the requester sees. */
export async function takeRequest(writer: Writer, requestId: number, accountId: number) {
  await writer
    .updateTable('access.request')
    .set({ taken_by: accountId, taken_at: sql<Date>`now()` })
    .where('request_id', '=', requestId)
    .execute();
}

export async function answerRequest(
  writer: Writer,
  requestId: number,
  answer: {
    state: 'accepted' | 'refused' | 'ended';
    answer: string | null;
    by: number | null;
    lab?: string;
    space?: string;
  },
) {
  const { state, answer: words, by, ...of } = answer;
  await writer
    .updateTable('access.request')
    .set({ state, answer: words, answered_by: by, answered_at: sql<Date>`now()`, ...of })
    .where('request_id', '=', requestId)
    .execute();
}

/** Withdraws a request: deletes the requester's data and the content. */
export async function forgetRequest(writer: Writer, requestId: number) {
  await writer.deleteFrom('access.request').where('request_id', '=', requestId).execute();
}

/** Deletes unconfirmed requests after some days and answered ones after some months. */
export async function forgetOldRequests(
  writer: Writer,
  { unconfirmedDays, answeredDays }: { unconfirmedDays: number; answeredDays: number },
) {
  await sql`delete from access.request where confirmed_at is null and made_at < now() - make_interval(days => ${unconfirmedDays})
    or answered_at < now() - make_interval(days => ${answeredDays})`.execute(writer);
}
