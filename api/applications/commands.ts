// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { lockOwn, type OwnRow, readReceived } from '../../db/applications/reads.ts';
import * as writes from '../../db/applications/writes.ts';
import type { Writer } from '../../db/change.ts';
import type { OfficinaDb } from '../../db/client.ts';
import { addMail } from '../../db/mail/writes.ts';
import { readAddress } from '../../db/people/reads.ts';
import { lockPlafond } from '../../db/plafond/reads.ts';
import { submitAndTake } from '../../db/plafond/writes.ts';
import { runStateOf } from '../calling/rules.ts';
import { obey, Refused, type Rule } from '../contract.ts';
import { letter } from '../mail/rules.ts';
import { admissionOf } from '../plafond/rules.ts';
import { type Keeping, readerOf } from '../plan/views.ts';
import { type ApplicationContent, canonical, centsOf, missingOf } from './rules.ts';
import { aidUnder, applicationOf, myApplicationView, neededOf, runOf } from './views.ts';

/** What a firm writes stands outside the log, and is its own. */
export const unlogged = { actor: 'applications', reason: '' };

interface By extends Keeping {
  actor: { accountId: number };
}

const mineOf = (writer: Writer, by: By, call: string) =>
  myApplicationView(readerOf(writer, by), call, { accountId: by.actor.accountId, today: by.today });

const closedRule: Record<'announced' | 'closed', Rule> = { announced: 'call-not-open', closed: 'call-closed' };

/** Saves what is typed, while the call is open. */
export async function save(writer: Writer, by: By, call: string, content: ApplicationContent, seen: number) {
  const reader = readerOf(writer, by);
  const run = await runOf(reader, call);
  const at = { opensAt: run.opens_at.toISOString(), closesAt: run.closes_at.toISOString() };
  const state = runStateOf(at, run.now.toISOString());
  obey(state === 'open' ? null : closedRule[state]);
  const of = { programmeId: by.programmeId, call };
  await writes.addApplication(writer, of, by.actor.accountId, content);
  const row = await lockOwn(writer, of, by.actor.accountId);
  if (!row) throw new Refused({ code: 'unknown-item', item: call });
  // A new one is as it was sent; an older one only if nobody, in another window, was quicker.
  if (seen > 0 && row.version !== seen)
    throw new Refused({ code: 'changed-meanwhile', current: await mineOf(writer, by, call) });
  await writes.saveApplication(writer, row.application_id, content);
  return mineOf(writer, by, call);
}

/** What counts of a request: what de minimis leaves of it, by the rule of the call; refused where it leaves nothing. */
async function requestOf(writer: Writer, by: By, call: string, row: OwnRow) {
  const reader = readerOf(writer, by);
  const run = await runOf(reader, call);
  const needed = await neededOf(reader, run);
  const content = row.content as unknown as ApplicationContent;
  const [missing] = missingOf(content, needed);
  if (missing) obey('application-incomplete', missing);
  const aid = aidUnder(content, run, by.today);
  if (aid && centsOf(content.requestedEur) > 0 && aid.grantable === 0) obey('aid-exceeded', 'requestedEur');
  return { run, needed, cents: aid ? aid.grantable : centsOf(content.requestedEur) };
}

type Run = Awaited<ReturnType<typeof runOf>>;

/**
 * Takes a place in the order of arrival, and what the fund has left for it. Whoever comes next waits for the commit: it
 * is the last thing that is done, and asks the database for nothing else.
 */
async function arrive(
  writer: Writer,
  of: { programmeId: number; call: string },
  { row, run, cents }: { row: OwnRow; run: Run; cents: number },
  submission: { sha256: string; idempotencyKey: string | null },
) {
  const fund = await lockPlafond(writer, of);
  if (!fund) throw new Refused({ code: 'unknown-item', item: of.call });
  const admission = admissionOf(cents, {
    budgetCents: Number(fund.budget_cents),
    committedCents: Number(fund.committed_cents),
    leastCents: centsOf(run.grant_min_eur),
    mostCents: centsOf(run.grant_max_eur),
    partial: run.partial_grants,
    waiting: fund.waiting,
  });
  const taken = { ...submission, applicationId: row.application_id, requestedCents: cents, ...admission };
  const done = await submitAndTake(writer, of, taken);
  return done && { done, admission: { ...admission, arrival: done.number } };
}

/** What was sent before with the same mark, or has a place in the order already, is not done again. */
function refuseAgain(row: OwnRow, run: Run) {
  obey(run.now < run.opens_at ? 'call-not-open' : null);
  obey(run.procedure === 'first-come' && row.number !== null ? 'answered-already' : null);
}

/**
 * Submits what was saved. The same Idempotency-Key is answered with what it did before. Refused when by the database's
 * clock the call closed meanwhile: it stays the draft that it was.
 */
export async function submit(
  writer: Writer,
  by: By,
  call: string,
  { version, idempotencyKey }: { version: number; idempotencyKey: string | null },
) {
  const of = { programmeId: by.programmeId, call };
  const row = await lockOwn(writer, of, by.actor.accountId);
  if (!row) throw new Refused({ code: 'unknown-item', item: call });
  const again = idempotencyKey !== null && row.idempotency_key === idempotencyKey && row.state === 'submitted';
  if (again) return mineOf(writer, by, call);
  if (row.version !== version)
    throw new Refused({ code: 'changed-meanwhile', current: await mineOf(writer, by, call) });
  const { run, needed, cents } = await requestOf(writer, by, call, row);
  refuseAgain(row, run);
  const sha256 = createHash('sha256').update(canonical(row.content)).digest('hex');
  const submission = { sha256, idempotencyKey };
  const first = run.procedure === 'first-come';
  const arrived = first ? await arrive(writer, of, { row, run, cents }, submission) : undefined;
  const done = first
    ? arrived?.done
    : await writes.submit(writer, { ...of, applicationId: row.application_id, ...submission });
  if (!done) throw new Refused({ code: 'against-rule', rule: 'submitted-late' });
  const now = { ...row, ...done, state: 'submitted' as const };
  return applicationOf({ row: now, run, needed, admission: arrived?.admission }, by.today);
}

export async function withdraw(writer: Writer, by: By, call: string) {
  const of = { programmeId: by.programmeId, call };
  const row = await lockOwn(writer, of, by.actor.accountId);
  obey(row?.state === 'submitted' ? null : 'not-submitted');
  // In a fund in the order of arrival it is decided: the office releases what is given up.
  const { procedure } = await runOf(readerOf(writer, by), call);
  obey(procedure === 'first-come' ? 'answered-already' : null);
  const gone = row ? await writes.withdraw(writer, of, row.application_id) : false;
  obey(gone ? null : 'call-closed');
  return mineOf(writer, by, call);
}

async function receivedOf(writer: Writer, by: Keeping, call: string, applicationId: number) {
  const run = await runOf(readerOf(writer, by), call);
  obey(run.now < run.closes_at && run.procedure !== 'first-come' ? 'call-not-closed' : null);
  const db = writer as unknown as OfficinaDb;
  const row = (await readReceived(db, { programmeId: by.programmeId, call })).find(
    (one) => one.application_id === applicationId,
  );
  if (!row) throw new Refused({ code: 'unknown-item', item: String(applicationId) });
  return { run, row };
}

export async function exclude(writer: Writer, by: Keeping, call: string, applicationId: number, reason: string) {
  await receivedOf(writer, by, call, applicationId);
  await writes.exclude(writer, applicationId, by.today, reason);
}

/** Asks the firm for what is missing, until a moment; it is told by mail. */
export async function askForMore(
  writer: Writer,
  by: Keeping,
  { call, application }: { call: string; application: number },
  { words, until }: { words: string; until: string },
) {
  const { run, row } = await receivedOf(writer, by, call, application);
  obey(until <= run.now.toISOString() ? 'date-past' : null, 'until');
  await writes.askFor(writer, application, words, until);
  const whom = row.account_id === null ? undefined : await readAddress(writer, row.account_id);
  if (!whom?.email) return;
  const it = whom.language === 'it';
  const subject = it ? `${run.name.it}: serve un’integrazione` : `${run.name.en ?? run.name.it}: something is missing`;
  const mail = letter(whom.language, subject, [words, '', it ? `Entro il ${until}` : `By ${until}`]);
  await addMail(writer, { once: `asked-for:${application}:${until}`, recipient: whom.email, ...mail });
}
