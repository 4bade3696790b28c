// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { file, link, remove } from './commands.ts';
import { addFile, addLink, readFile, removeEvidence } from './contract.ts';
import { fileView } from './views.ts';

export function evidenceRoutes({ inProgramme, keep, keepFile, settings }: Serve) {
  const { folder } = settings.files;
  keep(
    addLink,
    (writer, asked) => link(writer, asked, asked.params.milestone, asked.input),
    ({ note }) => note?.it ?? '',
  );
  keepFile(addFile, (writer, asked, { received, folder }) =>
    file(writer, asked, asked.params.milestone, { query: asked.query, received, folder }),
  );
  keep(removeEvidence, (writer, asked) => remove(writer, asked, asked.params.milestone, asked.params.evidence));
  inProgramme(readFile, (reader, { params }) => fileView(reader, folder, params.milestone, params.evidence));
}
