// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../../change.ts';

/** Sets the evaluators of a call. Scores of removed evaluators are kept but no longer count. */
export async function nameEvaluators(
  writer: Writer,
  { programmeId, call }: { programmeId: number; call: string },
  accounts: readonly number[],
) {
  await writer
    .deleteFrom('access.evaluator')
    .where('programme_id', '=', programmeId)
    .where('call', '=', call)
    .execute();
  if (accounts.length === 0) return;
  const rows = accounts.map((account) => ({ programme_id: programmeId, call, account_id: account }));
  await writer.insertInto('access.evaluator').values(rows).execute();
}

export async function declareConflict(writer: Writer, applicationId: number, accountId: number, reason: string) {
  await writer
    .insertInto('access.conflict')
    .values({ application_id: applicationId, account_id: accountId, reason })
    .onConflict((conflict) => conflict.columns(['application_id', 'account_id']).doUpdateSet({ reason }))
    .execute();
  await writer
    .deleteFrom('access.score')
    .where('application_id', '=', applicationId)
    .where('account_id', '=', accountId)
    .execute();
}

interface Given {
  criterion: string;
  points: number;
  reason: string | null;
}

export async function keepScores(writer: Writer, applicationId: number, accountId: number, scores: readonly Given[]) {
  for (const { criterion, points, reason } of scores) {
    const values = { points, reason, scored_at: sql<Date>`now()` };
    await writer
      .insertInto('access.score')
      .values({ application_id: applicationId, account_id: accountId, criterion, ...values })
      .onConflict((conflict) => conflict.columns(['application_id', 'account_id', 'criterion']).doUpdateSet(values))
      .execute();
  }
}

/** Replaces the consensus and deletes its confirmations; an empty list removes it. */
export async function keepConsensus(writer: Writer, applicationId: number, scores: readonly Given[]) {
  const of = { application_id: applicationId };
  await writer
    .deleteFrom('access.consensus_confirmed')
    .where((eb) => eb.and(of))
    .execute();
  if (scores.length === 0)
    await writer
      .deleteFrom('access.consensus')
      .where((eb) => eb.and(of))
      .execute();
  for (const { criterion, points, reason } of scores) {
    const values = { points, reason, agreed_at: sql<Date>`now()` };
    await writer
      .insertInto('access.consensus')
      .values({ application_id: applicationId, criterion, ...values })
      .onConflict((conflict) => conflict.columns(['application_id', 'criterion']).doUpdateSet(values))
      .execute();
  }
}

export async function confirmConsensus(writer: Writer, applicationId: number, accountId: number) {
  await writer
    .insertInto('access.consensus_confirmed')
    .values({ application_id: applicationId, account_id: accountId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Marks scores as final once the evaluators have seen each other's. */
export async function fixScores(writer: Writer, applications: readonly number[]) {
  if (applications.length === 0) return;
  await writer
    .updateTable('access.score')
    .set({ fixed: true })
    .where('application_id', 'in', [...applications])
    .execute();
}

/** Reopens the round, because a new evaluator was named. */
export async function reopenRound(writer: Writer, { programmeId, call }: { programmeId: number; call: string }) {
  await writer.deleteFrom('access.round').where('programme_id', '=', programmeId).where('call', '=', call).execute();
}

/** Closes the round: missing scores can no longer be given. Idempotent. */
export async function closeRound(writer: Writer, of: { programmeId: number; call: string; accountId: number }) {
  await writer
    .insertInto('access.round')
    .values({ programme_id: of.programmeId, call: of.call, closed_by: of.accountId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
