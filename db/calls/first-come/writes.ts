// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../../change.ts';

interface Of {
  programmeId: number;
  call: string;
}

export interface Decision {
  applicationId: number;
  sha256: string;
  idempotencyKey: string | null;
  requestedCents: number;
  state: 'admitted' | 'waiting' | 'refused';
  amountCents: number;
  why: string;
  /** Normalised codes of the firm. */
  taxCode: string;
  vatNumber: string;
}

/**
 * Submits applications in order, records each decision and updates the fund, all in one statement, if the call is open
 * by the database clock. Returns their places; empty if the call has closed. Requires the lock on the fund.
 */
export async function submitAndTake(writer: Writer, { programmeId, call }: Of, decisions: readonly Decision[]) {
  const of = <K extends keyof Decision>(name: K) => decisions.map((one) => one[name]);
  const { rows } = await sql<{ application_id: number; number: number; submitted_at: Date; sha256: string }>`
    with given as (
      select * from unnest(${of('applicationId')}::int[], ${of('requestedCents')}::bigint[], ${of('state')}::text[],
          ${of('amountCents')}::bigint[], ${of('why')}::text[], ${of('sha256')}::text[], ${of('idempotencyKey')}::text[],
          ${of('taxCode')}::text[], ${of('vatNumber')}::text[])
        with ordinality as g (application_id, requested, state, amount, why, sha256, mark, tax_code, vat_number, place)),
    fund as (
      update access.first_come_fund set committed_cents = committed_cents + (select sum(amount) from given)::bigint,
        arrivals = arrivals + ${decisions.length}::int,
        waiting = waiting + (select count(*) from given where state = 'waiting')::int
      where programme_id = ${programmeId} and call = ${call} and exists (select from call c
        where c.programme_id = ${programmeId} and c.key = ${call} and c.run
          and c.opens_at <= clock_timestamp() and clock_timestamp() < c.closes_at)
      returning arrivals - ${decisions.length}::int as before),
    taken as (
      insert into access.admission (application_id, programme_id, call, arrival, requested_cents, state, amount_cents, why,
        tax_code, vat_number)
      select g.application_id, ${programmeId}, ${call}, fund.before + g.place, g.requested, g.state, g.amount, g.why,
        g.tax_code, g.vat_number
      from given g, fund)
    update access.application a set state = 'submitted', submitted = content, number = fund.before + g.place, withdrawn_at = null,
      submitted_at = date_trunc('milliseconds', clock_timestamp()), sha256 = g.sha256, idempotency_key = g.mark
    from given g, fund where a.application_id = g.application_id
    returning a.application_id, a.number, a.submitted_at, a.sha256`.execute(writer);
  return rows;
}

/** Admits a waiting application. */
export async function admitWaiting(
  writer: Writer,
  { programmeId, call }: Of,
  applicationId: number,
  amountCents: number,
) {
  await sql`
    with fund as (
      update access.first_come_fund set committed_cents = committed_cents + ${amountCents}::bigint, waiting = waiting - 1
      where programme_id = ${programmeId} and call = ${call})
    update access.admission set state = 'admitted', amount_cents = ${amountCents}::bigint, why = 'released',
      decided_at = clock_timestamp() where application_id = ${applicationId} and programme_id = ${programmeId}
      and call = ${call} and state = 'waiting'`.execute(writer);
}

/**
 * Releases an admitted application's unpaid money, or removes a waiting or refused one; returns true if there was
 * anything to release. Requires the lock on the fund.
 */
export async function release(
  writer: Writer,
  { programmeId, call }: Of,
  applicationId: number,
  paidCents: number,
): Promise<boolean> {
  const { rows } = await sql<{ arrival: number }>`
    with was as (
      select arrival, state, amount_cents from access.admission where application_id = ${applicationId} and programme_id = ${programmeId}
        and call = ${call} and state <> 'released'),
    fund as (
      update access.first_come_fund set committed_cents = committed_cents - (select amount_cents from was) + ${paidCents}::bigint,
        waiting = waiting - (select case when state = 'waiting' then 1 else 0 end from was)
      where programme_id = ${programmeId} and call = ${call} and exists (select from was))
    update access.admission d set state = 'released', amount_cents = ${paidCents}::bigint, decided_at = clock_timestamp()
    from was where d.programme_id = ${programmeId} and d.call = ${call} and d.arrival = was.arrival
    returning d.arrival`.execute(writer);
  return rows.length > 0;
}

interface Arrival extends Of {
  applicationId: number;
  arrival: number;
  requestedCents: number;
  state: 'admitted' | 'waiting' | 'refused';
  amountCents: number;
  why: string;
  taxCode: string;
  vatNumber: string;
  at: string;
}

/** Inserts a past arrival with its decision; the fund is charged accordingly. */
export async function addArrival(writer: Writer, { programmeId, call, at, ...of }: Arrival) {
  await sql`
    with fund as (
      update access.first_come_fund set committed_cents = committed_cents + ${of.amountCents}::bigint, arrivals = ${of.arrival}::int,
        waiting = waiting + ${of.state === 'waiting' ? 1 : 0}::int where programme_id = ${programmeId} and call = ${call})
    insert into access.admission (application_id, programme_id, call, arrival, requested_cents, state, amount_cents, why,
      tax_code, vat_number, decided_at)
    values (${of.applicationId}, ${programmeId}, ${call}, ${of.arrival}, ${of.requestedCents}::bigint, ${of.state},
      ${of.amountCents}::bigint, ${of.why}, ${of.taxCode}, ${of.vatNumber}, ${at}::timestamptz)`.execute(writer);
}
