// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { documents, heic, megapixelsOf, pictures, typeNames, typeOf } from './filetypes.ts';
import { Refused } from './refusals.rules.ts';

/** A reply that streams a file with the given headers. */
export interface FileReply {
  stream: NodeJS.ReadableStream;
  headers: Record<string, string>;
}

/** A text made per request, which is not sent again while it stays the same (304). */
export interface TextReply {
  text: string;
  headers: { 'content-type': string; 'cache-control': string };
}

/** A received file of an accepted type, still under a temporary name. */
export interface Received {
  path: string;
  hash: string;
  type: string;
  bytes: number;
}

/** Bound of a picture: whoever opens it decodes every pixel. */
const mostMegapixels = 60;

/** Streams the upload to disk while counting and hashing it. */
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
  /** Content-Length of the request. */
  announced: number;
  /** Accepted media types. */
  allowed?: readonly string[];
}

/** Receives a file below `folder`. Removes it if it is too large, of a wrong type or incomplete. */
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
    const type = bytes > 0 ? await typeOf(path) : undefined;
    if (type && heic.includes(type)) throw new Refused({ code: 'unreadable', why: 'heic' });
    if (!type || !allowed.includes(type)) throw new Refused({ code: 'wrong-type', allowed: typeNames(allowed) });
    if (pictures.includes(type) && (await megapixelsOf(path)) > mostMegapixels)
      throw new Refused({ code: 'beyond-bound', bound: 'megapixels', most: mostMegapixels });
    return { path, hash, type, bytes };
  } catch (error) {
    await discard({ path });
    // Drains the rest of the upload so that the client receives the reply.
    from.resume();
    throw error;
  }
}

export const discard = ({ path }: Pick<Received, 'path'>): Promise<void> => rm(path, { force: true });

/** Moves a received file to its final path; call it last in the change. Equal content is stored once. */
export async function settle({ path, hash }: Received, folder: string): Promise<void> {
  const place = join(folder, placeOf(hash));
  await mkdir(dirname(place), { recursive: true });
  await rename(path, place);
}

/** Path of a file below the files folder: the hash of its bytes. */
const placeOf = (hash: string): string => `${hash.slice(0, 2)}/${hash}`;

export interface StoredFile {
  name: string;
  type: string;
  bytes: number;
  hash: string;
}

/** Content-Disposition file name: ASCII fallback plus RFC 5987 encoding (RFC 6266, 4.3). */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** Security headers for files: sandboxed, no content sniffing. */
const fileHeaders = ({ name, type, bytes, hash }: StoredFile): Record<string, string> => ({
  'content-type': type,
  'content-length': String(bytes),
  'content-disposition': attachment(name),
  'content-security-policy': "default-src 'none'; sandbox",
  etag: `"${hash}"`,
});

/** Streams the stored file; undefined if it does not exist. */
export async function fileReply(stored: StoredFile, folder: string): Promise<FileReply | undefined> {
  // Opens the file before sending headers, so that a missing file can still be reported.
  const file = await open(join(folder, placeOf(stored.hash))).catch(() => undefined);
  return file && { stream: file.createReadStream(), headers: fileHeaders(stored) };
}

/** Open data generated per request; readable cross-origin (CORS). */
export const openFile = (type: string, name: string, body: string | Buffer): FileReply => ({
  stream: Readable.from([body]),
  headers: {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'access-control-allow-origin': '*',
  },
});
