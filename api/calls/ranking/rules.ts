// SPDX-License-Identifier: AGPL-3.0-or-later

/** Points are held in ten-thousandths and money in cents, as whole numbers: no sum depends on its order. */
const fine = 10_000;

export interface RankingCriterion {
  key: string;
  /** Of 100 in all. */
  weight: number;
  /** The most that an evaluator gives; the least is 0. */
  scale: number;
  /** The least that a weighted score must reach; null: none. */
  threshold: number | null;
}

/** What decides between two with the same total, in the declared order; last of all a lot is drawn. */
export type TieBreak = { criterion: string } | 'lower-request' | 'earlier';

export interface RankingRules {
  criteria: readonly RankingCriterion[];
  bonuses: readonly { key: string; points: number }[];
  /** The least total, bonuses apart. */
  threshold: number | null;
  tieBreaks: readonly TieBreak[];
  /** Lots that are assigned, by their keys; none in a call for money alone. */
  lots: readonly string[];
  /** Money that is assigned by rank; null in a call for spaces alone. Euro in cents. */
  money: { budgetCents: number; leastCents: number; partial: boolean } | null;
}

export interface Ranked {
  /** The number of the application in its call. */
  number: number;
  /** The points of each evaluator by criterion, or, after a consensus, one. */
  scores: Readonly<Record<string, readonly number[]>>;
  bonuses: readonly string[];
  /** Lots in the order of preference. */
  lots: readonly string[];
  requestedCents: number;
  /** RFC 3339 in UTC, to the millisecond. */
  submittedAt: string;
  /** Why it takes no part; null where it does. */
  excluded: string | null;
  /** How it lost what it was assigned, which goes on down the ranking; null where it did not. */
  lost: 'gave-up' | 'revoked' | null;
  /** What had been paid of it by then, which is not given out again. */
  paidCents: number;
  /** What it has signed for: that stands, whatever becomes free above it; null where it has not signed. */
  signed: { lot: string | null; amountCents: number } | null;
}

export type Loss = Pick<Ranked, 'lost' | 'paidCents'>;
export const lossOf = (loss: Loss | undefined): Loss => loss ?? { lost: null, paidCents: 0 };

export type Outcome = 'assigned' | 'partial' | 'waiting' | 'below-threshold' | 'excluded' | 'gave-up' | 'revoked';

export interface RankingEntry {
  number: number;
  /** From 1; null for what is not in the ranking. */
  rank: number | null;
  /** Weighted points by criterion, the bonus, and their sum; with four decimals. */
  points: Record<string, number>;
  bonus: number;
  total: number;
  outcome: Outcome;
  lot: string | null;
  amountCents: number;
  /** What decided against the one before, where the totals were the same. */
  tie: string | null;
}

/** Draws a lot for an application: the same seed and number always give the same word; the smallest word comes first. */
export type Draw = (number: number) => string;

const whole = (value: number) => Math.round(value * fine);
const points = (value: number) => value / fine;

/** Σ over evaluators / evaluators / scale × weight, rounded half up to four decimals. */
export function weightedScore(scores: readonly number[], { scale, weight }: RankingCriterion): number {
  if (scores.length === 0) return 0;
  const sum = scores.reduce((total, one) => total + Math.round(one * 100), 0);
  // Hundredths of points times hundredths of weight: exact as whole numbers before the one division.
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
  const held = bonuses.filter(({ key }) => application.bonuses.includes(key));
  const bonusPoints = held.reduce((sum, bonus) => sum + whole(bonus.points), 0);
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
 * Hands out lots and money down the ranking: what was signed for stands; each of the others takes the lot it prefers of
 * those left, and what money is left.
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
    // What de minimis leaves may have become less than a grant can be: it waits, and takes nothing from who follows.
    if (money !== null && one.requestedCents < Math.max(1, money.leastCents)) {
      given.set(one.number, { lot: null, amountCents: 0, outcome: 'waiting' });
      continue;
    }
    const lot = lots.length > 0 ? (one.lots.find((key) => free.has(key)) ?? null) : null;
    const amountCents = money ? amountOf(one.requestedCents, left, money) : 0;
    const without = (lots.length > 0 && lot === null) || (money !== null && amountCents === 0);
    if (without) {
      given.set(one.number, { lot: null, amountCents: 0, outcome: 'waiting' });
      // Nobody overtakes: whoever waits for money is followed by those who wait.
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
 * The ranking of a call (graduatoria), from nothing but what is published with it. The order of `applications` does not
 * matter; `draw` decides what no declared tie-break does. The excluded and those below a threshold come last, by number.
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

/** Everything that a ranking follows from; firms by the names under which they applied, nothing else of them. */
export interface RankingInput {
  rules: RankingRules;
  applications: (Ranked & { firm: string; zone: string | null })[];
  seed: string;
}
