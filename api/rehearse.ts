// SPDX-License-Identifier: AGPL-3.0-or-later
// Runs calls in the sample city through the office's own commands, each dated on its day, so that every status occurs.

import { readNeeded } from '../db/calls/drafting/reads.ts';
import { addDraft } from '../db/calls/drafting/writes.ts';
import { readCalls } from '../db/calls/published/reads.ts';
import { change, knownOn, unloggedTransaction, type Writer } from '../db/change.ts';
import { findProgrammeId } from '../db/city/programmes/reads.ts';
import { readZones } from '../db/city/territory/reads.ts';
import type { OfficinaDb } from '../db/client.ts';
import { sampleKey } from '../db/exchange/shipped.ts';
import { type AwardRow, readAwards, readAwardVersion } from '../db/money/awards/reads.ts';
import { reading } from '../db/past.ts';
import { amend, answer, publish as publishCall } from './calls/drafting/commands.ts';
import { templateOf } from './calls/drafting/rules.ts';
import { refill, release } from './calls/first-come/commands.ts';
import { publish as publishRanking } from './calls/ranking/commands.ts';
import * as awarded from './money/awards/commands.ts';
import { awardedIn } from './money/awards/views.ts';
import { assign } from './money/granting/commands.ts';
import { apply, ask, here, judge, type Open, type Stage } from './overview/sample/commands.ts';
import {
  dayFrom,
  type Ground,
  noonFrom,
  planOf,
  runCalls,
  type SampleCall,
  sampleSpaces,
} from './overview/sample/rules.ts';
import { areasView, areaView } from './plan/areas/views.ts';
import { readerOf } from './platform/records/views.ts';
import { create as createSpace } from './spaces/directory/commands.ts';

const actor = 'Ufficio bandi della città campione';

/** Runs a command dated on a given day: recorded as known since then. */
function on<T>(
  { db, programmeId, today }: Stage,
  days: number,
  reason: string,
  act: (writer: Writer, by: By) => Promise<T>,
) {
  const day = dayFrom(today, days);
  return change(db, { actor, reason }, async (writer) => {
    await knownOn(writer, day);
    const by = {
      programmeId,
      today: day,
      version: 1,
      actor: { accountId: 0 },
      language: 'it',
      now: noonFrom(today, days),
    };
    return act(writer, by as By);
  });
}
type By = Parameters<typeof publishCall>[1];

/** Area and milestones of a call. */
async function groundOf(stage: Stage, of: SampleCall, spaces: readonly string[]): Promise<Ground> {
  return on(stage, of.published, '', async (writer, by) => {
    const now = readerOf(writer, { ...by, today: stage.today });
    const area = (await areasView(now)).items[of.area]?.key ?? '';
    const { initiativeList, milestones } = await areaView(now, area, { calls: readCalls, awarded: awardedIn });
    return {
      area,
      initiative: initiativeList[0]?.key ?? null,
      milestone: milestones[0]?.key ?? null,
      spaces,
    };
  });
}

async function published(stage: Stage, of: SampleCall, spaces: readonly string[]): Promise<string> {
  const plan = planOf(of, await groundOf(stage, of, spaces), stage.today);
  return on(stage, of.published, `Determina n. ${Math.abs(of.published)}`, async (writer, by) => {
    const { draft_id } = await addDraft(writer, stage.programmeId, plan, null);
    return (await publishCall(writer, by, draft_id, `Determina n. ${Math.abs(of.published)}`)).call;
  });
}

/** A draft call from its template. */
async function drafted(stage: Stage) {
  const area = await reading(stage.db, here(stage), async (reader) => (await areasView(reader)).items[4]?.key ?? '');
  const plan = templateOf('cascade', area);
  await unloggedTransaction(stage.db, (writer) => addDraft(writer, stage.programmeId, plan, null));
}

/** Publishes the rankings, as far as the call has got. */
async function ranked(stage: Stage, { call, of }: Open) {
  const publish = (days: number, kind: 'provisional' | 'final' | 'next', gaveUp: number[] = []) => {
    const act = `Determina n. ${1000 + days}`;
    const until = kind === 'provisional' && of.objections !== undefined ? noonFrom(stage.today, of.objections) : null;
    const ranking = { kind, act, gaveUp, objectionsUntil: until };
    return on(stage, days, act, (writer, by) =>
      publishRanking(writer, by, call, ranking, { assign, awards: readAwards }),
    );
  };
  if (of.provisional !== undefined) await publish(of.provisional, 'provisional');
  const final = of.final === undefined ? undefined : await publish(of.final, 'final');
  const first = final?.entries.find(({ outcome }) => outcome === 'assigned');
  if (of.next !== undefined && first) await publish(of.next, 'next', [first.number]);
}

/** Questions and amendments of an open call. */
async function spoken(stage: Stage, { call, of }: Open) {
  if (of.kind !== 'space' || of.closes < 0) return;
  await on(stage, -4, 'Più tempo per i sopralluoghi', (writer, by) =>
    amend(
      writer,
      by,
      call,
      {
        act: 'Determina n. 31',
        closesAt: noonFrom(stage.today, of.closes + 4),
        budgetEur: null,
        reason: { it: 'Più tempo per i sopralluoghi.', en: 'More time to see the places.' },
      },
      { refill },
    ),
  );
  await on(stage, -3, '', (writer, by) =>
    answer(writer, by, call, {
      question: { it: 'Si può chiedere un solo spazio?', en: 'May one ask for a single space?' },
      answer: {
        it: 'Sì: si indicano quelli che si vogliono, in ordine.',
        en: 'Yes: one names those wanted, in order.',
      },
    }),
  );
}

/** Adds the spaces offered by the calls to the census, well before the calls. */
async function surveyed(stage: Stage, zones: readonly string[]): Promise<string[]> {
  const keys: string[] = [];
  for (const [at, [name, kind, floorAreaM2, years, use]] of sampleSpaces.entries()) {
    const [it = '', en = ''] = use.split(' | ');
    const { key } = await on(stage, -430 + at, 'Censimento', (writer, by) =>
      createSpace(writer, by, {
        name: { it: name },
        kind,
        ownerKind: 'public',
        floorAreaM2,
        lastUse: { it, en },
        zone: zones[(at * 5 + 2) % zones.length] ?? null,
        disusedSince: { date: `${Number(stage.today.slice(0, 4)) - 2 - years}-12-31`, precision: 'year' },
        state: 'available',
        reason: { it: 'Sopralluogo fatto', en: 'Inspected' },
      } as Parameters<typeof createSpace>[2]),
    );
    keys.push(key);
  }
  return keys;
}

/** One command on an award, at days from today; skipped if in the future. */
async function recorded(
  stage: Stage,
  { key, days }: { key: string; days: number },
  write: (writer: Writer, by: By, day: string) => Promise<unknown>,
) {
  if (days >= 0) return;
  await on(stage, days, 'Pratica dell’assegnazione', async (writer, by) => {
    const version = await readAwardVersion(readerOf(writer, by), key);
    return write(writer, { ...by, version }, dayFrom(stage.today, days));
  });
}

/** Signing and, for spaces, handover and opening. */
async function begun(stage: Stage, { key, space }: AwardRow, days: number) {
  const act = `Contratto n. ${Math.abs(days)}`;
  await recorded(stage, { key, days }, (writer, by, on) => awarded.step(writer, by, key, { step: 'signed', on, act }));
  if (!space) return;
  for (const [step, later] of [
    ['keys', 9],
    ['opened', 34],
  ] as const)
    await recorded(stage, { key, days: days + later }, (writer, by, on) => awarded.step(writer, by, key, { step, on }));
}

/** Partial payment, check after six months; one award is revoked. */
async function followed(stage: Stage, { key, amount_eur }: AwardRow, days: number, fails: boolean) {
  if (!amount_eur) return;
  const advance = { kind: 'advance', amountEur: Math.floor(amount_eur * 0.4), act: 'Mandato n. 12' } as const;
  await recorded(stage, { key, days: days + 20 }, (writer, by, paidOn) =>
    awarded.pay(writer, by, key, { ...advance, paidOn }),
  );
  const reason = { it: 'La macchina non è mai stata comprata.', en: 'The machine was never bought.' };
  const ending = { as: 'revoked', act: 'Determina n. 88', reason } as const;
  if (fails)
    return recorded(stage, { key, days: days + 110 }, (writer, by, on) =>
      awarded.end(writer, by, key, { ...ending, on }, { release }),
    );
  const check = { months: 6, outcome: 'passed' } as const;
  await recorded(stage, { key, days: days + 190 }, (writer, by, checkedOn) =>
    awarded.check(writer, by, key, { ...check, checkedOn }),
  );
}

/** Award progress, as far as the days have passed. */
async function keepOpen(stage: Stage, { call, of }: Open) {
  const since = of.next ?? of.final;
  if (since === undefined) return;
  const standing = await reading(stage.db, here(stage), async (reader) =>
    (await readAwards(reader, { call })).filter(({ ended_on }) => ended_on === null),
  );
  for (const [at, award] of standing.entries()) {
    const days = since + 10 + at * 3;
    await begun(stage, award, days);
    await recorded(stage, { key: award.key, days: days + 70 }, (writer, by, countedOn) =>
      awarded.jobs(writer, by, award.key, { expected: 2 + at, jobs: 1 + at, countedOn }),
    );
    await followed(stage, award, days, at === 1);
  }
}

/** Runs all calls, unless the sample city already has some. */
export async function rehearse(db: OfficinaDb, today: string): Promise<void> {
  const programmeId = await findProgrammeId(db, sampleKey);
  if (programmeId === undefined) return;
  const stage = { db, programmeId, today };
  const zones = await reading(db, here(stage), async (reader) => (await readZones(reader)).map(({ key }) => key));
  const spaces = await surveyed(stage, zones);
  await drafted(stage);
  for (const of of runCalls) {
    const call = await published(stage, of, spaces.splice(0, of.lots));
    const parts = await reading(db, here(stage), (reader) => readNeeded(reader, call));
    const open = { call, of, zones, parts };
    const ids = await apply(stage, open);
    if (of.closes < 0) await judge(stage, open, of.provisional === undefined ? ids.slice(0, 2) : ids);
    await ranked(stage, open);
    await keepOpen(stage, open);
    if (of.kind === 'cascade') await ask(stage, ids[0]);
    await spoken(stage, open);
  }
}
