// SPDX-License-Identifier: AGPL-3.0-or-later
// Plays calls in the invented city by the very acts of the office, each on its own day, so that its pages show every state.
import { createHash } from 'node:crypto';
import { addSubmitted } from '../db/applications/writes.ts';
import { readAwards, readAwardVersion } from '../db/awards/reads.ts';
import { readAvailable, readDeclared, readNeeded } from '../db/calling/reads.ts';
import { addDraft } from '../db/calling/writes.ts';
import { apart, change, knownOn, type Writer } from '../db/change.ts';
import type { OfficinaDb } from '../db/client.ts';
import { keepConsensus } from '../db/evaluation/writes.ts';
import { addRecord } from '../db/examination/writes.ts';
import { sampleKey } from '../db/exchange/shipped.ts';
import { reading } from '../db/past.ts';
import { addArrival } from '../db/plafond/writes.ts';
import { findProgrammeId } from '../db/programmes/reads.ts';
import { readZones } from '../db/territory/reads.ts';
import { canonical, centsOf } from './applications/rules.ts';
import { areasView, areaView } from './areas/views.ts';
import * as awarded from './awards/commands.ts';
import { amend, answer, publish as publishCall } from './calling/commands.ts';
import { assign } from './grants/commands.ts';
import { release } from './plafond/commands.ts';
import { admissionOf } from './plafond/rules.ts';
import { readerOf } from './plan/views.ts';
import { publish as publishRanking } from './ranking/commands.ts';
import {
  contentOf,
  dayFrom,
  type Ground,
  noonFrom,
  planOf,
  runCalls,
  type SampleCall,
  sampleSpaces,
} from './rehearsal/rules.ts';
import { create as createSpace } from './spaces/commands.ts';

const actor = 'Ufficio bandi della città campione';

interface Stage {
  db: OfficinaDb;
  programmeId: number;
  today: string;
}

const here = ({ programmeId, today }: Stage) => ({ programmeId, today, asOf: undefined });

/** Does something as if it were done on a day: recorded as known since then. */
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

/** Where a call finds its area, what it carries out there, and the spaces that are free. */
async function groundOf(stage: Stage, of: SampleCall): Promise<Ground> {
  return on(stage, of.published, '', async (writer, by) => {
    const reader = readerOf(writer, by);
    const now = readerOf(writer, { ...by, today: stage.today });
    const area = (await areasView(now)).items[of.area]?.key ?? '';
    const { initiativeList, milestones } = await areaView(now, area);
    return {
      area,
      initiative: initiativeList[0]?.key ?? null,
      milestone: milestones[0]?.key ?? null,
      spaces: (await readAvailable(reader)).slice(0, of.lots),
    };
  });
}

async function published(stage: Stage, of: SampleCall): Promise<string> {
  const plan = planOf(of, await groundOf(stage, of), stage.today);
  return on(stage, of.published, `Determina n. ${Math.abs(of.published)}`, async (writer, by) => {
    const { draft_id } = await addDraft(writer, stage.programmeId, plan, null);
    return (await publishCall(writer, by, draft_id, `Determina n. ${Math.abs(of.published)}`)).call;
  });
}

interface Open {
  call: string;
  of: SampleCall;
  zones: readonly string[];
  parts: Awaited<ReturnType<typeof readNeeded>>;
}

/** The firms apply, spread over the days in which the call was open. */
async function applications(stage: Stage, open: Open): Promise<number[]> {
  const { of, call } = open;
  const until = Math.min(of.closes, 0);
  const ids: number[] = [];
  let fund = { committedCents: 0, waiting: 0 };
  for (let at = 0; at < of.applicants; at += 1) {
    const content = contentOf(at, open);
    const days = of.opens + Math.floor(((until - of.opens) * (at + 0.5)) / of.applicants);
    const when = `${dayFrom(stage.today, days)}T${String(8 + (at % 9)).padStart(2, '0')}:${10 + at}:07.000Z`;
    const sha256 = createHash('sha256').update(canonical(content)).digest('hex');
    const here = { programmeId: stage.programmeId, call, at: when };
    await apart(stage.db, async (writer) => {
      const applicationId = await addSubmitted(writer, { ...here, number: at + 1, content, sha256 });
      ids.push(applicationId);
      if (of.kind !== 'voucher') return;
      const requestedCents = centsOf(content.requestedEur);
      const limits = { leastCents: 2_000_000, mostCents: 6_000_000, partial: true };
      const admission = admissionOf(requestedCents, { budgetCents: centsOf(of.budgetEur), ...limits, ...fund });
      await addArrival(writer, { ...here, applicationId, arrival: at + 1, requestedCents, ...admission });
      fund = {
        committedCents: fund.committedCents + admission.amountCents,
        waiting: fund.waiting + (admission.state === 'waiting' ? 1 : 0),
      };
    });
  }
  return ids;
}

/** What the evaluators agreed on for some of the applications, told apart by their place alone. */
async function judged(stage: Stage, { call }: Open, ids: readonly number[]) {
  const { criteria } = await reading(stage.db, here(stage), (reader) => readDeclared(reader, call));
  await apart(stage.db, async (writer) => {
    for (const [at, id] of ids.entries()) {
      const given = criteria.map(({ key, scale }, place) => {
        const share = 0.45 + ((at * 5 + place * 3) % 11) * 0.05;
        return { criterion: key, points: Math.round(Number(scale) * share * 2) / 2, reason: null };
      });
      await keepConsensus(writer, id, given);
    }
  });
}

/** The rankings, as far as they are published. */
async function ranked(stage: Stage, { call, of }: Open) {
  const publish = (days: number, kind: 'provisional' | 'final' | 'next', gaveUp: number[] = []) => {
    const act = `Determina n. ${1000 + days}`;
    const until = kind === 'provisional' && of.objections !== undefined ? noonFrom(stage.today, of.objections) : null;
    const ranking = { kind, act, gaveUp, objectionsUntil: until };
    return on(stage, days, act, (writer, by) => publishRanking(writer, by, call, ranking, { assign }));
  };
  if (of.provisional !== undefined) await publish(of.provisional, 'provisional');
  const final = of.final === undefined ? undefined : await publish(of.final, 'final');
  const first = final?.entries.find(({ outcome }) => outcome === 'assigned');
  if (of.next !== undefined && first) await publish(of.next, 'next', [first.number]);
}

/** What was said in public of an open call, and what is asked of one that is being evaluated. */
async function spoken(stage: Stage, { call, of }: Open, [first]: readonly number[]) {
  if (of.kind === 'cascade' && first)
    await apart(stage.db, (writer) =>
      addRecord(writer, {
        applicationId: first,
        accountId: null,
        kind: 'request',
        words: 'Manca il bilancio dell’ultimo anno.',
        until: noonFrom(stage.today, 5),
      }),
    );
  if (of.kind !== 'space' || of.closes < 0) return;
  await on(stage, -4, 'Più tempo per i sopralluoghi', (writer, by) =>
    amend(writer, by, call, {
      act: 'Determina n. 31',
      closesAt: noonFrom(stage.today, of.closes + 4),
      budgetEur: null,
      reason: { it: 'Più tempo per i sopralluoghi.', en: 'More time to see the places.' },
    }),
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

/** The spaces that the calls offer enter the census long before. */
async function surveyed(stage: Stage, zones: readonly string[]) {
  for (const [at, [name, kind, floorAreaM2, years, use]] of sampleSpaces.entries()) {
    const [it = '', en = ''] = use.split(' | ');
    await on(stage, -430 + at, 'Censimento', (writer, by) =>
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
  }
}

type Kept = { version: number };

/** What became of what was awarded, as far as there was time: signed, opened, paid, looked at; one is revoked. */
async function kept(stage: Stage, { call, of }: Open) {
  const since = of.next ?? of.final;
  if (since === undefined) return;
  const awards = await reading(stage.db, here(stage), async (reader) =>
    (await readAwards(reader, { call })).filter(({ ended_on }) => ended_on === null),
  );
  for (const [at, { key, space, amount_eur }] of awards.entries()) {
    let days = since + 10 + at * 3;
    const act = `Contratto n. ${at + 1}`;
    const one = async (later: number, write: (writer: Writer, by: By) => Promise<Kept>) => {
      days += later;
      if (days >= 0) return;
      await on(stage, days, act, async (writer, by) =>
        write(writer, { ...by, version: await readAwardVersion(readerOf(writer, by), key) }),
      );
    };
    const today = () => dayFrom(stage.today, days);
    await one(0, (writer, by) => awarded.step(writer, by, key, { step: 'signed', on: today(), act }));
    await one(1, (writer, by) => awarded.jobs(writer, by, key, { expected: 2 + at, jobs: null, countedOn: null }));
    if (space) {
      await one(8, (writer, by) => awarded.step(writer, by, key, { step: 'keys', on: today() }));
      await one(25, (writer, by) => awarded.step(writer, by, key, { step: 'opened', on: today() }));
    }
    if (amount_eur)
      await one(20, (writer, by) =>
        awarded.pay(writer, by, key, {
          kind: 'advance',
          amountEur: Math.floor(amount_eur * 0.4),
          paidOn: today(),
          act,
        }),
      );
    await one(60, (writer, by) =>
      awarded.jobs(writer, by, key, { expected: 2 + at, jobs: 1 + at, countedOn: today() }),
    );
    if (amount_eur && at === 1)
      await one(20, (writer, by) =>
        awarded.end(
          writer,
          by,
          key,
          {
            as: 'revoked',
            on: today(),
            act: 'Determina n. 88',
            reason: { it: 'La macchina non è mai stata comprata.' },
          },
          { release },
        ),
      );
    else if (amount_eur)
      await one(130, (writer, by) =>
        awarded.check(writer, by, key, { months: 6, checkedOn: today(), outcome: 'passed' }),
      );
  }
}

/** Plays them all, once, where the invented city has none yet. */
export async function rehearse(db: OfficinaDb, today: string): Promise<void> {
  const programmeId = await findProgrammeId(db, sampleKey);
  if (programmeId === undefined) return;
  const stage = { db, programmeId, today };
  const zones = await reading(db, here(stage), async (reader) => (await readZones(reader)).map(({ key }) => key));
  await surveyed(stage, zones);
  for (const of of runCalls) {
    const call = await published(stage, of);
    const parts = await reading(db, here(stage), (reader) => readNeeded(reader, call));
    const open = { call, of, zones, parts };
    const ids = await applications(stage, open);
    if (of.closes < 0) await judged(stage, open, of.provisional === undefined ? ids.slice(0, 2) : ids);
    await ranked(stage, open);
    await kept(stage, open);
    await spoken(stage, open, ids);
  }
}
