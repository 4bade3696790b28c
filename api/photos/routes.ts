// SPDX-License-Identifier: AGPL-3.0-or-later
import { pictures } from '../http/files.ts';
import type { Serve } from '../http/serve.ts';
import { add, remove } from './commands.ts';
import { addPhoto, readPhoto, removePhoto } from './contract.ts';
import { pictureView } from './views.ts';

export function photosRoutes({ inProgramme, keep, keepFile, settings }: Serve) {
  const { folder } = settings.files;
  keepFile(
    addPhoto,
    (writer, asked, { received, folder }) => add(writer, asked, asked.params, { told: asked.query, received, folder }),
    pictures,
  );
  keep(removePhoto, (writer, asked) => remove(writer, asked, asked.params.lab, asked.params.photo));
  inProgramme(readPhoto, (reader, { params }) => pictureView(reader, folder, params.lab, params.photo));
}
