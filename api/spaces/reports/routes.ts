// SPDX-License-Identifier: AGPL-3.0-or-later
import { change } from '../../../db/change.ts';
import { createEntrance } from '../../http/entrance.ts';
import { limitRecipient } from '../../http/limit.ts';
import { once } from '../../http/once.ts';
import type { Serve } from '../../http/serve.ts';
import { type Acts, answer, report } from './commands.ts';
import { answerReport, reportSpace } from './contract.ts';

/** Reports are personal data and stay outside the log. */
const unlogged = { actor: 'census', reason: '' };

export function reportsRoutes(serve: Serve, acts: Acts) {
  const { db, idOf, keep, overall, today } = serve;
  const entrance = createEntrance(serve);
  overall(reportSpace, async (asked) => {
    const { req, params, input } = asked;
    await limitRecipient(db, input.email);
    const { report: content, space = null, ...asker } = input;
    const of = { programmeId: await idOf(params.programme), asker, space, today: today() };
    const publicUrl = entrance.publicUrl(req);
    await change(db, unlogged, (writer) =>
      once(writer, asked, () => report(writer, { ...of, publicUrl }, content, acts)),
    );
    return { done: true } as const;
  });
  // The answer is for the reporter only: it does not become the reason in the public log.
  keep(answerReport, (writer, asked) => {
    const { params, input, req } = asked;
    const answering = { by: asked, programme: params.programme, publicUrl: entrance.publicUrl(req), acts };
    return answer(writer, params.request, input, answering);
  });
}
