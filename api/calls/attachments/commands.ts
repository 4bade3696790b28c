// SPDX-License-Identifier: AGPL-3.0-or-later
import { lockOwn } from '../../../db/calls/applications/reads.ts';
import { readFile, readFiles } from '../../../db/calls/attachments/reads.ts';
import * as writes from '../../../db/calls/attachments/writes.ts';
import type { Writer } from '../../../db/change.ts';
import { type Received, settle } from '../../http/files.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import { mayAddFiles } from '../dossiers/rules.ts';
import { dossierOf } from '../dossiers/views.ts';
import { attachmentOf } from './views.ts';

const mostFiles = 40;

interface Sent {
  call: string;
  name: string;
  received: Received;
  folder: string;
}

type By = Keeping & { actor: { accountId: number } };

/** The account's application, locked, with its dossier; refused when files may no longer be added. */
async function openOwn(writer: Writer, by: By, call: string) {
  const own = await lockOwn(writer, { programmeId: by.programmeId, call }, by.actor.accountId);
  if (!own) throw new Refused({ code: 'unknown-item', item: call });
  const { run, records, objectionsUntil } = await dossierOf(readerOf(writer, by), call, own.application_id);
  assertAllowed(mayAddFiles({ closesAt: run.closes_at, records, objectionsUntil }, run.now) ? null : 'call-closed');
  return { own, records };
}

/** Removes a file that neither the saved application nor its dossier names. */
export async function remove(writer: Writer, by: By, { call, file }: { call: string; file: string }) {
  const { own, records } = await openOwn(writer, by, call);
  const isNamed = JSON.stringify([own, records]).includes(file);
  assertAllowed(isNamed ? 'file-named' : null);
  const isThere = await writes.removeFile(writer, own.application_id, file);
  if (!isThere) throw new Refused({ code: 'unknown-item', item: file });
  return { removed: file };
}

/** Records a received file for the account's application and moves it to its final path last. */
export async function add(writer: Writer, by: By, { call, name, received, folder }: Sent) {
  const { own } = await openOwn(writer, by, call);
  const files = await readFiles(writer, [own.application_id]);
  assertAllowed(files.length < mostFiles ? null : 'files-enough');
  const { hash, type, bytes } = received;
  await writes.addFile(writer, { applicationId: own.application_id, name, hash, type, bytes });
  const row = await readFile(writer, own.application_id, hash);
  if (!row) throw new Refused({ code: 'unknown-item', item: hash });
  await settle(received, folder);
  return attachmentOf(row);
}
