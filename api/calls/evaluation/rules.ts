// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from '../../http/refusals.rules.ts';

interface Scored {
  applicationId: number;
  accountId: number;
  criterion: string;
  /** They were seen by others: they stand. */
  fixed: boolean;
}

interface Round {
  evaluators: readonly number[];
  conflicts: readonly { applicationId: number; accountId: number }[];
  criteria: readonly string[];
  scores: readonly Scored[];
  /** Criteria of applications for which something was written down as agreed on, and who has confirmed it. */
  consensus: readonly { applicationId: number }[];
  confirmed: readonly { applicationId: number; accountId: number }[];
  /** The office has closed the round: what is not scored by now no longer is. */
  closed: boolean;
}

/** How far the rankings of the call have come. */
interface Published {
  ranked: boolean;
  final: boolean;
  /** Applications that the latest ranking tells as excluded, and that are no longer. */
  readmitted: readonly number[];
}

/** The evaluators who may score an application: those named, without those who declared a conflict on it. */
export const judgesOf = (applicationId: number, { evaluators, conflicts }: Round): number[] =>
  evaluators.filter(
    (account) => !conflicts.some((one) => one.applicationId === applicationId && one.accountId === account),
  );

/** Whether one evaluator has scored every criterion of an application. */
const hasScored = (applicationId: number, accountId: number, { criteria, scores }: Round) =>
  criteria.every((criterion) =>
    scores.some(
      (one) => one.applicationId === applicationId && one.accountId === accountId && one.criterion === criterion,
    ),
  );

/** Whether all who may have scored it, or, once the round is closed, one of them: until then nobody sees the scores of another. */
export function isScored(applicationId: number, round: Round): boolean {
  const judges = judgesOf(applicationId, round);
  const scored = judges.filter((account) => hasScored(applicationId, account, round));
  return scored.length > 0 && (round.closed || scored.length === judges.length);
}

/** The evaluators whose points count: those who have scored every criterion of it. */
export const countingOf = (applicationId: number, round: Round): number[] =>
  judgesOf(applicationId, round).filter((account) => hasScored(applicationId, account, round));

export const hasConsensus = (applicationId: number, { consensus }: Pick<Round, 'consensus'>): boolean =>
  consensus.some((one) => one.applicationId === applicationId);

/** Whether everybody whose points it replaces has confirmed a consensus: until then it counts for nothing. */
export const isAgreed = (applicationId: number, round: Round): boolean =>
  hasConsensus(applicationId, round) &&
  countingOf(applicationId, round).every((account) =>
    round.confirmed.some((one) => one.applicationId === applicationId && one.accountId === account),
  );

/**
 * Why an evaluator may give no points any more: a ranking is published, the round is closed, or he has seen those of the
 * others. What was excluded then and came back in since is scored until the final ranking.
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

/** Why no conflict may be declared any more; whoever has seen the points of others may still have a stake. */
export function whyNotDeclared(applicationId: number, accountId: number, round: Round & Published): Rule | null {
  const rule = whyNotScored(applicationId, accountId, round);
  return rule === 'scores-seen' ? null : rule;
}

/** Whether an evaluator may see a score: his own, or, once all have scored, that of any other. */
export const maySee = (score: Scored, reader: number, round: Round): boolean =>
  score.accountId === reader || isScored(score.applicationId, round);

/** Why points cannot be so: beyond the criterion's scale, or for a criterion that the call does not have. */
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
