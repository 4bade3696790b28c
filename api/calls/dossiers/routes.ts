// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import * as acts from './commands.ts';
import * as contract from './contract.ts';

const done = { done: true } as const;

export function examinationRoutes({ keep }: Serve) {
  // Dossier records are personal data: the log keeps only the reason of an exclusion, which is public.
  keep(
    contract.excludeApplication,
    async (writer, asked) => {
      await acts.exclude(writer, asked, asked.params, asked.input.reason);
      return done;
    },
    ({ reason }) => reason,
  );
  keep(contract.readmitApplication, async (writer, asked) => {
    await acts.readmit(writer, asked, asked.params, asked.input.reason);
    return done;
  });
  keep(contract.refuseBonus, async (writer, asked) => {
    await acts.refuseBonus(writer, asked, asked.params, asked.input.reason);
    return done;
  });
  keep(contract.askForMore, async (writer, asked) => {
    await acts.ask(writer, asked, asked.params, asked.input);
    return done;
  });
  keep(contract.decideObjection, async (writer, asked) => {
    await acts.decide(writer, asked, asked.params, asked.input);
    return done;
  });
  keep(contract.answerRequest, async (writer, asked) => {
    await acts.answer(writer, asked, asked.params.call, asked.input);
    return done;
  });
  keep(contract.makeObjection, async (writer, asked) => {
    await acts.object(writer, asked, asked.params.call, asked.input);
    return done;
  });
}
