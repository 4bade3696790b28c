// SPDX-License-Identifier: AGPL-3.0-or-later

import { readCandidates } from '../../../db/calls/evaluation/reads.ts';
import * as writes from '../../../db/calls/evaluation/writes.ts';
import type { Writer } from '../../../db/change.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import { isScored, whyNotDeclared, whyNotPoints, whyNotScored } from './rules.ts';
import { deskView, judgedApplication, roundOf, ruled, wholeRound } from './views.ts';

interface By extends Keeping {
  actor: { accountId: number };
}

interface Given {
  criterion: string;
  points: number;
  reason: string | null;
}

const judged = (writer: Writer, by: By, call: string, application: number) =>
  judgedApplication(readerOf(writer, by), call, { application, accountId: by.actor.accountId });

export async function score(
  writer: Writer,
  by: By,
  { call, application }: { call: string; application: number },
  scores: readonly Given[],
) {
  const round = await judged(writer, by, call, application);
  assertAllowed(whyNotScored(application, by.actor.accountId, ruled(round)));
  assertAllowed(whyNotPoints(scores, round.criteria), 'scores');
  await writes.keepScores(writer, application, by.actor.accountId, scores);
}

/** Requires an open round: if no evaluator would be left, the office first names another one, which reopens it. */
export async function conflict(
  writer: Writer,
  by: By,
  { call, application }: { call: string; application: number },
  reason: string,
) {
  const round = await judged(writer, by, call, application);
  assertAllowed(whyNotDeclared(application, by.actor.accountId, ruled(round)));
  await writes.declareConflict(writer, application, by.actor.accountId, reason);
  // A consensus that included the removed evaluator does not bind the others.
  await writes.keepConsensus(writer, application, []);
}

export async function name(writer: Writer, by: Keeping, call: string, accounts: readonly number[]) {
  const reader = readerOf(writer, by);
  const of = { programmeId: by.programmeId, call };
  const round = await wholeRound(reader, call);
  assertAllowed(round.run.procedure === 'first-come' ? 'ranked-only' : round.ranked ? 'ranking-published' : null);
  const before = round.evaluators;
  const added = accounts.filter((account) => !before.includes(account));
  const candidates = await readCandidates(writer, by.programmeId);
  if (!added.every((account) => candidates.some((one) => one.account_id === account)))
    throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'accounts', reason: 'unknown-value' }] });
  const dropped = before.filter((account) => !accounts.includes(account));
  const scored = round.scores.some(({ accountId }) => dropped.includes(accountId));
  assertAllowed(scored ? 'evaluator-scored' : null, 'accounts');
  const seen = round.received.filter(({ application_id }) => isScored(application_id, ruled(round)));
  if (added.length > 0) {
    await writes.fixScores(
      writer,
      seen.map(({ application_id }) => application_id),
    );
    await writes.reopenRound(writer, of);
  }
  await writes.nameEvaluators(writer, of, accounts);
}

/** Records a consensus after all evaluators have scored; it counts once each of them has confirmed it. */
export async function agree(
  writer: Writer,
  by: Keeping,
  { call, application }: { call: string; application: number },
  scores: readonly Given[],
) {
  const round = await roundOf(readerOf(writer, by), call);
  assertAllowed(round.final ? 'ranking-final' : null);
  assertAllowed(isScored(application, ruled(round)) ? null : 'scores-open');
  assertAllowed(whyNotPoints(scores, round.criteria), 'scores');
  await writes.keepConsensus(writer, application, scores);
}

const plain = ({ criterion, points, reason }: Given) => [criterion, points, reason];

/** An evaluator confirms the consensus in the version shown to them. */
export async function confirm(
  writer: Writer,
  by: By,
  { call, application }: { call: string; application: number },
  seen: readonly Given[],
) {
  const round = await judged(writer, by, call, application);
  assertAllowed(round.final ? 'ranking-final' : null);
  const now = round.consensus.filter((one) => one.applicationId === application);
  const same = (a: readonly Given[]) => JSON.stringify(a.map(plain).sort());
  if (same(now) !== same(seen)) {
    const current = await deskView(readerOf(writer, by), call, by.actor.accountId);
    throw new Refused({ code: 'changed-meanwhile', current });
  }
  await writes.confirmConsensus(writer, application, by.actor.accountId);
}

/** Closes the round; requires that every application in the running has a complete score. */
export async function close(writer: Writer, by: By, call: string) {
  const round = await roundOf(readerOf(writer, by), call);
  const closed = { ...ruled(round), closed: true };
  const open = round.received.some(
    ({ application_id, excluded_reason }) => excluded_reason === null && !isScored(application_id, closed),
  );
  assertAllowed(open ? 'nobody-scored' : null);
  await writes.closeRound(writer, { programmeId: by.programmeId, call, accountId: by.actor.accountId });
}
