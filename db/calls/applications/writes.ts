// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../../change.ts';

interface Of {
  programmeId: number;
  call: string;
}

/** Creates an application; returns false if there is one already. */
export async function addApplication(
  writer: Writer,
  { programmeId, call }: Of,
  accountId: number,
  content: object,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await writer
    .insertInto('access.application')
    .values({ programme_id: programmeId, call, account_id: accountId, content: content as Record<string, unknown> })
    .onConflict((conflict) => conflict.columns(['programme_id', 'call', 'account_id']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Saves the draft; the submitted version stays unchanged until resubmission. */
export async function saveApplication(writer: Writer, applicationId: number, content: object) {
  await writer
    .updateTable('access.application')
    .set({ content: content as Record<string, unknown>, version: sql<number>`version + 1`, saved_at: sql<Date>`now()` })
    .where('application_id', '=', applicationId)
    .execute();
}

interface Submission extends Of {
  applicationId: number;
  sha256: string;
  idempotencyKey: string | null;
}

/** Submits the saved draft if the call is open by the database clock; otherwise returns undefined. */
export async function submit(writer: Writer, { programmeId, call, applicationId, ...of }: Submission) {
  const next = sql<number>`(select coalesce(max(n.number), 0) + 1 from access.application n
    where n.programme_id = ${programmeId} and n.call = ${call})`;
  await sql`select pg_advisory_xact_lock(7365104, hashtext(${`${programmeId}/${call}`}))`.execute(writer);
  return writer
    .updateTable('access.application')
    .set({
      state: 'submitted',
      submitted: sql`content` as never,
      submitted_at: sql<Date>`date_trunc('milliseconds', clock_timestamp())`,
      sha256: of.sha256,
      idempotency_key: of.idempotencyKey,
      withdrawn_at: null,
      number: sql<number>`coalesce(number, ${next})`,
    })
    .where('application_id', '=', applicationId)
    .where(
      sql<boolean>`exists (select from call c where c.programme_id = ${programmeId} and c.key = ${call} and c.run
        and c.opens_at <= clock_timestamp() and clock_timestamp() < c.closes_at)`,
    )
    .returning(['number', 'submitted_at', 'sha256'])
    .executeTakeFirst();
}

interface Arrived extends Of {
  number: number;
  content: object;
  sha256: string;
  at: string;
}

/** Inserts an application submitted at a given instant by a firm without an account; returns its id. */
export async function addSubmitted(writer: Writer, { programmeId, call, number, content, sha256, at }: Arrived) {
  const said = content as Record<string, unknown>;
  const times = { submitted_at: at as never, saved_at: at as never, made_at: at as never };
  const { application_id } = await writer
    .insertInto('access.application')
    .values({
      programme_id: programmeId,
      call,
      state: 'submitted',
      content: said,
      submitted: said,
      number,
      sha256,
      ...times,
    })
    .returning('application_id')
    .executeTakeFirstOrThrow();
  return application_id;
}

/** Withdraws the application if the call is still open by the database clock. */
export async function withdraw(writer: Writer, { programmeId, call }: Of, applicationId: number): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('access.application')
    .set({ state: 'withdrawn', withdrawn_at: sql<Date>`now()` })
    .where('application_id', '=', applicationId)
    .where(
      sql<boolean>`exists (select from call c where c.programme_id = ${programmeId} and c.key = ${call}
        and clock_timestamp() < c.closes_at)`,
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
