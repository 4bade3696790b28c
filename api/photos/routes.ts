// SPDX-License-Identifier: AGPL-3.0-or-later
import { change, type Writer } from '../../db/change.ts';
import { Refused } from '../contract.ts';
import { discard, pictures, type Received, receive } from '../http/files.ts';
import type { Asked, Serve } from '../http/serve.ts';
import { officeOf } from '../http/session.ts';
import type { Keeping } from '../plan/views.ts';
import { add, addOfSpace, remove } from './commands.ts';
import * as contract from './contract.ts';
import { pictureView, spaceFileView } from './views.ts';

const plans: readonly string[] = [...pictures, 'application/pdf'];

type Sending = Pick<Asked<never, never, never>, 'actor' | 'req'> & { params: { programme: string } };

/** Receives a file before its change begins, so that no connection to the database waits for it. */
function createReceiving({ db, idOf, settings, today }: Serve) {
  const { folder, mostBytes } = settings.files;
  return async <T>(
    { actor, params, req }: Sending,
    allowed: readonly string[],
    record: (writer: Writer, by: Keeping, sent: { received: Received; folder: string }) => Promise<T>,
  ) => {
    if (!actor) throw new Refused({ code: 'sign-in-first' });
    const programmeId = await idOf(params.programme);
    const announced = Number(req.headers['content-length'] ?? 0);
    const received = await receive(req, { folder, mostBytes, announced, allowed });
    const by = { programmeId, today: today(), version: 0 };
    const who = { actor: officeOf(actor, params.programme), account: actor.accountId, reason: '' };
    try {
      return await change(db, who, (writer) => record(writer, by, { received, folder }));
    } finally {
      await discard(received);
    }
  };
}

export function photosRoutes(serve: Serve) {
  const { inProgramme, keep, overall, settings } = serve;
  const { folder } = settings.files;
  const received = createReceiving(serve);
  overall(contract.addPhoto, (asked) =>
    received(asked, pictures, (writer, by, sent) => add(writer, by, asked.params, { told: asked.query, ...sent })),
  );
  overall(contract.addSpaceFile, (asked) => {
    const { kind, ...told } = asked.query;
    return received(asked, kind === 'plan' ? plans : pictures, (writer, by, sent) =>
      addOfSpace(writer, by, { ...asked.params, kind }, { told, ...sent }),
    );
  });
  keep(contract.removePhoto, (writer, { programmeId, params }) =>
    remove(writer, { programmeId, of: 'lab', item: params.lab }, params.photo),
  );
  keep(contract.removeSpaceFile, (writer, { programmeId, params }) =>
    remove(writer, { programmeId, of: 'space', item: params.space }, params.file),
  );
  inProgramme(contract.readPhoto, (reader, { params }) => pictureView(reader, folder, params.lab, params.photo));
  inProgramme(contract.readSpaceFile, (reader, { params }) => spaceFileView(reader, folder, params.space, params.file));
}
