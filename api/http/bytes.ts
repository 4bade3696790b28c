// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { securityHeaders } from './security.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export type Encoding = 'br' | 'gzip' | 'identity';

/** A finished reply: its bytes per requested encoding, each encoded once. */
export interface Finished {
  etag: string;
  headers: OutgoingHttpHeaders;
  identity: Buffer;
  encoded: Map<Encoding, { bytes: Buffer; headers: OutgoingHttpHeaders }>;
}

const worthCompressing = 860;

export function finish(body: Buffer, type: string, headers: OutgoingHttpHeaders): Finished {
  const etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`;
  return {
    etag,
    headers: { ...securityHeaders, 'content-type': type, etag, vary: 'accept-encoding', ...headers },
    identity: body,
    encoded: new Map(),
  };
}

export function encodingFor(finished: Finished, accepted: string | undefined): Encoding {
  if (finished.identity.length < worthCompressing || !accepted) return 'identity';
  const refused = /;\s*q=0(\.0*)?\s*$/;
  const names = accepted.split(',').filter((one) => !refused.test(one));
  const takes = (name: string) => names.some((one) => one.trim().toLowerCase().startsWith(name));
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}

async function compress(bytes: Buffer, encoding: Encoding, quality: number): Promise<Buffer> {
  if (encoding === 'br')
    return brotli(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
  return encoding === 'gzip' ? zip(bytes, { level: Math.min(quality, 9) }) : bytes;
}

/** Returns the reply in one encoding; `quality` is the brotli level, applied once per reply. */
export async function encode(finished: Finished, encoding: Encoding, quality = 5) {
  const known = finished.encoded.get(encoding);
  if (known) return known;
  const bytes = await compress(finished.identity, encoding, quality);
  const naming = encoding === 'identity' ? {} : { 'content-encoding': encoding };
  const made = { bytes, headers: { ...finished.headers, ...naming, 'content-length': bytes.length } };
  finished.encoded.set(encoding, made);
  return made;
}

/** Answers 304 if the client's ETag matches, otherwise sends the bytes. */
export function send(
  req: IncomingMessage,
  res: ServerResponse,
  finished: Finished,
  encoded: { bytes: Buffer; headers: OutgoingHttpHeaders },
) {
  const known = req.headers['if-none-match'];
  if (known && (known === '*' || known.split(/\s*,\s*/).includes(finished.etag))) {
    res.writeHead(304, {
      ...securityHeaders,
      etag: finished.etag,
      vary: 'accept-encoding',
      ...(finished.headers['cache-control'] ? { 'cache-control': finished.headers['cache-control'] } : {}),
    });
    res.end();
    return;
  }
  res.writeHead(res.statusCode, encoded.headers);
  res.end(req.method === 'HEAD' ? undefined : encoded.bytes);
}

export function sizeOf(finished: Finished): number {
  let size = finished.identity.length + 1000;
  for (const { bytes } of finished.encoded.values()) size += bytes.length;
  return size;
}
