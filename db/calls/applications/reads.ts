// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { OfficinaDb } from '../../client.ts';
import { clock, neededWithin, runColumns } from '../drafting/reads.ts';

interface Of {
  programmeId: number;
  call: string;
}

const own = [
  'a.application_id',
  'a.state',
  'a.version',
  'a.content',
  'a.saved_at',
  'a.number',
  'a.submitted_at',
] as const;
const later = ['a.sha256', 'a.excluded_reason', 'a.idempotency_key'] as const;

const ownOf = (db: OfficinaDb, { programmeId, call }: Of, accountId: number) =>
  db
    .selectFrom('access.application as a')
    .where('a.programme_id', '=', programmeId)
    .where('a.call', '=', call)
    .where('a.account_id', '=', accountId)
    .select([...own, ...later]);

export async function readOwn(db: OfficinaDb, of: Of, accountId: number) {
  return ownOf(db, of, accountId).executeTakeFirst();
}

/** Same as above, locked until commit. */
export async function lockOwn(db: OfficinaDb, of: Of, accountId: number) {
  return ownOf(db, of, accountId).forUpdate().executeTakeFirst();
}

/**
 * The account's application with its call and the call's requirements; one statement, because many may submit at once.
 */
export async function readToSubmit(db: OfficinaDb, of: Of, accountId: number) {
  return ownOf(db, of, accountId)
    .innerJoin('call as c', (join) => join.onRef('c.programme_id', '=', 'a.programme_id').onRef('c.key', '=', 'a.call'))
    .where('c.run', '=', true)
    .select(runColumns)
    .select([clock.as('now'), neededWithin(db, of.programmeId, of.call).as('asked')])
    .executeTakeFirst();
}
export type ToSubmit = NonNullable<Awaited<ReturnType<typeof readToSubmit>>>;

/** Locks the applications of a batch until commit, always in the same order (avoids deadlocks). */
export async function lockArriving(db: OfficinaDb, ids: readonly number[]) {
  return db
    .selectFrom('access.application')
    .where('application_id', 'in', [...ids])
    .select(['application_id', 'state', 'version', 'idempotency_key'])
    .orderBy('application_id')
    .forUpdate()
    .execute();
}
export type OwnRow = NonNullable<Awaited<ReturnType<typeof readOwn>>>;

/**
 * Applications submitted to a call, by number; withdrawn ones without content. The database enforces the seal: it
 * returns no content before the deadline by its own clock; in first-come calls, decided applications are readable.
 */
export async function readReceived(db: OfficinaDb, { programmeId, call }: Of) {
  // Always the current call, even for a past day.
  return (
    db
      .withSchema('public')
      .selectFrom('access.application as a')
      .innerJoin('call as c', (join) =>
        join.onRef('c.programme_id', '=', 'a.programme_id').onRef('c.key', '=', 'a.call'),
      )
      // Its latest place: an application that was withdrawn and resubmitted has a new one.
      .leftJoin('access.admission as d', (join) =>
        join.onRef('d.application_id', '=', 'a.application_id').onRef('d.arrival', '=', 'a.number'),
      )
      .where('a.programme_id', '=', programmeId)
      .where('a.call', '=', call)
      .where('a.number', 'is not', null)
      .select([
        'a.application_id',
        'a.account_id',
        'a.number',
        'a.state',
        'a.submitted_at',
        'a.sha256',
        'a.excluded_reason',
      ])
      .select(
        sql<Record<
          string,
          unknown
        > | null>`case when a.state = 'submitted' and (c.closes_at <= clock_timestamp() or d.application_id is not null)
        then a.submitted end`.as('content'),
      )
      .select(['d.arrival', 'd.state as admission', 'd.amount_cents', 'd.why'])
      .orderBy('a.number')
      .execute()
  );
}
export type ReceivedRow = Awaited<ReturnType<typeof readReceived>>[number];

/**
 * De minimis aid from other calls of the programme to holders of the given codes: amounts admitted by funds and awarded
 * by rankings; for awards given up or revoked, only the amount paid.
 */
export async function readKnownAid(db: OfficinaDb, { programmeId, call }: Of, codes: readonly string[]) {
  if (codes.length === 0) return [];
  const { rows } = await sql<{ granted_on: string; cents: number; codes: string[] }>`
    select d.decided_at::date as granted_on, d.amount_cents::float8 as cents, array[d.tax_code, d.vat_number] as codes
    from access.admission d join public.call c on c.programme_id = d.programme_id and c.key = d.call
    where d.programme_id = ${programmeId} and d.call <> ${call} and c.aid_rule is not null and d.amount_cents > 0
      and (d.tax_code = any(${[...codes]}::text[]) or d.vat_number = any(${[...codes]}::text[]))
    union all
    select w.awarded_on, round(100 * case when w.ended_as in ('gave-up', 'revoked') then coalesce((
        select sum(y.amount_eur) from public.payment y where y.programme_id = w.programme_id and y.award = w.key), 0)
      else w.amount_eur end)::float8, array[f.tax_code, f.vat_number]
    from access.firm f join public.award w on w.programme_id = f.programme_id and w.organisation = f.organisation
    join public.call c on c.programme_id = w.programme_id and c.key = w.call
    where f.programme_id = ${programmeId} and w.call <> ${call} and c.run and c.procedure <> 'first-come'
      and c.aid_rule is not null and w.amount_eur > 0
      and (f.tax_code = any(${[...codes]}::text[]) or f.vat_number = any(${[...codes]}::text[]))`.execute(db);
  return rows.map((row) => ({ grantedOn: row.granted_on, amountCents: row.cents, codes: row.codes }));
}

export async function readAdmission(db: OfficinaDb, applicationId: number) {
  return db
    .selectFrom('access.admission')
    .where('application_id', '=', applicationId)
    .select(['arrival', 'state', 'amount_cents', 'why'])
    .orderBy('arrival', 'desc')
    .limit(1)
    .executeTakeFirst();
}
