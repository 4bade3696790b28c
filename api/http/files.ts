// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { fileTypeFromFile } from 'file-type';
import { Refused } from './refusals.rules.ts';

const office = 'application/vnd.openxmlformats-officedocument';
const openOffice = 'application/vnd.oasis.opendocument';

/** Pictures, as their content tells. SVG, which a browser would run, is not among them. */
export const pictures: readonly string[] = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

/** A reply that is a file: it is streamed, with the headers given. */
export interface FileReply {
  stream: NodeJS.ReadableStream;
  headers: Record<string, string>;
}

/** What a plan may be: a picture or a PDF. */
export const drawings: readonly string[] = [...pictures, 'application/pdf'];

/** What a document may be: what a browser would run is not among it. */
const documents: readonly string[] = [
  ...drawings,
  `${office}.wordprocessingml.document`,
  `${office}.spreadsheetml.sheet`,
  `${office}.presentationml.presentation`,
  `${openOffice}.text`,
  `${openOffice}.spreadsheet`,
  `${openOffice}.presentation`,
];

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

interface Receiving {
  folder: string;
  mostBytes: number;
  /** What the request says of its length. */
  announced: number;
  /** The media types that may come in. */
  allowed?: readonly string[];
}

/** Receives a file below `folder`; what is too large, of a type not allowed or broken off leaves nothing behind. */
export async function receive(
  from: Readable,
  { folder, mostBytes, announced, allowed = documents }: Receiving,
): Promise<Received> {
  if (announced > mostBytes) throw new Refused({ code: 'too-large', mostBytes });
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true });
  const path = join(incoming, randomUUID());
  try {
    const { bytes, hash } = await take(from, path, mostBytes);
    const type = (bytes > 0 ? await fileTypeFromFile(path) : undefined)?.mime;
    if (!type || !allowed.includes(type)) throw new Refused({ code: 'wrong-type' });
    return { path, hash, type, bytes };
  } catch (error) {
    await discard({ path });
    // What is still on its way is read and forgotten, so that the answer reaches whoever sends it.
    from.resume();
    throw error;
  }
}

export const discard = ({ path }: Pick<Received, 'path'>): Promise<void> => rm(path, { force: true });

/** Gives a received file its place, as the last act of what records it: the same content is held once. */
export async function settle({ path, hash }: Received, folder: string): Promise<void> {
  const place = join(folder, placeOf(hash));
  await mkdir(dirname(place), { recursive: true });
  await rename(path, place);
}

/** Where a file stands below the folder of files: under the hash of its bytes. */
const placeOf = (hash: string): string => `${hash.slice(0, 2)}/${hash}`;

export interface Held {
  name: string;
  type: string;
  bytes: number;
  hash: string;
}

/** A name in a header: plain letters for all, the very name after RFC 5987 (RFC 6266, 4.3). */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** How a file is served: never shown within the page's own origin, never taken for another type. */
const fileHeaders = ({ name, type, bytes, hash }: Held): Record<string, string> => ({
  'content-type': type,
  'content-length': String(bytes),
  'content-disposition': attachment(name),
  'content-security-policy': "default-src 'none'; sandbox",
  etag: `"${hash}"`,
});

/** The file itself, streamed from where it is held; undefined where it is not there. */
export async function fileReply(held: Held, folder: string): Promise<FileReply | undefined> {
  // Opened before anything is sent: a file that is not there is told as such.
  const file = await open(join(folder, placeOf(held.hash))).catch(() => undefined);
  return file && { stream: file.createReadStream(), headers: fileHeaders(held) };
}

/** Open data, made for this reply: read from any page. */
export const openFile = (type: string, name: string, body: string | Buffer): FileReply => ({
  stream: Readable.from([body]),
  headers: {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'access-control-allow-origin': '*',
  },
});
