// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../db/change.ts';
import type { OfficinaDb } from '../../db/client.ts';
import { readCandidates } from '../../db/evaluation/reads.ts';
import * as writes from '../../db/evaluation/writes.ts';
import { obey, Refused } from '../contract.ts';
import { type Keeping, readerOf } from '../plan/views.ts';
import { isScored, judgesOf, whyNotPoints } from './rules.ts';
import { roundOf, ruled } from './views.ts';

interface By extends Keeping {
  actor: { accountId: number };
}

interface Given {
  criterion: string;
  points: number;
  reason: string | null;
}

/** An application that the asker, named for its call, may judge. */
async function judged(writer: Writer, by: By, call: string, applicationId: number) {
  const round = await roundOf(readerOf(writer, by), call);
  const { accountId } = by.actor;
  if (!round.evaluators.includes(accountId)) throw new Refused({ code: 'not-yours' });
  if (!round.received.some((one) => one.application_id === applicationId))
    throw new Refused({ code: 'unknown-item', item: String(applicationId) });
  obey(judgesOf(applicationId, ruled(round)).includes(accountId) ? null : 'conflict-declared');
  return round;
}

export async function score(
  writer: Writer,
  by: By,
  { call, application }: { call: string; application: number },
  scores: readonly Given[],
) {
  const { criteria } = await judged(writer, by, call, application);
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
  const candidates = await readCandidates(writer as unknown as OfficinaDb, by.programmeId);
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
