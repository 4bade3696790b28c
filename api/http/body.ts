// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Request } from 'express';
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
