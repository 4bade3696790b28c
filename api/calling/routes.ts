// SPDX-License-Identifier: AGPL-3.0-or-later
import { readDrafts } from '../../db/calling/reads.ts';
import { languageOf } from '../http/problems.ts';
import type { Command, Serve } from '../http/serve.ts';
import { amend, answer, create, draftOf, publish, remove, save } from './commands.ts';
import * as contract from './contract.ts';
import type { CallPlan } from './rules.ts';

const inLanguage = <T extends Command<never, never, never>>(asked: T) => ({
  ...asked,
  language: languageOf(asked.req.headers['accept-language']),
});

export function callingRoutes({ db, inProgramme, keep }: Serve) {
  inProgramme(contract.listDrafts, async (reader, { req }) => {
    const language = languageOf(req.headers['accept-language']);
    const rows = await readDrafts(db, reader.programmeId);
    return { items: await Promise.all(rows.map((row) => draftOf(reader, row, language))) };
  });
  keep(contract.createDraft, (writer, asked) => create(writer, inLanguage(asked as never) as never, asked.input));
  keep(contract.saveDraft, (writer, asked) =>
    save(writer, inLanguage(asked as never) as never, asked.params.draft, asked.input.plan as CallPlan),
  );
  keep(contract.removeDraft, (writer, asked) =>
    remove(writer, inLanguage(asked as never) as never, asked.params.draft),
  );
  keep(
    contract.publishCall,
    (writer, asked) => publish(writer, inLanguage(asked as never) as never, asked.params.draft, asked.input.act),
    ({ act }) => act,
  );
  keep(
    contract.amendCall,
    (writer, asked) => amend(writer, asked, asked.params.call, asked.input),
    ({ reason }) => reason.it,
  );
  keep(contract.answerQuestion, (writer, asked) => answer(writer, asked, asked.params.call, asked.input));
}
