// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { lockOwn, type OwnRow, readToSubmit, type ToSubmit } from '../../../db/calls/applications/reads.ts';
import * as writes from '../../../db/calls/applications/writes.ts';
import { readFiles } from '../../../db/calls/attachments/reads.ts';
import { addRecord } from '../../../db/calls/dossiers/writes.ts';
import { neededFrom } from '../../../db/calls/drafting/reads.ts';
import { unloggedTransaction, type Writer } from '../../../db/change.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import { assertAllowed, Refused, type Rule } from '../../http/refusals.rules.ts';
import { type Keeping, readerOf, refuseUnknown } from '../../platform/records/views.ts';
import { runStateOf } from '../drafting/rules.ts';
import { runOf } from '../drafting/views.ts';
import type { MyApplication } from './contract.ts';
import {
  type ApplicationContent,
  canonical,
  centsOf,
  codesOf,
  fileOf,
  type KnownAid,
  missingOf,
  moneyAsked,
  whyNotAsked,
} from './rules.ts';
import { type Admitted, aidUnder, applicationOf, knownAid, myApplicationView } from './views.ts';

interface By extends Keeping {
  actor: { accountId: number };
}

const mineOf = (writer: Writer, by: By, call: string) =>
  myApplicationView(readerOf(writer, by), call, { accountId: by.actor.accountId, today: by.today });

const closedRule: Record<'announced' | 'closed', Rule> = { announced: 'call-not-open', closed: 'call-closed' };

/** Requires that document answers refer to files of this application. */
async function refuseForeignFiles(writer: Writer, row: OwnRow, content: ApplicationContent) {
  const named = Object.entries(content.answers).flatMap(([key, answer]) => {
    const hash = fileOf(answer);
    return hash ? [{ key, hash }] : [];
  });
  if (named.length === 0) return;
  const files = await readFiles(writer, [row.application_id]);
  const foreign = named.filter(({ hash }) => !files.some(({ file_hash }) => file_hash === hash));
  const errors = foreign.map(({ key }) => ({ name: `answers.${key}`, reason: 'unknown-value' as const }));
  if (errors.length > 0) throw new Refused({ code: 'invalid-parameter', errors });
}

/** Saves the draft while the call is open. */
export async function save(writer: Writer, by: By, call: string, content: ApplicationContent, seen: number) {
  const reader = readerOf(writer, by);
  const run = await runOf(reader, call);
  await refuseUnknown(reader, { zone: content.zone });
  const at = { opensAt: run.opens_at.toISOString(), closesAt: run.closes_at.toISOString() };
  const state = runStateOf(at, run.now.toISOString());
  assertAllowed(state === 'open' ? null : closedRule[state]);
  const of = { programmeId: by.programmeId, call };
  const begun = await writes.addApplication(writer, of, by.actor.accountId, content);
  const row = await lockOwn(writer, of, by.actor.accountId);
  if (!row) throw new Refused({ code: 'unknown-item', item: call });
  // Refuses a stale version unless the content is equal (a retry after a lost reply).
  const same = canonical(row.content) === canonical(content);
  if (!begun && row.version !== seen && !same)
    throw new Refused({ code: 'changed-meanwhile', current: await mineOf(writer, by, call) });
  await refuseForeignFiles(writer, row, content);
  await writes.saveApplication(writer, row.application_id, content);
  return mineOf(writer, by, call);
}

const centsOrNull = (eur: number | null) => (eur === null ? null : centsOf(eur));

/**
 * Effective request after the de minimis rule of the call; refused if nothing is left. A fund decides itself on amounts
 * outside its limits; a ranked call refuses them.
 */
function requestOf(row: ToSubmit, { today, known }: { today: string; known: readonly KnownAid[] }) {
  const needed = { ...moneyAsked(row.budget_eur, row.grant_share), ...neededFrom(row.asked) };
  const content = row.content as unknown as ApplicationContent;
  const [missing] = missingOf(content, needed);
  if (missing) assertAllowed('application-incomplete', missing);
  const ranked = row.procedure !== 'first-come' && needed.money;
  const leastCents = ranked ? centsOrNull(row.grant_min_eur) : null;
  const limits = { leastCents, mostCents: ranked ? centsOrNull(row.grant_max_eur) : null, share: row.grant_share };
  assertAllowed(needed.money ? whyNotAsked(content, limits) : null, 'requestedEur');
  const aid = aidUnder(content, row, { today, known });
  const little = aid !== null && (aid.grantable === 0 || (leastCents !== null && aid.grantable < leastCents));
  if (little && centsOf(content.requestedEur) > 0) assertAllowed('aid-exceeded', 'requestedEur');
  return { needed, cents: aid ? aid.grantable : centsOf(content.requestedEur) };
}

/** Refuses a second place for an application that has one, unless it was withdrawn. */
function refuseAgain(row: ToSubmit) {
  assertAllowed(row.opens_at === null || row.now < row.opens_at ? 'call-not-open' : null);
  assertAllowed(row.procedure === 'first-come' && row.state === 'submitted' ? 'answered-already' : null);
}

/** Records the replaced submission in the dossier with its fingerprint. */
async function submitAgain(
  writer: Writer,
  by: By,
  { row, ...of }: { programmeId: number; call: string; row: OwnRow; sha256: string; idempotencyKey: string | null },
) {
  const applicationId = row.application_id;
  if (row.state === 'submitted' && row.sha256)
    await addRecord(writer, { applicationId, accountId: by.actor.accountId, kind: 'replaced', about: row.sha256 });
  return writes.submit(writer, { ...of, applicationId });
}

interface Asking {
  version: number;
  idempotencyKey: string | null;
}

/** In a ranked call, locks the application while its number is assigned. */
async function submitRanked(writer: Writer, by: By, call: string, { row, sha256, idempotencyKey }: Checked) {
  const of = { programmeId: by.programmeId, call };
  const locked = await lockOwn(writer, of, by.actor.accountId);
  if (locked?.version !== row.version)
    throw new Refused({ code: 'changed-meanwhile', current: await mineOf(writer, by, call) });
  const done = await submitAgain(writer, by, { ...of, row: locked, sha256, idempotencyKey });
  return done ?? null;
}

interface Checked {
  row: ToSubmit;
  cents: number;
  sha256: string;
  idempotencyKey: string | null;
}

/** Queue of a fund; implemented by api/calls/first-come. */
type Arrive = (
  of: { programmeId: number; call: string },
  one: {
    applicationId: number;
    version: number;
    requestedCents: number;
    sha256: string;
    idempotencyKey: string | null;
    limits: { leastCents: number; mostCents: number; partial: boolean };
    taxCode: string;
    vatNumber: string;
  },
) => Promise<
  | { is: 'taken'; place: Pick<OwnRow, 'number' | 'submitted_at' | 'sha256'>; admission: Admitted }
  | { is: 'again' | 'changed' | 'answered' | 'firm' | 'late' }
>;

const noPlaceRule: Record<'answered' | 'firm' | 'late', Rule> = {
  answered: 'answered-already',
  firm: 'firm-placed',
  late: 'submitted-late',
};

const arriving = ({ row, cents, sha256, idempotencyKey }: Checked): Parameters<Arrive>[1] => ({
  ...codesOf(row.content as unknown as ApplicationContent),
  applicationId: row.application_id,
  version: row.version,
  requestedCents: cents,
  sha256,
  idempotencyKey,
  limits: {
    leastCents: centsOf(row.grant_min_eur),
    mostCents: centsOf(row.grant_max_eur),
    partial: row.partial_grants,
  },
});

/**
 * Submits the saved draft. A repeated Idempotency-Key returns the first result. Refused if the call has closed by the
 * database clock; the draft then stays as it is.
 */
export async function submit(
  db: OfficinaDb,
  by: By,
  call: string,
  { version, idempotencyKey }: Asking,
  { arrive }: { arrive: Arrive },
): Promise<MyApplication> {
  const of = { programmeId: by.programmeId, call };
  const mine = () => unloggedTransaction(db, (writer) => mineOf(writer, by, call));
  const row = await readToSubmit(db, of, by.actor.accountId);
  if (!row) throw new Refused({ code: 'unknown-item', item: call });
  if (idempotencyKey !== null && row.idempotency_key === idempotencyKey && row.state === 'submitted') return mine();
  if (row.version !== version) throw new Refused({ code: 'changed-meanwhile', current: await mine() });
  const reader = { db, programmeId: by.programmeId, day: by.today };
  const known = await knownAid(reader, row, [row.content as unknown as ApplicationContent]);
  const { needed, cents } = requestOf(row, { today: by.today, known });
  refuseAgain(row);
  const sha256 = createHash('sha256').update(canonical(row.content)).digest('hex');
  const checked = { row, cents, sha256, idempotencyKey };
  if (row.procedure !== 'first-come') {
    const done = await unloggedTransaction(db, (writer) => submitRanked(writer, by, call, checked));
    if (!done) throw new Refused({ code: 'against-rule', rule: 'submitted-late' });
    return mine();
  }
  const arrival = await arrive(of, arriving(checked));
  if (arrival.is === 'again') return mine();
  if (arrival.is === 'changed') throw new Refused({ code: 'changed-meanwhile', current: await mine() });
  if (arrival.is !== 'taken') throw new Refused({ code: 'against-rule', rule: noPlaceRule[arrival.is] });
  const now = { ...row, ...arrival.place, state: 'submitted' as const };
  return applicationOf({ row: now, run: row, needed, known, admission: arrival.admission }, by.today);
}

/**
 * Withdraws an application before the deadline. In a first-come fund, `release` passes its money on at once; submitting
 * again takes a new place.
 */
export async function withdraw(
  writer: Writer,
  by: By,
  call: string,
  release: (writer: Writer, by: Keeping, call: string, of: { application: number }) => Promise<boolean>,
) {
  const of = { programmeId: by.programmeId, call };
  const row = await lockOwn(writer, of, by.actor.accountId);
  if (row?.state !== 'submitted') throw new Refused({ code: 'against-rule', rule: 'not-submitted' });
  const applicationId = row.application_id;
  assertAllowed((await writes.withdraw(writer, of, applicationId)) ? null : 'call-closed');
  await addRecord(writer, { applicationId, accountId: by.actor.accountId, kind: 'withdrawn' });
  const { procedure } = await runOf(readerOf(writer, by), call);
  if (procedure === 'first-come') await release(writer, by, call, { application: applicationId });
  return mineOf(writer, by, call);
}
