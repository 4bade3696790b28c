// SPDX-License-Identifier: AGPL-3.0-or-later
import { change } from '../../db/change.ts';
import { Refused } from '../contract.ts';
import { discard, pictures, receive } from '../http/files.ts';
import type { Serve } from '../http/serve.ts';
import { officeOf } from '../http/session.ts';
import { add, remove } from './commands.ts';
import { addPhoto, readPhoto, removePhoto } from './contract.ts';
import { pictureView } from './views.ts';

export function photosRoutes({ db, idOf, inProgramme, keep, overall, settings, today }: Serve) {
  const { folder, mostBytes } = settings.files;
  // Received before the change begins, so that no connection to the database waits for it.
  overall(addPhoto, async ({ actor, params, query, req }) => {
    if (!actor) throw new Refused({ code: 'sign-in-first' });
    const programmeId = await idOf(params.programme);
    const announced = Number(req.headers['content-length'] ?? 0);
    const received = await receive(req, { folder, mostBytes, announced, allowed: pictures });
    const by = { programmeId, today: today(), version: 0 };
    const who = { actor: officeOf(actor, params.programme), account: actor.accountId, reason: '' };
    try {
      return await change(db, who, (writer) => add(writer, by, params, { told: query, received, folder }));
    } finally {
      await discard(received);
    }
  });
  keep(removePhoto, (writer, asked) => remove(writer, asked, asked.params.lab, asked.params.photo));
  inProgramme(readPhoto, (reader, { params }) => pictureView(reader, folder, params.lab, params.photo));
}
