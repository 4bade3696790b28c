// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../db/change.ts';
import { readCandidates, readEvaluators, readScores } from '../../db/evaluation/reads.ts';
import * as writes from '../../db/evaluation/writes.ts';
import { readRankings } from '../../db/ranking/reads.ts';
import { runOf } from '../calling/views.ts';
import { obey, Refused } from '../contract.ts';
import { type Keeping, readerOf } from '../plan/views.ts';
import { isScored, whyNotPoints, whyNotScored } from './rules.ts';
import { deskView, judgedApplication, roundOf, ruled } from './views.ts';

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

/** How far the rankings of a call have come: single points stand from the first on, everything from the final one on. */
async function refuseRanked(writer: Writer, by: Keeping, call: string, upTo: 'any' | 'final') {
  const published = await readRankings(readerOf(writer, by), call);
  obey(published.some(({ kind }) => kind !== 'provisional') ? 'ranking-final' : null);
  obey(upTo === 'any' && published.length > 0 ? 'ranking-published' : null);
}

export async function score(
  writer: Writer,
  by: By,
  { call, application }: { call: string; application: number },
  scores: readonly Given[],
) {
  const round = await judged(writer, by, call, application);
  await refuseRanked(writer, by, call, 'any');
  obey(whyNotScored(application, ruled(round)));
  obey(whyNotPoints(scores, round.criteria), 'scores');
  await writes.keepScores(writer, application, by.actor.accountId, scores);
}

/** While the round is open: where nobody else would be left, the office names somebody first, which opens it again. */
export async function conflict(
  writer: Writer,
  by: By,
  { call, application }: { call: string; application: number },
  reason: string,
) {
  const { closed } = await judged(writer, by, call, application);
  await refuseRanked(writer, by, call, 'any');
  obey(closed ? 'round-closed' : null);
  await writes.declareConflict(writer, application, by.actor.accountId, reason);
}

export async function name(writer: Writer, by: Keeping, call: string, accounts: readonly number[]) {
  const reader = readerOf(writer, by);
  const of = { programmeId: by.programmeId, call };
  obey((await runOf(reader, call)).procedure === 'first-come' ? 'ranked-only' : null);
  await refuseRanked(writer, by, call, 'any');
  const candidates = await readCandidates(writer, by.programmeId);
  if (!accounts.every((account) => candidates.some((one) => one.account_id === account)))
    throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'accounts', reason: 'unknown-value' }] });
  const before = (await readEvaluators(writer, of)).map(({ account_id }) => account_id);
  const scored = (await readScores(writer, of)).map(({ account_id }) => account_id);
  const dropped = before.filter((account) => !accounts.includes(account));
  obey(dropped.some((account) => scored.includes(account)) ? 'evaluator-scored' : null, 'accounts');
  await writes.nameEvaluators(writer, of, accounts);
  if (accounts.some((account) => !before.includes(account))) await writes.reopenRound(writer, of);
}

/** What the evaluators agreed on together, once each has scored by himself; it counts once each has confirmed it. */
export async function agree(
  writer: Writer,
  by: Keeping,
  { call, application }: { call: string; application: number },
  scores: readonly Given[],
) {
  const round = await roundOf(readerOf(writer, by), call);
  await refuseRanked(writer, by, call, 'final');
  obey(isScored(application, ruled(round)) ? null : 'scores-open');
  obey(whyNotPoints(scores, round.criteria), 'scores');
  await writes.keepConsensus(writer, application, scores);
}

const plain = ({ criterion, points, reason }: Given) => [criterion, points, reason];

/** An evaluator confirms what was written down, as it was shown. */
export async function confirm(
  writer: Writer,
  by: By,
  { call, application }: { call: string; application: number },
  seen: readonly Given[],
) {
  const round = await judged(writer, by, call, application);
  await refuseRanked(writer, by, call, 'final');
  const now = round.consensus.filter((one) => one.applicationId === application);
  const same = (a: readonly Given[]) => JSON.stringify(a.map(plain).sort());
  if (same(now) !== same(seen)) {
    const current = await deskView(readerOf(writer, by), call, by.actor.accountId);
    throw new Refused({ code: 'changed-meanwhile', current });
  }
  await writes.confirmConsensus(writer, application, by.actor.accountId);
}

/** Closes the round, once every application that is in the running was scored by somebody. */
export async function close(writer: Writer, by: By, call: string) {
  const round = await roundOf(readerOf(writer, by), call);
  const closed = { ...ruled(round), closed: true };
  const open = round.received.some(
    ({ application_id, excluded_reason }) => excluded_reason === null && !isScored(application_id, closed),
  );
  obey(open ? 'nobody-scored' : null);
  await writes.closeRound(writer, { programmeId: by.programmeId, call, accountId: by.actor.accountId });
}
