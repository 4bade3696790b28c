// SPDX-License-Identifier: AGPL-3.0-or-later
import { lockOwn, readReceived } from '../../../db/calls/applications/reads.ts';
import { readFiles } from '../../../db/calls/attachments/reads.ts';
import { addRecord, exclude as put } from '../../../db/calls/dossiers/writes.ts';
import { readDeclared } from '../../../db/calls/drafting/reads.ts';
import { readRankings } from '../../../db/calls/ranking/reads.ts';
import type { Writer } from '../../../db/change.ts';
import { readProgrammeBody } from '../../../db/city/programmes/reads.ts';
import { readAddress } from '../../../db/people/roles/reads.ts';
import { addMail } from '../../../db/platform/mail/writes.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { letter, momentIn } from '../../platform/mail/rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import { runOf } from '../drafting/views.ts';
import { whyNotAnswered, whyNotDecided } from './rules.ts';
import { dossierOf } from './views.ts';

interface By extends Keeping {
  actor: { accountId: number };
}

interface On {
  call: string;
  application: number;
}

/** A received, unsealed application with its call. */
async function opened(writer: Writer, by: By, { call, application }: On) {
  const run = await runOf(readerOf(writer, by), call);
  assertAllowed(run.now < run.closes_at && run.procedure !== 'first-come' ? 'call-not-closed' : null);
  const of = { programmeId: by.programmeId, call };
  const received = await readReceived(writer, of);
  const row = received.find((one) => one.application_id === application);
  if (!row) throw new Refused({ code: 'unknown-item', item: String(application) });
  return { run, row };
}

type Opened = Awaited<ReturnType<typeof opened>>;

/** Mails the firm; the subject reveals nothing about the content. */
async function tell(writer: Writer, { run, row }: Opened, once: string, said: { it: string[]; en: string[] }) {
  const whom = row.account_id === null ? undefined : await readAddress(writer, row.account_id);
  if (!whom?.email) return;
  const { language } = whom;
  const name = run.name[language] ?? run.name.it;
  const subject = language === 'it' ? `La tua domanda: ${name}` : `Your application: ${name}`;
  await addMail(writer, { once, recipient: whom.email, ...letter(language, subject, said[language]) });
}

const office = (by: By, { application }: On) => ({ applicationId: application, accountId: by.actor.accountId });

/** Same as above for a ranked call; grants of a fund are given up through its release command. */
async function ranked(writer: Writer, by: By, on: On) {
  const opening = await opened(writer, by, on);
  assertAllowed(opening.run.procedure === 'first-come' ? 'ranked-only' : null);
  return opening;
}

/** Refuses commands that would move other applications down after the final ranking. */
async function refuseFinal(writer: Writer, by: By, { call }: On) {
  const published = await readRankings(readerOf(writer, by), call);
  assertAllowed(published.some(({ kind }) => kind !== 'provisional') ? 'ranking-final' : null);
}

export async function exclude(writer: Writer, by: By, on: On, reason: string) {
  const { row } = await ranked(writer, by, on);
  assertAllowed(row.excluded_reason === null ? null : 'excluded-already');
  await put(writer, on.application, by.today, reason);
  await addRecord(writer, { ...office(by, on), kind: 'excluded', words: reason });
}

export async function readmit(writer: Writer, by: By, on: On, reason: string) {
  const { row } = await ranked(writer, by, on);
  await refuseFinal(writer, by, on);
  assertAllowed(row.excluded_reason === null ? 'not-excluded' : null);
  await put(writer, on.application, null, null);
  await addRecord(writer, { ...office(by, on), kind: 'readmitted', words: reason });
}

export async function refuseBonus(writer: Writer, by: By, on: On & { bonus: string }, reason: string) {
  const { row } = await ranked(writer, by, on);
  await refuseFinal(writer, by, on);
  const reader = readerOf(writer, by);
  const { bonuses } = await readDeclared(reader, on.call);
  const { records } = await dossierOf(reader, on.call, on.application);
  const claimed = (row.content as { bonuses?: string[] } | null)?.bonuses?.includes(on.bonus);
  const lost = records.some(({ kind, about }) => kind === 'bonus-refused' && about === on.bonus);
  const declared = bonuses.some(({ key }) => key === on.bonus);
  assertAllowed(declared && claimed && !lost ? null : 'bonus-not-claimed');
  await addRecord(writer, { ...office(by, on), kind: 'bonus-refused', words: reason, about: on.bonus });
}

/** Records why a grant of a fund was revoked, and mails the firm. */
export async function tellReleased(writer: Writer, by: By, on: On, reason: string) {
  const opening = await opened(writer, by, on);
  const record = await addRecord(writer, { ...office(by, on), kind: 'released', words: reason });
  await tell(writer, opening, `released:${record}`, {
    it: ['Ammissione revocata: l’importo torna al fondo. Motivo:', '', reason],
    en: ['Admission revoked: the amount goes back to the fund. Reason:', '', reason],
  });
}

/** Requests missing documents from the firm until a deadline, and mails it. */
export async function ask(writer: Writer, by: By, on: On, { words, until }: { words: string; until: string }) {
  const opening = await opened(writer, by, on);
  assertAllowed(until <= opening.run.now.toISOString() ? 'date-past' : null, 'until');
  const record = await addRecord(writer, { ...office(by, on), kind: 'request', words, until });
  const timezone = (await readProgrammeBody(readerOf(writer, by)))?.timezone ?? 'UTC';
  await tell(writer, opening, `asked-for:${record}`, {
    it: [words, '', `Rispondi nella pagina della tua domanda. Scadenza: ${momentIn('it', until, timezone)}.`],
    en: [words, '', `Answer on the page of your application. Deadline: ${momentIn('en', until, timezone)}.`],
  });
}

export async function decide(
  writer: Writer,
  by: By,
  on: On,
  { record, words, accepted }: { record: number; words: string; accepted: boolean },
) {
  const opening = await opened(writer, by, on);
  const { records } = await dossierOf(readerOf(writer, by), on.call, on.application);
  assertAllowed(whyNotDecided(record, records));
  const made = await addRecord(writer, { ...office(by, on), kind: 'decision', words, accepted, to: record });
  assertAllowed(made === undefined ? 'answered-already' : null);
  await tell(writer, opening, `decided:${made}`, {
    it: [
      accepted ? 'Le tue osservazioni sono state accolte.' : 'Le tue osservazioni non sono state accolte.',
      '',
      words,
    ],
    en: [accepted ? 'Your objection was accepted.' : 'Your objection was not accepted.', '', words],
  });
}

/** Locks the account's own submitted application and reads its dossier. */
async function mine(writer: Writer, by: By, call: string) {
  const own = await lockOwn(writer, { programmeId: by.programmeId, call }, by.actor.accountId);
  if (own?.state !== 'submitted') throw new Refused({ code: 'against-rule', rule: 'not-submitted' });
  return { own, ...(await dossierOf(readerOf(writer, by), call, own.application_id)) };
}

interface Said {
  words: string;
  files: readonly string[];
}

/** Requires files uploaded with this application. */
async function refuseForeign(writer: Writer, applicationId: number, files: readonly string[]) {
  const own = await readFiles(writer, [applicationId]);
  const foreign = files.find((hash) => !own.some((one) => one.file_hash === hash));
  if (foreign) throw new Refused({ code: 'unknown-item', item: foreign });
}

export async function answer(
  writer: Writer,
  by: By,
  call: string,
  { record, words, files }: Said & { record: number },
) {
  const { own, run, records } = await mine(writer, by, call);
  assertAllowed(whyNotAnswered(record, records, run.now));
  await refuseForeign(writer, own.application_id, files);
  const of = { applicationId: own.application_id, accountId: by.actor.accountId };
  await addRecord(writer, { ...of, kind: 'answer', words, files, to: record });
}

export async function object(writer: Writer, by: By, call: string, { words, files }: Said) {
  const { own, run, objectionsUntil } = await mine(writer, by, call);
  assertAllowed(objectionsUntil !== null && run.now < objectionsUntil ? null : 'objections-over');
  await refuseForeign(writer, own.application_id, files);
  const of = { applicationId: own.application_id, accountId: by.actor.accountId };
  await addRecord(writer, { ...of, kind: 'objection', words, files });
}
