// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { answer, propose } from './commands.ts';
import { answerClosing, proposeClosing } from './contract.ts';

export function closingsRoutes({ keep }: Serve) {
  keep(
    proposeClosing,
    (writer, asked) => propose(writer, asked, asked.params.milestone, asked.input),
    ({ note }) => note?.it ?? '',
  );
  keep(
    answerClosing,
    (writer, asked) => answer(writer, asked, asked.params.milestone, asked.input),
    ({ answer: words }) => words?.it ?? '',
  );
}
