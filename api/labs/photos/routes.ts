// SPDX-License-Identifier: AGPL-3.0-or-later
import { drawings, pictures } from '../../http/filetypes.ts';
import type { Serve } from '../../http/serve.ts';
import { add, addOfSpace, remove } from './commands.ts';
import * as contract from './contract.ts';
import { pictureView, spaceFileView } from './views.ts';

export function photosRoutes({ inProgramme, keep, keepFile, settings }: Serve) {
  const { folder } = settings.files;
  keepFile(
    contract.addPhoto,
    (writer, asked, sent) => add(writer, asked, asked.params, { told: asked.query, ...sent }),
    pictures,
  );
  keepFile(
    contract.addSpaceFile,
    (writer, asked, sent) => {
      const { kind, ...told } = asked.query;
      return addOfSpace(writer, asked, { ...asked.params, kind }, { told, ...sent });
    },
    drawings,
  );
  keep(contract.removePhoto, (writer, { programmeId, params }) =>
    remove(writer, { programmeId, of: 'lab', item: params.lab }, params.photo),
  );
  keep(contract.removeSpaceFile, (writer, { programmeId, params }) =>
    remove(writer, { programmeId, of: 'space', item: params.space }, params.file),
  );
  inProgramme(contract.readPhoto, (reader, { params }) => pictureView(reader, folder, params.lab, params.photo));
  inProgramme(contract.readSpaceFile, (reader, { params }) => spaceFileView(reader, folder, params.space, params.file));
}
