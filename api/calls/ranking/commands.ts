// SPDX-License-Identifier: AGPL-3.0-or-later

import { type RecordRow, readRecords } from '../../../db/calls/dossiers/reads.ts';
import * as calling from '../../../db/calls/drafting/writes.ts';
import { type RankingRow, readSeed } from '../../../db/calls/ranking/reads.ts';
import { addRanking } from '../../../db/calls/ranking/writes.ts';
import type { Writer } from '../../../db/change.ts';
import { readProgrammeBody } from '../../../db/city/programmes/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { readAddress } from '../../../db/people/roles/reads.ts';
import { addMail } from '../../../db/platform/mail/writes.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { letter } from '../../platform/mail/rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import { openObjections, openRequests } from '../dossiers/rules.ts';
import { ruled as recordOf } from '../dossiers/views.ts';
import { hasConsensus, isAgreed, isScored } from '../evaluation/rules.ts';
import { type Round, roundOf, ruled } from '../evaluation/views.ts';
import { type AwardRow, type Ground, inputOf } from './inputs.views.ts';
import { entriesOf, rankingView } from './views.ts';

type Kind = 'provisional' | 'final' | 'next';

/** Validates the kind of a ranking against those already published. */
function refuseOrder(kind: Kind, before: readonly { kind: Kind }[]) {
  const final = before.some((one) => one.kind === 'final');
  if (kind === 'provisional') assertAllowed(final ? 'ranking-final' : null);
  if (kind === 'final') assertAllowed(final ? 'ranking-final' : before.length === 0 ? 'ranking-missing' : null);
  if (kind === 'next') assertAllowed(final ? null : 'ranking-missing');
}

/** Only an assignment of a final ranking can be given up. */
function refuseStrangers(kind: Kind, gaveUp: readonly number[], before: readonly RankingRow[]) {
  const entries = (before.at(-1)?.entries ?? []) as unknown as ReturnType<typeof entriesOf>;
  const has = (number: number) => entries.some((one) => one.number === number && one.rank !== null);
  if (gaveUp.length > 0 && (kind !== 'next' || !gaveUp.every(has)))
    throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'gaveUp', reason: 'unknown-value' }] });
}

type Assign = (
  writer: Writer,
  by: Keeping,
  of: { call: string; act: string },
  entries: ReturnType<typeof entriesOf>,
) => Promise<void>;

/** Before the final ranking applicants may object; every objection needs an answer. */
function refuseObjections(before: readonly RankingRow[], rows: readonly RecordRow[], now: Date) {
  const until = before.at(-1)?.objections_until ?? null;
  const waiting = openObjections(rows.map(recordOf));
  assertAllowed((until !== null && now < until) || waiting.length > 0 ? 'objections-open' : null);
}

/** Requires complete points for every application in the running: all evaluators' scores or a confirmed consensus. */
function refuseUnscored(round: Round) {
  const rules = ruled(round);
  const running = round.received.flatMap((row) => (row.excluded_reason === null ? [row.application_id] : []));
  const open = running.filter((application) => !isAgreed(application, rules));
  assertAllowed(open.some((application) => hasConsensus(application, rules)) ? 'consensus-open' : null);
  assertAllowed(open.some((application) => !isScored(application, rules)) ? 'scores-open' : null);
}

/** Current day and time zone of the programme. */
interface Clock {
  today: string;
  timezone: string;
}

/**
 * Last day for objections to a provisional ranking: tomorrow at the earliest, and not before the date already
 * published.
 */
function refuseLimit(until: string | null, before: readonly RankingRow[], { today, timezone }: Clock) {
  const day = until === null ? '' : new Date(until).toLocaleDateString('sv-SE', { timeZone: timezone });
  assertAllowed(day <= today ? 'objections-until-needed' : null, 'objectionsUntil');
  const published = before.at(-1)?.objections_until?.toISOString();
  assertAllowed(
    published !== undefined && until !== null && until < published ? 'objections-cut' : null,
    'objectionsUntil',
  );
}

interface Publishing {
  kind: Kind;
  act: string;
  gaveUp: readonly number[];
  objectionsUntil: string | null;
}

/** Mails the applicants that a ranking is published; the result is on the call's page. */
async function tell(writer: Writer, { received, run }: Round, number: number) {
  for (const { account_id, application_id } of received) {
    const whom = account_id === null ? undefined : await readAddress(writer, account_id);
    if (!whom?.email) continue;
    const { language, email } = whom;
    const name = run.name[language] ?? run.name.it;
    const said = {
      it: [`Graduatoria pubblicata per il bando «${name}».`, 'Punti, esiti e motivi sono nella pagina del bando.'],
      en: [
        `A ranking has been published for the call “${name}”.`,
        'Points, outcomes and reasons are on the page of the call.',
      ],
    };
    const subject = language === 'it' ? `Graduatoria pubblicata: ${name}` : `Ranking published: ${name}`;
    const mail = letter(language, subject, said[language]);
    await addMail(writer, { once: `ranking:${application_id}:${number}`, recipient: email, ...mail });
  }
}

/** Ranking totals stored on the call: number of applications, number of beneficiaries, euro awarded. */
function outcomeOf(entries: ReturnType<typeof entriesOf>, kind: Kind, today: string) {
  const applications = entries.length;
  if (kind === 'provisional') return { applications };
  const given = entries.filter(({ outcome }) => outcome === 'assigned' || outcome === 'partial');
  const cents = given.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const concluded = kind === 'final' ? { concluded_on: today, concluded_precision: 'day' } : {};
  return { applications, admitted: given.length, ...(cents > 0 ? { awarded_eur: cents / 100 } : {}), ...concluded };
}

/** Refuses publication in the wrong order or with unfinished business. */
function refuseUnready(
  { round, before, records }: Ground,
  { kind, gaveUp, objectionsUntil }: Publishing,
  clock: Clock,
) {
  assertAllowed(round.run.procedure === 'first-come' ? 'ranked-only' : null);
  refuseOrder(kind, before);
  if (kind === 'provisional') refuseLimit(objectionsUntil, before, clock);
  if (kind === 'final') refuseObjections(before, records, round.run.now);
  if (kind !== 'next') {
    refuseUnscored(round);
    const asked = round.received.some(({ application_id, excluded_reason }) => {
      const own = records.filter((one) => one.application_id === application_id).map(recordOf);
      // Only the latest of repeated requests counts as pending.
      const last = own.findLast(({ kind }) => kind === 'request');
      return excluded_reason === null && openRequests(own, round.run.now).some((one) => one === last);
    });
    assertAllowed(asked ? 'requests-open' : null);
  }
  refuseStrangers(kind, gaveUp, before);
}

/** Award data a ranking needs; injected in rooms.ts. */
export interface Acts {
  assign: Assign;
  awards: (reader: Reader, filter: { call: string }) => Promise<AwardRow[]>;
}

/** Computes and publishes a ranking together with its inputs; a final one also assigns. */
export async function publish(writer: Writer, by: Keeping, call: string, publishing: Publishing, acts: Acts) {
  const { kind, act, gaveUp, objectionsUntil } = publishing;
  const reader = readerOf(writer, by);
  const of = { programmeId: by.programmeId, call };
  const round = await roundOf(reader, call);
  const before = round.rankings;
  const awards = await acts.awards(reader, { call });
  const ground = { round, before, records: await readRecords(writer, of), awards };
  const timezone = (await readProgrammeBody(reader))?.timezone ?? 'UTC';
  refuseUnready(ground, publishing, { today: by.today, timezone });
  const seed = round.run.seed ?? (await readSeed(writer, by.programmeId, call));
  if (seed === null) throw new Refused({ code: 'unknown-item', item: call });
  const input = await inputOf(reader, ground, { call, gaveUp, today: by.today, seed });
  const entries = entriesOf(input);
  const row = await addRanking(writer, of, {
    kind,
    published_on: by.today,
    act,
    objections_until: kind === 'provisional' ? objectionsUntil : null,
    input,
    entries: JSON.stringify(entries),
  });
  await calling.editCall(writer, by.programmeId, call, { seed, ...outcomeOf(entries, kind, by.today) });
  if (kind !== 'provisional') await acts.assign(writer, by, { call, act }, entries);
  await tell(writer, round, row.number);
  return rankingView(row);
}
