// SPDX-License-Identifier: AGPL-3.0-or-later
import { readDrafts } from '../../../db/calls/drafting/reads.ts';
import { languageOf } from '../../http/problems.ts';
import { may } from '../../http/rights.rules.ts';
import type { Command, Serve } from '../../http/serve.ts';
import { amend, answer, create, draftOf, publish, type Refill, remove, save } from './commands.ts';
import * as contract from './contract.ts';
import type { CallPlan } from './rules.ts';

/** Request context: language and instant. */
const hereAndNow = <T extends Pick<Command<never, never, never>, 'req'>>(asked: T) => ({
  ...asked,
  language: languageOf(asked.req.headers['accept-language']),
  now: new Date().toISOString(),
});

/** `acts.refill` admits waiting applications after a fund is increased; implemented by api/calls/first-come. */
export function callingRoutes({ db, inProgramme, keep }: Serve, acts: { refill: Refill }) {
  inProgramme(contract.listDrafts, async (reader, asked) => {
    const mine = ({ document }: { document: object }) => {
      const { area } = document as CallPlan;
      return may('keep-calls', asked.actor?.grants ?? null, { programme: asked.params.programme, area });
    };
    const rows = (await readDrafts(db, reader.programmeId)).filter(mine);
    return { items: await Promise.all(rows.map((row) => draftOf(reader, row, hereAndNow(asked)))) };
  });
  keep(contract.createDraft, (writer, asked) => create(writer, hereAndNow(asked), asked.input));
  keep(contract.saveDraft, (writer, asked) =>
    save(writer, hereAndNow(asked), asked.params.draft, asked.input.plan as CallPlan),
  );
  keep(contract.removeDraft, (writer, asked) => remove(writer, hereAndNow(asked), asked.params.draft));
  keep(
    contract.publishCall,
    (writer, asked) => publish(writer, hereAndNow(asked), asked.params.draft, asked.input.act),
    ({ act }) => act,
  );
  keep(
    contract.amendCall,
    (writer, asked) => amend(writer, asked, asked.params.call, asked.input, acts),
    ({ reason }) => reason.it,
  );
  keep(contract.answerQuestion, (writer, asked) => answer(writer, asked, asked.params.call, asked.input));
}
