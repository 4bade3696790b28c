// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileTypeFromFile } from 'file-type';
import type { z } from 'zod';
import type { Writer } from '../../db/change.ts';
import { readEvidence } from '../../db/evidence/reads.ts';
import { addEvidence, removeEvidence } from '../../db/evidence/writes.ts';
import type { Reader } from '../../db/past.ts';
import { obey, type Precision, Refused } from '../contract.ts';
import { lastDayOf } from '../plan/rules.ts';
import { heldMilestone, type Keeping, readerOf } from '../plan/views.ts';
import type { addLink } from './contract.ts';
import { allowedTypes, placeOf, whyNotRemoved } from './rules.ts';
import { evidenceOf } from './views.ts';

/** A file that has come in whole and is allowed; it still stands under a name of its own. */
export interface Received {
  path: string;
  hash: string;
  type: string;
  bytes: number;
}

/** Writes what comes in to the disk, piece by piece, and counts and hashes it on the way. */
async function take(from: Readable, path: string, mostBytes: number) {
  const hash = createHash('sha256');
  const file = await open(path, 'wx');
  let bytes = 0;
  try {
    for await (const piece of from.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > mostBytes) throw new Refused({ code: 'too-large', mostBytes });
      hash.update(piece);
      await file.write(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes, hash: hash.digest('hex') };
}

/** Receives a file below `folder`; what is too large, of a type not allowed or broken off leaves nothing behind. */
export async function receive(
  from: Readable,
  { folder, mostBytes, announced }: { folder: string; mostBytes: number; announced: number },
): Promise<Received> {
  if (announced > mostBytes) throw new Refused({ code: 'too-large', mostBytes });
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true });
  const path = join(incoming, randomUUID());
  try {
    const { bytes, hash } = await take(from, path, mostBytes);
    const type = (bytes > 0 ? await fileTypeFromFile(path) : undefined)?.mime;
    if (!type || !allowedTypes.includes(type)) throw new Refused({ code: 'wrong-type' });
    return { path, hash, type, bytes };
  } catch (error) {
    await discard({ path });
    // What is still on its way is read and forgotten, so that the answer reaches whoever sends it.
    from.resume();
    throw error;
  }
}

export const discard = ({ path }: Pick<Received, 'path'>): Promise<void> => rm(path, { force: true });

async function itemOf(reader: Reader, milestone: string, key: string) {
  const row = (await readEvidence(reader, milestone)).find((one) => one.key === key);
  if (!row) throw new Refused({ code: 'unknown-item', item: key });
  return evidenceOf(row);
}

const issued = (on: string | undefined, precision: Precision) => ({
  issuedOn: on === undefined ? null : lastDayOf(on, precision, on),
  precision: on === undefined ? null : precision,
});

export async function link(writer: Writer, by: Keeping, key: string, input: z.output<(typeof addLink)['input']>) {
  const reader = readerOf(writer, by);
  await heldMilestone(reader, key);
  const { name, url, note = null } = input;
  const own = { programmeId: by.programmeId, milestone: key, name, url, file: null, note: note ?? null };
  return itemOf(reader, key, await addEvidence(writer, { ...own, ...issued(input.issuedOn, input.precision) }));
}

interface FileQuery {
  name: string;
  title?: string | undefined;
  titleEn?: string | undefined;
  issuedOn?: string | undefined;
  precision: Precision;
}

/** Records a file that was received, and gives it its place as the last act: the same content is held once. */
export async function file(
  writer: Writer,
  by: Keeping,
  key: string,
  { query, received, folder }: { query: FileQuery; received: Received; folder: string },
) {
  const reader = readerOf(writer, by);
  await heldMilestone(reader, key);
  const { hash, type, bytes } = received;
  const name = { it: query.title ?? query.name, ...(query.titleEn ? { en: query.titleEn } : {}) };
  const held = { hash, type, bytes, name: query.name };
  const own = { programmeId: by.programmeId, milestone: key, name, url: null, file: held, note: null };
  const made = await addEvidence(writer, { ...own, ...issued(query.issuedOn, query.precision) });
  const item = await itemOf(reader, key, made);
  const place = join(folder, placeOf(hash));
  await mkdir(dirname(place), { recursive: true });
  await rename(received.path, place);
  return item;
}

/** Takes evidence off a milestone; the file itself stays, for what was known before. */
export async function remove(writer: Writer, by: Keeping, key: string, evidence: string) {
  const reader = readerOf(writer, by);
  const row = await heldMilestone(reader, key);
  await itemOf(reader, key, evidence);
  obey(whyNotRemoved({ doneOn: row.done_on, closing: row.state }));
  await removeEvidence(writer, by.programmeId, evidence);
  return { key: evidence };
}
