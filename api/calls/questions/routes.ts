// SPDX-License-Identifier: AGPL-3.0-or-later
import { readOpenQuestions } from '../../../db/calls/questions/reads.ts';
import { addQuestion } from '../../../db/calls/questions/writes.ts';
import { assertAllowed } from '../../http/refusals.rules.ts';
import type { Serve } from '../../http/serve.ts';
import { askQuestion, listQuestions } from './contract.ts';

export function questionsRoutes({ inProgramme, keep }: Serve) {
  keep(askQuestion, async (writer, { programmeId, params: { call }, input, actor: { accountId } }) => {
    const made = await addQuestion(writer, { programmeId, call, accountId, ...input });
    assertAllowed(made === undefined ? 'questions-over' : null);
    return { done: true } as const;
  });
  inProgramme(listQuestions, async (reader, { params }) => {
    const of = { programmeId: reader.programmeId, call: params.call };
    const rows = await readOpenQuestions(reader.db, of);
    return {
      items: rows.map(({ question_id, asked_at, language, words }) => {
        return { questionId: question_id, askedAt: asked_at.toISOString(), language, words };
      }),
    };
  });
}
