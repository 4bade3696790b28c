// SPDX-License-Identifier: AGPL-3.0-or-later

import type { RecordRow } from '../../../db/calls/dossiers/reads.ts';
import type { RunRow } from '../../../db/calls/drafting/reads.ts';
import { type OfferedRow, readOffered } from '../../../db/calls/published/reads.ts';
import type { RankingRow } from '../../../db/calls/ranking/reads.ts';
import { readPeriphery } from '../../../db/city/territory/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { type ApplicationContent, centsOf, type KnownAid, numberOf } from '../applications/rules.ts';
import { aidUnder, knownAid } from '../applications/views.ts';
import { bonusesOf } from '../dossiers/rules.ts';
import { countingOf, isAgreed } from '../evaluation/rules.ts';
import { type Round, ruled } from '../evaluation/views.ts';
import { type Loss, lossOf, type Ranked, type RankingInput, type RankingRules, type TieBreak } from './rules.ts';

type Declared = Round['declared'];

function rulesOf({ criteria, bonuses }: Declared, run: RunRow, lots: readonly OfferedRow[]): RankingRules {
  return {
    criteria: criteria.map(({ key, weight, scale, threshold }) => ({
      key,
      weight: Number(weight ?? 0),
      scale: Number(scale ?? 1),
      threshold: threshold === null ? null : Number(threshold),
    })),
    bonuses: bonuses.map(({ key, points }) => ({ key, points: Number(points) })),
    threshold: run.threshold === null ? null : Number(run.threshold),
    tieBreaks: (run.tie_breaks ?? []) as unknown as TieBreak[],
    lots: lots.filter(({ elsewhere }) => !elsewhere).map(({ key }) => key),
    money:
      run.budget_eur === null
        ? null
        : {
            budgetCents: centsOf(Number(run.budget_eur)),
            leastCents: centsOf(run.grant_min_eur === null ? null : Number(run.grant_min_eur)),
            partial: run.partial_grants,
          },
  };
}

/** Points that count: the consensus if fully confirmed, else those of all evaluators with a complete score. */
function scoresOf(applicationId: number, round: Round): Ranked['scores'] {
  const rules = ruled(round);
  const agreed = isAgreed(applicationId, rules)
    ? round.consensus.filter((one) => one.applicationId === applicationId)
    : [];
  const counting = countingOf(applicationId, rules);
  const single = round.scores.filter((one) => one.applicationId === applicationId && counting.includes(one.accountId));
  return Object.fromEntries(
    round.criteria.map(({ key }) => {
      const consensus = agreed.find(({ criterion }) => criterion === key);
      const given = single.filter(({ criterion }) => criterion === key).map(({ points }) => points);
      return [key, consensus ? [consensus.points] : given];
    }),
  );
}

interface Given {
  today: string;
  /** De minimis aid from other calls of the programme. */
  known: readonly KnownAid[];
  lost: ReadonlyMap<number, Loss>;
  signed: ReadonlyMap<number, NonNullable<Ranked['signed']>>;
  bonuses: readonly { key: string; kind: string }[];
  records: readonly RecordRow[];
  /** Peripheral zones as defined by the programme. */
  periphery: readonly string[];
}

function applicationsOf(
  round: Round,
  { today, known, lost, signed, bonuses, records, periphery }: Given,
): RankingInput['applications'] {
  return round.received.map((row) => {
    const content = row.content as unknown as ApplicationContent;
    const number = row.number ?? 0;
    const aid = aidUnder(content, round.run, { today, known });
    const zone = content.zone ?? null;
    const claimed = { bonuses: content.bonuses, periphery: zone !== null && periphery.includes(zone) };
    const own = records.filter((one) => one.application_id === row.application_id);
    return {
      number,
      firm: content.firm.name,
      zone,
      scores: scoresOf(row.application_id, round),
      bonuses: bonusesOf(claimed, bonuses, own),
      lots: content.lots,
      requestedCents: aid ? aid.grantable : centsOf(content.requestedEur),
      submittedAt: row.submitted_at?.toISOString() ?? '',
      excluded: row.excluded_reason,
      ...lossOf(lost.get(number)),
      signed: signed.get(number) ?? null,
    };
  });
}

/**
 * Applications that have lost their assignment (in an earlier ranking, by the end of the award, or now), with the
 * reason. A lost assignment is never restored by a later ranking.
 */
function lostOf(call: string, before: readonly RankingRow[], awards: readonly AwardRow[], gaveUp: readonly number[]) {
  const earlier = (before.at(-1)?.input as unknown as RankingInput | undefined)?.applications ?? [];
  const losses = new Map<number, Loss>(gaveUp.map((number) => [number, { lost: 'gave-up', paidCents: 0 }]));
  for (const { number, lost, paidCents } of earlier) if (lost) losses.set(number, { lost, paidCents });
  for (const { key, ended_as, paid_eur } of awards) {
    const number = numberOf(call, key) ?? 0;
    const lost = ended_as === 'gave-up' || ended_as === 'revoked' ? ended_as : losses.get(number)?.lost;
    if (lost) losses.set(number, { lost, paidCents: centsOf(paid_eur) });
  }
  return losses;
}

/** Grants of the call's signed awards by application number, including awards whose term has ended. */
function signedOf(call: string, awards: readonly AwardRow[], lots: readonly OfferedRow[]) {
  return new Map(
    awards.flatMap(({ key, signed_on, ended_as, space, amount_eur }) => {
      const number = numberOf(call, key);
      const stands = signed_on !== null && (ended_as === null || ended_as === 'term-ended');
      if (number === null || !stands) return [];
      const lot = lots.find((one) => one.space === space)?.key ?? null;
      return [[number, { lot, amountCents: centsOf(amount_eur) }] as const];
    }),
  );
}

/** Inputs of a ranking that continues a final one: the inputs published with it. */
function frozenOf(
  row: RankingRow | undefined,
  { received, run }: Round,
  { lost, signed, today, known }: Given,
): Pick<RankingInput, 'rules' | 'applications'> | null {
  const input = row && row.kind !== 'provisional' ? (row.input as unknown as RankingInput) : null;
  if (!input) return null;
  const excluded = new Map(received.map(({ number, excluded_reason }) => [number, excluded_reason]));
  const left = new Map(
    received.flatMap(({ number, content }) => {
      const aid = aidUnder(content as unknown as ApplicationContent, run, { today, known });
      return aid ? [[number, aid.grantable] as const] : [];
    }),
  );
  const applications = input.applications.map((one) => ({
    ...one,
    excluded: one.excluded ?? excluded.get(one.number) ?? null,
    ...lossOf(lost.get(one.number)),
    signed: signed.get(one.number) ?? null,
    // Aid granted elsewhere since then can only reduce the de minimis headroom.
    requestedCents: Math.min(one.requestedCents, left.get(one.number) ?? one.requestedCents),
  }));
  return { rules: input.rules, applications };
}

/** The award fields that a ranking depends on. */
export interface AwardRow {
  key: string;
  signed_on: string | null;
  ended_as: string | null;
  space: string | null;
  amount_eur: number | null;
  paid_eur: number;
}

export interface Ground {
  round: Round;
  before: readonly RankingRow[];
  records: readonly RecordRow[];
  /** Existing awards of the call. */
  awards: readonly AwardRow[];
}

/** Inputs of a ranking; after a final ranking, those published with it. */
export async function inputOf(
  reader: Reader,
  { round, before, records, awards }: Ground,
  { call, gaveUp, today, seed }: { call: string; gaveUp: readonly number[]; today: string; seed: string },
): Promise<RankingInput> {
  const { declared } = round;
  const lots = await readOffered(reader, call);
  const contents = round.received.map(({ content }) => content as unknown as ApplicationContent);
  const given = {
    today,
    known: await knownAid(reader, round.run, contents),
    lost: lostOf(call, before, awards, gaveUp),
    signed: signedOf(call, awards, lots),
    bonuses: declared.bonuses,
    records,
    periphery: await readPeriphery(reader),
  };
  const rules = rulesOf(declared, round.run, lots);
  const frozen = frozenOf(before.at(-1), round, given);
  if (!frozen) return { rules, applications: applicationsOf(round, given), seed };
  const { lots: left, money } = rules;
  return { rules: { ...frozen.rules, lots: left, money }, applications: frozen.applications, seed };
}
