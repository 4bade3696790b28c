// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../db/change.ts';
import { readCandidates } from '../../db/evaluation/reads.ts';
import * as writes from '../../db/evaluation/writes.ts';
import { obey, Refused } from '../contract.ts';
import { type Keeping, readerOf } from '../plan/views.ts';
import { isScored, whyNotPoints } from './rules.ts';
import { judgedApplication, roundOf, ruled } from './views.ts';

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
  const { criteria, closed } = await judged(writer, by, call, application);
  obey(closed ? 'round-closed' : null);
  obey(whyNotPoints(scores, criteria), 'scores');
  await writes.keepScores(writer, application, by.actor.accountId, scores);
}

export async function conflict(
  writer: Writer,
  by: By,
  { call, application }: { call: string; application: number },
  reason: string,
) {
  await judged(writer, by, call, application);
  await writes.declareConflict(writer, application, by.actor.accountId, reason);
}

export async function name(writer: Writer, by: Keeping, call: string, accounts: readonly number[]) {
  const candidates = await readCandidates(writer, by.programmeId);
  if (!accounts.every((account) => candidates.some((one) => one.account_id === account)))
    throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'accounts', reason: 'unknown-value' }] });
  await writes.nameEvaluators(writer, { programmeId: by.programmeId, call }, accounts);
}

/** What the evaluators agreed on together, once each has scored by himself. */
export async function agree(
  writer: Writer,
  by: Keeping,
  { call, application }: { call: string; application: number },
  scores: readonly Given[],
) {
  const round = await roundOf(readerOf(writer, by), call);
  obey(isScored(application, ruled(round)) ? null : 'scores-open');
  obey(whyNotPoints(scores, round.criteria), 'scores');
  await writes.keepConsensus(writer, application, scores);
}

/** Closes the round, once every application that is in the running was scored by somebody. */
export async function close(writer: Writer, by: By, call: string) {
  const round = await roundOf(readerOf(writer, by), call);
  const closed = { ...ruled(round), closed: true };
  const open = round.received.some(({ application_id, excluded_reason }) => {
    const agreed = round.consensus.some((one) => one.application_id === application_id);
    return excluded_reason === null && !agreed && !isScored(application_id, closed);
  });
  obey(open ? 'nobody-scored' : null);
  await writes.closeRound(writer, { programmeId: by.programmeId, call, accountId: by.actor.accountId });
}
