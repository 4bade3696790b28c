// SPDX-License-Identifier: AGPL-3.0-or-later
import { lockArriving } from '../../../db/calls/applications/reads.ts';
import { readRun } from '../../../db/calls/drafting/reads.ts';
import { isAwarded, lockFirstComeFund, readPlaced, readWaiting } from '../../../db/calls/first-come/reads.ts';
import { admitWaiting, release as releaseOne, submitAndTake } from '../../../db/calls/first-come/writes.ts';
import { unloggedTransaction, type Writer } from '../../../db/change.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import type { ApplicationContent } from '../applications/rules.ts';
import { aidUnder, knownAid } from '../applications/views.ts';
import { type FirmCodes, isSameFirm } from '../firms/rules.ts';
import { type Admission, admissionOf, type FirstComeFund, releasedTo } from './rules.ts';

const cents = (eur: number | null) => Math.round((eur ?? 0) * 100);

/** Admits waiting applications in order until one does not fit the remaining money. */
export async function refill(writer: Writer, by: Keeping, call: string): Promise<void> {
  const of = { programmeId: by.programmeId, call };
  const run = await readRun(readerOf(writer, by), call);
  const fund = await lockFirstComeFund(writer, of);
  if (!run || !fund) throw new Refused({ code: 'unknown-item', item: call });
  const reader = readerOf(writer, by);
  const waiting = await readWaiting(writer, of);
  const contents = waiting.map(({ submitted }) => submitted as unknown as ApplicationContent);
  const known = await knownAid(reader, run, contents);
  const given = releasedTo(
    waiting.map((one, at) => {
      const content = contents[at];
      // Further aid may have been granted elsewhere since submission.
      const aid = content ? aidUnder(content, run, { today: by.today, known }) : null;
      const requestedCents = Math.min(Number(one.requested_cents), aid?.grantable ?? Number.POSITIVE_INFINITY);
      return { ...one, requestedCents };
    }),
    {
      budgetCents: Number(fund.budget_cents),
      committedCents: Number(fund.committed_cents),
      leastCents: cents(run.grant_min_eur),
      mostCents: cents(run.grant_max_eur),
      partial: run.partial_grants,
      waiting: waiting.length,
    },
  );
  for (const { one, amountCents } of given) await admitWaiting(writer, of, one.application_id, amountCents);
}

/**
 * Returns the unpaid money of an application to the fund and admits waiting ones; false if there was nothing to return.
 */
export async function release(
  writer: Writer,
  by: Keeping,
  call: string,
  { application, paidCents = 0 }: { application: number; paidCents?: number },
): Promise<boolean> {
  const of = { programmeId: by.programmeId, call };
  await lockFirstComeFund(writer, of);
  assertAllowed((await isAwarded(writer, of, application)) ? 'award-stands' : null);
  if (!(await releaseOne(writer, of, application, paidCents))) return false;
  await refill(writer, by, call);
  return true;
}

export interface Arriving extends FirmCodes {
  applicationId: number;
  /** Version of the application when it was validated. */
  version: number;
  requestedCents: number;
  sha256: string;
  idempotencyKey: string | null;
  limits: Pick<FirstComeFund, 'leastCents' | 'mostCents' | 'partial'>;
}

type Place = { number: number; submitted_at: Date; sha256: string };
/**
 * `again`: already submitted with the same Idempotency-Key; `firm`: the firm already has a place; `late`: the call has
 * closed meanwhile.
 */
export type Arrival =
  | { is: 'taken'; place: Place; admission: Admission & { arrival: number } }
  | { is: 'again' | 'changed' | 'answered' | 'firm' | 'late' };

/** Reason why an arrival of the batch gets no place; null if it does. */
function whyNot(
  row: { state: string; version: number; idempotency_key: string | null } | undefined,
  one: Arriving,
): 'again' | 'answered' | 'changed' | null {
  const same = one.idempotencyKey !== null && row?.idempotency_key === one.idempotencyKey;
  if (row?.state === 'submitted') return same ? 'again' : 'answered';
  return row?.version === one.version ? null : 'changed';
}

/** True if the firm already has a place, by tax code or VAT number. */
const isPlaced = (one: Arriving, placed: readonly FirmCodes[]) => placed.some((other) => isSameFirm(one, other));

/** Admits a batch in order of arrival, updating the fund after each decision. */
async function admit(writer: Writer, of: { programmeId: number; call: string }, all: readonly Arriving[]) {
  const rows = await lockArriving(
    writer,
    all.map(({ applicationId }) => applicationId),
  );
  const byId = new Map(rows.map((row) => [row.application_id, row]));
  const fund = await lockFirstComeFund(writer, of);
  if (!fund) throw new Refused({ code: 'unknown-item', item: of.call });
  const placed: FirmCodes[] = await readPlaced(writer, of, all);
  let { waiting } = fund;
  let committedCents = Number(fund.committed_cents);
  const budgetCents = Number(fund.budget_cents);
  const decided = all.map((one) => {
    const row = byId.get(one.applicationId);
    const is = whyNot(row, one) ?? (isPlaced(one, placed) ? ('firm' as const) : null);
    if (is !== null) return { one, is };
    const admission = admissionOf(one.requestedCents, { ...one.limits, budgetCents, committedCents, waiting });
    committedCents += admission.amountCents;
    if (admission.state === 'waiting') waiting += 1;
    if (admission.state !== 'refused') placed.push(one);
    if (row) Object.assign(row, { state: 'submitted', idempotency_key: one.idempotencyKey });
    return { one, is: 'taken' as const, admission };
  });
  const decisions = decided.flatMap((it) => (it.is === 'taken' ? [{ ...it.one, ...it.admission }] : []));
  const places = decisions.length === 0 ? [] : await submitAndTake(writer, of, decisions);
  return decided.map((it): Arrival => {
    if (it.is !== 'taken') return { is: it.is };
    const place = places.find(({ application_id }) => application_id === it.one.applicationId);
    return place ? { is: 'taken', place, admission: { ...it.admission, arrival: place.number } } : { is: 'late' };
  });
}

const mostTogether = 25;

interface Turn {
  one: Arriving;
  tell: (arrival: Arrival) => void;
  fail: (cause: unknown) => void;
}

/**
 * Queue per fund in this process. Arrivals during a running batch form the next one: one lock and one commit per batch,
 * in order of arrival.
 */
export function createArrivals(db: OfficinaDb) {
  const queues = new Map<string, Turn[]>();
  const letIn = async (of: { programmeId: number; call: string }, turns: readonly Turn[]): Promise<void> => {
    const all = turns.map(({ one }) => one);
    try {
      const arrivals = await unloggedTransaction(db, (writer) => admit(writer, of, all));
      for (const [at, { tell }] of turns.entries()) tell(arrivals[at] ?? { is: 'late' });
    } catch (cause) {
      // If the batch fails, process it one by one, so that one faulty arrival does not affect the others.
      if (turns.length === 1) return turns[0]?.fail(cause);
      for (const turn of turns) await letIn(of, [turn]);
    }
  };
  const work = async (key: string, of: { programmeId: number; call: string }, queue: Turn[]) => {
    while (queue.length > 0) await letIn(of, queue.splice(0, mostTogether));
    // Removed synchronously after the empty check, so that no arrival joins a finished queue.
    queues.delete(key);
  };
  return (of: { programmeId: number; call: string }, one: Arriving): Promise<Arrival> =>
    new Promise((tell, fail) => {
      const key = `${of.programmeId}/${of.call}`;
      const queue = queues.get(key);
      if (queue) {
        queue.push({ one, tell, fail });
        return;
      }
      const begun: Turn[] = [{ one, tell, fail }];
      queues.set(key, begun);
      work(key, of, begun);
    });
}
