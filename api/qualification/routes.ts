// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Request } from 'express';
import { change } from '../../db/change.ts';
import { Refused } from '../contract.ts';
import { createEntrance } from '../http/entrance.ts';
import { discard, receive } from '../http/files.ts';
import type { Serve } from '../http/serve.ts';
import { officeOf } from '../http/session.ts';
import { require, show, step, takeBack } from './commands.ts';
import * as contract from './contract.ts';
import { documentsView, documentView, qualificationView, qualifiedView } from './views.ts';

export function qualificationRoutes(serve: Serve) {
  const { db, idOf, inProgramme, keep, overall, settings, today } = serve;
  const { folder, mostBytes } = settings.files;
  const entrance = createEntrance(serve);
  const of = ({ params, req }: { params: { programme: string; lab: string }; req: Request }) => ({
    ...params,
    publicUrl: entrance.publicUrl(req),
  });
  inProgramme(contract.listQualified, (reader) => qualifiedView(reader));
  inProgramme(contract.readQualification, (reader, { params }) => qualificationView(reader, params.lab));
  keep(
    contract.applyForList,
    (writer, asked) => step(writer, asked, of(asked), asked.input),
    ({ reason }) => reason?.it ?? '',
  );
  keep(
    contract.decideOnList,
    (writer, asked) => step(writer, asked, of(asked), asked.input),
    ({ reason }) => reason?.it ?? '',
  );
  keep(contract.keepRequirements, (writer, asked) => require(writer, asked, asked.input));
  inProgramme(contract.listDocuments, (reader, { params }) => documentsView(reader, params.programme, params.lab));
  inProgramme(contract.readDocument, (reader, { params }) => documentView(reader, folder, params.lab, params.document));
  keep(contract.removeDocument, (writer, asked) => takeBack(writer, asked, asked.params));
  // Received before the change begins, so that no connection to the database waits for it.
  overall(contract.addDocument, async ({ actor, params, query, req }) => {
    if (!actor) throw new Refused({ code: 'sign-in-first' });
    const { programme, lab } = params;
    const programmeId = await idOf(programme);
    const received = await receive(req, { folder, mostBytes, announced: Number(req.headers['content-length'] ?? 0) });
    const by = { programmeId, today: today(), version: 0 };
    const who = { actor: officeOf(actor, programme), account: actor.accountId, reason: '' };
    const showing = { programme, lab, ...query, received, folder, accountId: actor.accountId };
    try {
      return await change(db, who, (writer) => show(writer, by, showing));
    } finally {
      await discard(received);
    }
  });
}
