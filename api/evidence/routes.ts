// SPDX-License-Identifier: AGPL-3.0-or-later
import { change } from '../../db/change.ts';
import { Refused } from '../contract.ts';
import { discard, receive } from '../http/files.ts';
import type { Serve } from '../http/serve.ts';
import { officeOf } from '../http/session.ts';
import { file, link, remove } from './commands.ts';
import { addFile, addLink, readFile, removeEvidence } from './contract.ts';
import { fileView } from './views.ts';

export function evidenceRoutes({ db, idOf, inProgramme, keep, overall, settings, today }: Serve) {
  const { folder, mostBytes } = settings.files;
  keep(
    addLink,
    (writer, asked) => link(writer, asked, asked.params.milestone, asked.input),
    ({ note }) => note?.it ?? '',
  );
  // A file may take its time: it is received before the change begins, so that no connection to the database waits for it.
  overall(addFile, async ({ actor, params, query, req }) => {
    if (!actor) throw new Refused({ code: 'sign-in-first' });
    const { programme, milestone } = params;
    const programmeId = await idOf(programme);
    const announced = Number(req.headers['content-length'] ?? 0);
    const received = await receive(req, { folder, mostBytes, announced });
    const by = { programmeId, today: today(), version: 0 };
    const who = { actor: officeOf(actor, programme), account: actor.accountId, reason: '' };
    try {
      return await change(db, who, (writer) => file(writer, by, milestone, { query, received, folder }));
    } finally {
      await discard(received);
    }
  });
  keep(removeEvidence, (writer, asked) => remove(writer, asked, asked.params.milestone, asked.params.evidence));
  inProgramme(readFile, (reader, { params }) => fileView(reader, folder, params.milestone, params.evidence));
}
