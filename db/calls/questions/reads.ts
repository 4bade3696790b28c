// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OfficinaDb } from '../../client.ts';

/** Unanswered questions about a call, oldest first. */
export async function readOpenQuestions(db: OfficinaDb, { programmeId, call }: { programmeId: number; call: string }) {
  return db
    .selectFrom('access.call_question')
    .where('programme_id', '=', programmeId)
    .where('call', '=', call)
    .where('answered_at', 'is', null)
    .select(['question_id', 'asked_at', 'language', 'words'])
    .orderBy('question_id')
    .execute();
}
