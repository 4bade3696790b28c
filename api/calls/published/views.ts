// SPDX-License-Identifier: AGPL-3.0-or-later

import { readDeclared, readRun, readSaid } from '../../../db/calls/drafting/reads.ts';
import {
  type CallFilter,
  type CallRow,
  readCallBody,
  readCalls,
  readLots,
  readTerms,
} from '../../../db/calls/published/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { type ReplyOf, refOf, whenOf } from '../../contract.ts';
import { type Paged, pageOf } from '../../http/paging.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { FileKind } from '../drafting/fields.ts';
import type { AwardSummary, Call, CallState, readCall } from './contract.ts';
import { callState } from './rules.ts';

const instant = (at: Date) => new Date(at).toISOString();

/** Opening and closing instants of a call run in Officina. */
export const windowOf = ({
  run,
  opens_at,
  closes_at,
}: Pick<CallRow, 'run' | 'opens_at' | 'closes_at'>): Call['window'] =>
  run && opens_at && closes_at ? { opensAt: instant(opens_at), closesAt: instant(closes_at) } : null;

function callOf(row: CallRow, { day, now }: Reader): Call {
  const dates = {
    publishedOn: row.published_on,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    concludedOn: row.concluded_on,
  };
  return {
    key: row.key,
    name: row.name,
    kind: row.kind,
    state: callState({ ...dates, hasAwards: (row.awards ?? 0) > 0, window: windowOf(row), now }, day),
    summary: row.summary,
    area: { key: row.area, name: row.area_name },
    zone: refOf(row.zone, row.zone_name),
    published: whenOf(row.published_on, row.published_precision),
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    window: windowOf(row),
    concluded: whenOf(row.concluded_on, row.concluded_precision),
    budgetEur: row.budget_eur,
    awardedEur: row.awarded_eur,
    procedure: row.procedure,
    grantMinEur: row.grant_min_eur,
    grantShare: row.grant_share,
    grantMaxEur: row.grant_max_eur,
    applications: row.applications,
    admitted: row.admitted,
    projectsStarted: row.projects_started,
    lots: row.lots ?? 0,
    awards: row.awards ?? 0,
  };
}

export async function callsView(reader: Reader, query: CallFilter & { state?: CallState | undefined } & Paged) {
  const rows = await readCalls(reader, query);
  const items = rows
    .map((row) => callOf(row, reader))
    .filter(({ state }) => query.state === undefined || state === query.state);
  return pageOf(items, query);
}

type Declared = NonNullable<ReplyOf<typeof readCall>['run']>;

const maybe = (value: number | string | null) => (value === null ? null : Number(value));
const instantOf = (at: Date | null) => (at === null ? null : instant(at));

/** Declarations of a call run in Officina. Independent of the clock, so the reply stays valid until the next write. */
async function declaredView(reader: Reader, key: string): Promise<Declared | null> {
  const run = await readRun(reader, key);
  if (!run?.opens_at || !run.closes_at) return null;
  const { criteria, bonuses, requirements } = await readDeclared(reader, key);
  const said = await readSaid(reader, key);
  return {
    act: run.act,
    opensAt: instant(run.opens_at),
    closesAt: instant(run.closes_at),
    questionsUntil: instantOf(run.questions_until),
    threshold: maybe(run.threshold),
    seedHash: run.seed_hash,
    seed: run.seed,
    partialGrants: run.partial_grants,
    fileKinds: run.file_kinds as FileKind[],
    aidRule: run.aid_rule,
    tieBreaks: (run.tie_breaks ?? []) as unknown as Declared['tieBreaks'],
    criteria: criteria.map(({ weight, scale, threshold, ...one }) => {
      return { ...one, weight: Number(weight ?? 0), scale: Number(scale ?? 0), threshold: maybe(threshold) };
    }),
    bonuses: bonuses.map(({ points, ...one }) => ({ ...one, points: Number(points) })),
    requirements,
    amendments: said.amendments.map(({ made_on, closes_at, budget_eur, ...one }) => {
      return { ...one, madeOn: made_on, closesAt: instantOf(closes_at), budgetEur: maybe(budget_eur) };
    }),
    answers: said.answers.map(({ answered_on, asked_on: _, ...one }) => ({ ...one, answeredOn: answered_on })),
  };
}

/** Reads the awards of a call; injected in rooms.ts. */
export type AwardsOf = (reader: Reader, call: string) => Promise<AwardSummary[]>;

export async function callView(reader: Reader, key: string, awardsOf: AwardsOf) {
  const [row] = await readCalls(reader, { key });
  const body = await readCallBody(reader, key);
  if (!row || !body) throw new Refused({ code: 'unknown-item', item: key });
  const lots = await readLots(reader, key);
  const terms = await readTerms(reader, key);
  return {
    ...callOf(row, reader),
    initiative: refOf(body.initiative, body.initiative_name),
    milestone: refOf(body.milestone, body.milestone_name),
    url: body.url,
    source: refOf(body.source, body.source_title),
    note: body.note,
    run: await declaredView(reader, key),
    lotList: lots.map(lotOf),
    awardList: await awardsOf(reader, key),
    budgets: terms.budgets.map(({ number, amount_eur, set_on, set_precision, source, source_title, note }) => ({
      number,
      amountEur: amount_eur,
      setOn: whenOf(set_on, set_precision),
      source: refOf(source, source_title),
      note,
    })),
    criteria: terms.criteria.map(({ source, source_title, ...one }) => ({
      ...one,
      source: refOf(source, source_title),
    })),
    beneficiaries: terms.beneficiaries.map(({ source, source_title, ...one }) => ({
      ...one,
      source: refOf(source, source_title),
    })),
  };
}

const lotOf = (lot: Awaited<ReturnType<typeof readLots>>[number]) => ({
  key: lot.key,
  space: { key: lot.space, name: lot.space_name },
  position: lot.position,
  floorAreaM2: lot.floor_area_m2,
  feeEurYear: lot.fee_eur_year,
  note: lot.note,
});
