// SPDX-License-Identifier: AGPL-3.0-or-later
import express, { type Request, type Response } from 'express';
import type { AnyEndpoint } from '../contract.ts';
import { excessIn } from './json.rules.ts';
import { Refused } from './refusals.rules.ts';

/** Reads the request body; throws `too-large` beyond `mostBytes`. */
export async function bodyOf(req: Request, mostBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of req as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostBytes) throw new Refused({ code: 'too-large', mostBytes });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const mostJsonBytes = 256_000;

/** Tests the bounds of a JSON body between inflating and parsing it. */
function refuseExcess(_req: unknown, _res: unknown, bytes: Buffer, encoding: string) {
  if (encoding !== 'utf-8') throw new Refused({ code: 'not-json' });
  const reason = excessIn(bytes);
  if (reason) throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'body', reason }] });
}

/** Media type of a PATCH (RFC 7396): a member that is left out stays as it is. */
export const mergePatch = 'application/merge-patch+json';
const jsonTypes = ['application/json', mergePatch];

const json = express.json({ limit: mostJsonBytes, verify: refuseExcess, type: jsonTypes });

/** Parses the JSON body; throws `not-json` for another content type, `too-large`, or the bound that it exceeds. */
export function jsonOf(endpoint: AnyEndpoint, req: Request, res: Response): Promise<unknown> {
  if (endpoint.method === 'GET' || endpoint.takes) return Promise.resolve({});
  // False if there is a body of another type, null if there is no body.
  if (req.is(jsonTypes) === false) return Promise.reject(new Refused({ code: 'not-json' }));
  return new Promise((done, failed) =>
    json(req, res, (error: unknown) => (error ? failed(error) : done(req.body ?? {}))),
  );
}
