// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Request } from 'express';
import { createEntrance } from '../../http/entrance.ts';
import type { Serve } from '../../http/serve.ts';
import { require, show, step, takeBack } from './commands.ts';
import * as contract from './contract.ts';
import { documentsView, documentView, qualificationView, qualifiedView } from './views.ts';

export function qualificationRoutes(serve: Serve) {
  const { inProgramme, keep, keepFile, settings } = serve;
  const { folder } = settings.files;
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
  keepFile(contract.addDocument, (writer, asked, held) => {
    const { actor, params, query } = asked;
    return show(writer, asked, { ...params, ...query, ...held, accountId: actor.accountId });
  });
}
