// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from '../../http/refusals.rules.ts';

interface Scored {
  applicationId: number;
  accountId: number;
  criterion: string;
  /** Revealed to other evaluators, therefore final. */
  fixed: boolean;
}

interface Round {
  evaluators: readonly number[];
  conflicts: readonly { applicationId: number; accountId: number }[];
  criteria: readonly string[];
  scores: readonly Scored[];
  /** Recorded consensus by application and criterion, with its confirmations. */
  consensus: readonly { applicationId: number }[];
  confirmed: readonly { applicationId: number; accountId: number }[];
  /** The office has closed the round: missing scores can no longer be given. */
  closed: boolean;
}

/** How far the rankings of the call have come. */
interface Published {
  ranked: boolean;
  final: boolean;
  /** Applications excluded in the latest ranking and readmitted since. */
  readmitted: readonly number[];
}

/** Evaluators eligible for an application: those named, minus those with a declared conflict. */
export const judgesOf = (applicationId: number, { evaluators, conflicts }: Round): number[] =>
  evaluators.filter(
    (account) => !conflicts.some((one) => one.applicationId === applicationId && one.accountId === account),
  );

/** True if the evaluator has scored every criterion of the application. */
const hasScored = (applicationId: number, accountId: number, { criteria, scores }: Round) =>
  criteria.every((criterion) =>
    scores.some(
      (one) => one.applicationId === applicationId && one.accountId === accountId && one.criterion === criterion,
    ),
  );

/**
 * True if all eligible evaluators (after closing: at least one) have scored it. Until then scores stay hidden from the
 * others.
 */
export function isScored(applicationId: number, round: Round): boolean {
  const judges = judgesOf(applicationId, round);
  const scored = judges.filter((account) => hasScored(applicationId, account, round));
  return scored.length > 0 && (round.closed || scored.length === judges.length);
}

/** Evaluators whose points count: those who scored every criterion. */
export const countingOf = (applicationId: number, round: Round): number[] =>
  judgesOf(applicationId, round).filter((account) => hasScored(applicationId, account, round));

export const hasConsensus = (applicationId: number, { consensus }: Pick<Round, 'consensus'>): boolean =>
  consensus.some((one) => one.applicationId === applicationId);

/** True if every evaluator whose points it replaces has confirmed the consensus; before that it has no effect. */
export const isAgreed = (applicationId: number, round: Round): boolean =>
  hasConsensus(applicationId, round) &&
  countingOf(applicationId, round).every((account) =>
    round.confirmed.some((one) => one.applicationId === applicationId && one.accountId === account),
  );

/**
 * Refuses new points if a ranking is published, the round is closed or the evaluator has seen the others' scores.
 * Readmitted applications can be scored until the final ranking.
 */
export function whyNotScored(applicationId: number, accountId: number, round: Round & Published): Rule | null {
  if (round.final) return 'ranking-final';
  const back = round.readmitted.includes(applicationId);
  if (round.ranked && !back) return 'ranking-published';
  if (round.closed && !back) return 'round-closed';
  const own = round.scores.some(
    (one) => one.applicationId === applicationId && one.accountId === accountId && one.fixed,
  );
  const seen = judgesOf(applicationId, round).length > 1 && isScored(applicationId, { ...round, closed: false });
  return own || seen ? 'scores-seen' : null;
}

/** Refuses a late declaration of conflict; having seen other scores does not prevent one. */
export function whyNotDeclared(applicationId: number, accountId: number, round: Round & Published): Rule | null {
  const rule = whyNotScored(applicationId, accountId, round);
  return rule === 'scores-seen' ? null : rule;
}

/** True if the evaluator may see a score: their own, or any once all have scored. */
export const maySee = (score: Scored, reader: number, round: Round): boolean =>
  score.accountId === reader || isScored(score.applicationId, round);

/** Validates points against the criterion's scale and the call's criteria. */
export function whyNotPoints(
  given: readonly { criterion: string; points: number }[],
  criteria: readonly { key: string; scale: number | null }[],
): Rule | null {
  const beyond = given.some(({ criterion, points }) => {
    const own = criteria.find(({ key }) => key === criterion);
    return !own || points > Number(own.scale ?? 0);
  });
  return beyond ? 'points-beyond' : null;
}
