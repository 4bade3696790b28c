// SPDX-License-Identifier: AGPL-3.0-or-later

/** Points are integers in ten-thousandths and money in cents, so that sums do not depend on order. */
const fine = 10_000;

export interface RankingCriterion {
  key: string;
  /** Weight; the weights of a call total 100. */
  weight: number;
  /** Maximum points per evaluator; the minimum is 0. */
  scale: number;
  /** Minimum weighted score; null for none. */
  threshold: number | null;
}

/** Tie-breaks in declared order; the last resort is a lottery draw. */
export type TieBreak = { criterion: string } | 'lower-request' | 'earlier';

export interface RankingRules {
  criteria: readonly RankingCriterion[];
  bonuses: readonly { key: string; points: number }[];
  /** Minimum total, excluding bonuses. */
  threshold: number | null;
  tieBreaks: readonly TieBreak[];
  /** Keys of the lots to assign; empty in a call for money only. */
  lots: readonly string[];
  /** Money to assign by rank, in cents; null in a call for spaces only. */
  money: { budgetCents: number; leastCents: number; partial: boolean } | null;
}

export interface Ranked {
  /** Number of the application within its call. */
  number: number;
  /** Points per criterion, one set per evaluator or a single set from a consensus. */
  scores: Readonly<Record<string, readonly number[]>>;
  bonuses: readonly string[];
  /** Lots in order of preference. */
  lots: readonly string[];
  requestedCents: number;
  /** RFC 3339 in UTC, to the millisecond. */
  submittedAt: string;
  /** Reason of the exclusion; null if it takes part. */
  excluded: string | null;
  /** How the assignment was lost, which then moves down the ranking; null if it was not. */
  lost: 'gave-up' | 'revoked' | null;
  /** Amount paid by then, in cents; not redistributed. */
  paidCents: number;
  /** Signed assignment, kept whatever becomes free higher up; null if not signed. */
  signed: { lot: string | null; amountCents: number } | null;
}

export type Loss = Pick<Ranked, 'lost' | 'paidCents'>;
export const lossOf = (loss: Loss | undefined): Loss => loss ?? { lost: null, paidCents: 0 };

export type Outcome = 'assigned' | 'partial' | 'waiting' | 'below-threshold' | 'excluded' | 'gave-up' | 'revoked';

export interface RankingEntry {
  number: number;
  /** Rank from 1; null outside the ranking. */
  rank: number | null;
  /** Weighted points per criterion, bonus and total, with four decimals. */
  points: Record<string, number>;
  bonus: number;
  total: number;
  outcome: Outcome;
  lot: string | null;
  amountCents: number;
  /** Tie-break that placed it after the previous entry; null if the totals differ. */
  tie: string | null;
}

/** Deterministic lottery draw from seed and number; the smallest value comes first. */
export type Draw = (number: number) => string;

const whole = (value: number) => Math.round(value * fine);
const points = (value: number) => value / fine;

/** Σ points / evaluators / scale × weight, rounded half up to four decimals. */
export function weightedScore(scores: readonly number[], { scale, weight }: RankingCriterion): number {
  if (scores.length === 0) return 0;
  const sum = scores.reduce((total, one) => total + Math.round(one * 100), 0);
  // Hundredths of points × hundredths of weight: exact integers until the final division.
  const numerator = sum * Math.round(weight * 100) * fine;
  return Math.floor(numerator / (scores.length * scale * 10_000) + 0.5);
}

interface Scored extends Ranked {
  by: Record<string, number>;
  bonusPoints: number;
  sum: number;
  reaches: boolean;
}

function scored(application: Ranked, { criteria, bonuses, threshold }: RankingRules): Scored {
  const by = Object.fromEntries(
    criteria.map((criterion) => [criterion.key, weightedScore(application.scores[criterion.key] ?? [], criterion)]),
  );
  const own = criteria.reduce((sum, { key }) => sum + (by[key] ?? 0), 0);
  const claimed = bonuses.filter(({ key }) => application.bonuses.includes(key));
  const bonusPoints = claimed.reduce((sum, bonus) => sum + whole(bonus.points), 0);
  const each = criteria.every((one) => one.threshold === null || (by[one.key] ?? 0) >= whole(one.threshold));
  const reaches = each && (threshold === null || own >= whole(threshold));
  return { ...application, by, bonusPoints, sum: own + bonusPoints, reaches };
}

interface Decider {
  name: string;
  compare: (a: Scored, b: Scored) => number;
}

const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function decidersOf({ tieBreaks }: RankingRules, draw: Draw): Decider[] {
  const declared = tieBreaks.map((tie): Decider => {
    if (tie === 'lower-request') return { name: tie, compare: (a, b) => a.requestedCents - b.requestedCents };
    if (tie === 'earlier') return { name: tie, compare: (a, b) => text(a.submittedAt, b.submittedAt) };
    const { criterion } = tie;
    return { name: `criterion:${criterion}`, compare: (a, b) => (b.by[criterion] ?? 0) - (a.by[criterion] ?? 0) };
  });
  const lot: Decider = { name: 'lot', compare: (a, b) => text(draw(a.number), draw(b.number)) || a.number - b.number };
  return [...declared, lot];
}

const decided = (a: Scored, b: Scored, deciders: readonly Decider[]) =>
  deciders.find(({ compare }) => compare(a, b) !== 0);

/**
 * Assigns lots and money in rank order. Signed assignments stay; every other entry takes its preferred remaining lot
 * and the remaining money.
 */
function handOut(order: readonly Scored[], { lots, money }: RankingRules) {
  const given = new Map<number, { lot: string | null; amountCents: number; outcome: Outcome }>();
  for (const { number, lost, paidCents, signed, requestedCents } of order) {
    if (lost) given.set(number, { lot: null, amountCents: paidCents, outcome: lost });
    else if (signed)
      given.set(number, { ...signed, outcome: money && signed.amountCents < requestedCents ? 'partial' : 'assigned' });
  }
  const stand = [...given.values()];
  const free = new Set(lots.filter((key) => !stand.some(({ lot }) => lot === key)));
  let left = stand.reduce((rest, { amountCents }) => rest - amountCents, money?.budgetCents ?? 0);
  for (const one of order.filter(({ number }) => !given.has(number))) {
    // If the de minimis headroom falls below the minimum grant, the application waits and does not block the next ones.
    if (money !== null && one.requestedCents < Math.max(1, money.leastCents)) {
      given.set(one.number, { lot: null, amountCents: 0, outcome: 'waiting' });
      continue;
    }
    const lot = lots.length > 0 ? (one.lots.find((key) => free.has(key)) ?? null) : null;
    const amountCents = money ? amountOf(one.requestedCents, left, money) : 0;
    const without = (lots.length > 0 && lot === null) || (money !== null && amountCents === 0);
    if (without) {
      given.set(one.number, { lot: null, amountCents: 0, outcome: 'waiting' });
      // No overtaking: once an application waits for money, all later ones wait too.
      if (money !== null && (lots.length === 0 || lot !== null)) left = 0;
      continue;
    }
    if (lot !== null) free.delete(lot);
    left -= amountCents;
    const partial = money !== null && amountCents < one.requestedCents;
    given.set(one.number, { lot, amountCents, outcome: partial ? 'partial' : 'assigned' });
  }
  return given;
}

function amountOf(requested: number, left: number, { leastCents, partial }: NonNullable<RankingRules['money']>) {
  if (requested <= left) return requested;
  return partial && left >= leastCents ? left : 0;
}

/**
 * Computes the ranking of a call (graduatoria) from published data only. The result does not depend on the order of
 * `applications`; `draw` resolves ties left by the declared tie-breaks. Excluded applications and those below a
 * threshold come last, by number.
 */
export function rankingOf(applications: readonly Ranked[], rules: RankingRules, draw: Draw): RankingEntry[] {
  const all = applications.map((application) => scored(application, rules));
  const deciders = decidersOf(rules, draw);
  const order = all
    .filter(({ excluded, reaches }) => excluded === null && reaches)
    .sort((a, b) => b.sum - a.sum || (decided(a, b, deciders)?.compare(a, b) ?? 0));
  const given = handOut(order, rules);
  const entry = (one: Scored, rank: number | null, outcome: Outcome, tie: string | null): RankingEntry => ({
    number: one.number,
    rank,
    points: Object.fromEntries(Object.entries(one.by).map(([key, value]) => [key, points(value)])),
    bonus: points(one.bonusPoints),
    total: points(one.sum),
    outcome,
    lot: given.get(one.number)?.lot ?? null,
    amountCents: given.get(one.number)?.amountCents ?? 0,
    tie,
  });
  const ranked = order.map((one, at) => {
    const before = order[at - 1];
    const tie = before && before.sum === one.sum ? (decided(before, one, deciders)?.name ?? null) : null;
    return entry(one, at + 1, given.get(one.number)?.outcome ?? 'waiting', tie);
  });
  const rest = all
    .filter(({ excluded, reaches }) => excluded !== null || !reaches)
    .sort((a, b) => a.number - b.number)
    .map((one) => entry(one, null, one.excluded === null ? 'below-threshold' : 'excluded', null));
  return [...ranked, ...rest];
}

/** Complete inputs of a ranking; the only data on firms are the names used in the applications. */
export interface RankingInput {
  rules: RankingRules;
  applications: (Ranked & { firm: string; zone: string | null })[];
  seed: string;
}
