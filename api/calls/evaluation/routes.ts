// SPDX-License-Identifier: AGPL-3.0-or-later
import { Refused } from '../../http/refusals.rules.ts';
import type { Serve } from '../../http/serve.ts';
import { receivedFileView } from '../attachments/views.ts';
import { agree, close, confirm, conflict, name, score } from './commands.ts';
import * as contract from './contract.ts';
import { deskView, judgedApplication, roundView } from './views.ts';

const done = { done: true } as const;

export function evaluationRoutes({ inProgramme, keep, settings }: Serve) {
  inProgramme(contract.readDesk, (reader, { params, actor }) => {
    if (!actor) throw new Refused({ code: 'sign-in-first' });
    return deskView(reader, params.call, actor.accountId);
  });
  inProgramme(contract.readJudgedFile, async (reader, { params, actor }) => {
    if (!actor) throw new Refused({ code: 'sign-in-first' });
    await judgedApplication(reader, params.call, { ...params, accountId: actor.accountId });
    return receivedFileView(reader, settings.files.folder, params);
  });
  inProgramme(contract.readRound, (reader, { params }) => roundView(reader, params.call));
  keep(contract.giveScores, async (writer, asked) => {
    await score(writer, asked, asked.params, asked.input.scores);
    return done;
  });
  keep(contract.declareConflict, async (writer, asked) => {
    await conflict(writer, asked, asked.params, asked.input.reason);
    return done;
  });
  keep(contract.nameEvaluators, async (writer, asked) => {
    await name(writer, asked, asked.params.call, asked.input.accounts);
    return done;
  });
  keep(contract.closeRound, async (writer, asked) => {
    await close(writer, asked, asked.params.call);
    return done;
  });
  keep(contract.confirmConsensus, async (writer, asked) => {
    await confirm(writer, asked, asked.params, asked.input.scores);
    return done;
  });
  keep(contract.agree, async (writer, asked) => {
    await agree(writer, asked, asked.params, asked.input.scores);
    return done;
  });
}
