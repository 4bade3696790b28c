// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Request, Response } from 'express';
import { encode, encodingFor, finish, send } from './bytes.ts';
import type { Cache } from './cache.ts';
import type { FileReply, TextReply } from './files.ts';
import { carriesSession } from './session.ts';

const lightQuality = 1;
/** Minimum size in bytes for compressing replies that are not cached. */
const worthItsTime = 8192;
const publicHeaders = { 'cache-control': 'public, no-cache', 'x-content-type-options': 'nosniff' };
export const privateHeaders = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' };

export async function sendJson(req: Request, res: Response, body: unknown, cache?: Cache) {
  const open = req.method === 'GET' && !carriesSession(req);
  const headers = open ? publicHeaders : privateHeaders;
  const finished = finish(Buffer.from(JSON.stringify(body)), 'application/json; charset=utf-8', headers);
  // Uncached replies use a low compression level, since the cost recurs per request.
  const cached = cache?.keeps(req) ?? false;
  const plain = !cached && finished.identity.length < worthItsTime;
  const encoding = plain ? 'identity' : encodingFor(finished, req.headers['accept-encoding']);
  const encoded = await encode(finished, encoding, cached ? undefined : lightQuality);
  cache?.keep(req, finished);
  if (!res.headersSent) send(req, res, finished, encoded);
}

export const isText = (reply: unknown): reply is TextReply =>
  typeof reply === 'object' && reply !== null && 'text' in reply && 'headers' in reply;

export async function sendText(req: Request, res: Response, { text, headers }: TextReply) {
  const finished = finish(Buffer.from(text), headers['content-type'], { ...privateHeaders, ...headers });
  const encoding = encodingFor(finished, req.headers['accept-encoding']);
  send(req, res, finished, await encode(finished, encoding, lightQuality));
}

export const isFile = (reply: unknown): reply is FileReply =>
  typeof reply === 'object' && reply !== null && 'stream' in reply && 'headers' in reply;
