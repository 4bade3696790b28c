// SPDX-License-Identifier: AGPL-3.0-or-later
import { unloggedTransaction, type Writer } from '../../../db/change.ts';
import { addAsks } from '../../../db/labs/matching/writes.ts';
import { reading } from '../../../db/past.ts';
import { createEntrance } from '../../http/entrance.ts';
import { limitRecipient } from '../../http/limit.ts';
import { once } from '../../http/once.ts';
import type { Serve } from '../../http/serve.ts';
import type { Asking } from '../../platform/requests/rules.ts';
import { answer, knownLabs, open } from './commands.ts';
import { answerAsked, findLabs, listAsked, makeNeed, openAsked } from './contract.ts';
import { askedView, matchesView } from './views.ts';

const done = { done: true } as const;
/** `acts.ask` stores a request and mails its link, like all requests to the register. */
export function needsRoutes(serve: Serve, acts: { ask: (writer: Writer, asking: Asking) => Promise<number> }) {
  const { db, idOf, inProgramme, keep, overall, today } = serve;
  const entrance = createEntrance(serve);
  overall(findLabs, async ({ params, input }) => {
    const at = { programmeId: await idOf(params.programme), asOf: undefined, today: today() };
    return reading(db, at, (reader) => matchesView(reader, input));
  });
  overall(makeNeed, async (asked) => {
    const { req, params, input } = asked;
    await limitRecipient(db, input.email);
    const { need, labs, ...asker } = input;
    const by = { programmeId: await idOf(params.programme), today: today(), version: 0 };
    const asking = { programmeId: by.programmeId, kind: 'need' as const, lab: null, content: need, asker };
    const make = async (writer: Writer) => {
      const known = await knownLabs(writer, by, labs);
      const requestId = await acts.ask(writer, { ...asking, publicUrl: entrance.publicUrl(req) });
      await addAsks(writer, { requestId, programmeId: by.programmeId }, known);
    };
    await unloggedTransaction(db, (writer) => once(writer, asked, () => make(writer)));
    return done;
  });
  inProgramme(listAsked, (reader, { params }) => askedView(db, reader, params.lab));
  keep(openAsked, async (writer, asked) => {
    await open(writer, asked, asked.params);
    return done;
  });
  keep(answerAsked, async (writer, asked) => {
    await answer(writer, asked, asked.params, asked.input);
    return done;
  });
}
