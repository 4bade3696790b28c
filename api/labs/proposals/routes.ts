// SPDX-License-Identifier: AGPL-3.0-or-later
import { unloggedTransaction } from '../../../db/change.ts';
import { readProgrammeBody } from '../../../db/city/programmes/reads.ts';
import { createEntrance } from '../../http/entrance.ts';
import { limitRecipient } from '../../http/limit.ts';
import { once } from '../../http/once.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Serve } from '../../http/serve.ts';
import { type Acts, answer, claim, propose, take } from './commands.ts';
import * as contract from './contract.ts';
import { lookalikesView, requestsView } from './views.ts';

const done = { done: true } as const;

/** Requests open to anyone, followed through the mailed link. */
function askingRoutes(serve: Serve, acts: Pick<Acts, 'ask'>) {
  const { db, idOf, overall, today } = serve;
  const entrance = createEntrance(serve);
  overall(contract.proposeLab, async (asked) => {
    const { req, params, input } = asked;
    await limitRecipient(db, input.email);
    const { lab: content, ...asker } = input;
    const asking = { programmeId: await idOf(params.programme), content, asker, today: today() };
    const publicUrl = entrance.publicUrl(req);
    await unloggedTransaction(db, (writer) =>
      once(writer, asked, () => propose(writer, { ...asking, publicUrl }, acts)),
    );
    return done;
  });
  overall(contract.claimLab, async (asked) => {
    const { req, params, input } = asked;
    await limitRecipient(db, input.email);
    const { name, email, language, ...content } = input;
    const asker = { name, email, language };
    const of = { programmeId: await idOf(params.programme), lab: params.lab, today: today() };
    const publicUrl = entrance.publicUrl(req);
    await unloggedTransaction(db, (writer) =>
      once(writer, asked, () => claim(writer, { ...of, content, asker, publicUrl }, acts)),
    );
    return done;
  });
}

/** `acts` are commands of other rooms, so that accepting a request obeys the same rules as the page. */
export function proposalsRoutes(serve: Serve, acts: Acts) {
  const { db, inProgramme, keep } = serve;
  const entrance = createEntrance(serve);
  askingRoutes(serve, acts);
  inProgramme(contract.listLookalikes, (reader, { query }) => lookalikesView(reader, query));
  inProgramme(contract.listRequests, (reader, { actor }) => {
    if (!actor) throw new Refused({ code: 'sign-in-first' });
    return requestsView(db, reader.programmeId, actor.accountId);
  });
  keep(contract.takeRequest, async (writer, asked) => {
    await take(writer, asked, asked.params.request, acts);
    return done;
  });
  // The answer is for the requester only: it does not become the reason in the public log.
  keep(contract.answerRequest, async (writer, asked) => {
    const { params, programmeId, today, input, req } = asked;
    const body = await readProgrammeBody({ db: writer, programmeId, day: today });
    const programmeName = body?.name ?? { it: params.programme };
    const publicUrl = entrance.publicUrl(req);
    return answer(writer, params.request, input, {
      by: asked,
      programme: params.programme,
      programmeName,
      publicUrl,
      acts,
    });
  });
}
