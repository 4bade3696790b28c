// SPDX-License-Identifier: AGPL-3.0-or-later
import { Refused } from '../../http/refusals.rules.ts';
import type { Serve } from '../../http/serve.ts';
import { add, remove } from './commands.ts';
import * as contract from './contract.ts';
import { myFileView, receivedFileView, typesTaken } from './views.ts';

export function attachmentsRoutes({ db, inProgramme, keep, keepFile, settings }: Serve) {
  const { folder } = settings.files;
  keepFile(
    contract.addFile,
    (writer, asked, file) => add(writer, asked, { call: asked.params.call, name: asked.query.name, ...file }),
    ({ programmeId, today, params }) => typesTaken({ db, programmeId, day: today }, params.call),
  );
  keep(contract.removeFile, (writer, asked) => remove(writer, asked, asked.params));
  inProgramme(contract.readMyFile, (reader, { params, actor }) => {
    if (!actor) throw new Refused({ code: 'sign-in-first' });
    return myFileView(reader, folder, { ...params, accountId: actor.accountId });
  });
  inProgramme(contract.readReceivedFile, (reader, { params }) => receivedFileView(reader, folder, params));
}
