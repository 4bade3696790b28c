// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Writer } from '../../db/change.ts';
import { claimKey, keepReply, readReplied } from '../../db/platform/requests/replied.writes.ts';
import { Refused } from './refusals.rules.ts';
import type { Actor } from './session.ts';

const keyForm = /^[\w-]{8,100}$/;

/** Hours for which a repeated request gets the first reply. */
export const repliedHours = 48;

/** Idempotency-Key of the client, if sent; refused if it is not 8 to 100 letters, digits, "_" or "-". */
export function idempotencyKeyOf({ headers }: Pick<Request, 'headers'>): string | null {
  const header = headers['idempotency-key'];
  if (header === undefined) return null;
  if (typeof header === 'string' && keyForm.test(header)) return header;
  throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'Idempotency-Key', reason: 'malformed' }] });
}

const hashOf = (...parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest();

interface Once {
  req: Request;
  actor: Actor | null;
  input: unknown;
  /** Hash of the file that came with the request. */
  file?: string;
}

/**
 * Runs `work` once per Idempotency-Key and account, in the transaction of `writer`: key, reply and what was written are
 * committed together. A repeated request gets the first reply; the same key with another request is refused
 * (`key-reused`). Without a key, just runs `work`.
 */
export async function once<T>(
  writer: Writer,
  { req, actor, input, file = '' }: Once,
  work: () => Promise<T>,
): Promise<T> {
  const key = idempotencyKeyOf(req);
  if (key === null) return work();
  const keyHash = hashOf(String(actor?.accountId ?? ''), key);
  const requestHash = hashOf(req.method, req.originalUrl, JSON.stringify(input ?? null), file);
  if (await claimKey(writer, keyHash, requestHash)) {
    const reply = await work();
    await keepReply(writer, keyHash, reply ?? null);
    return reply;
  }
  const replied = await readReplied(writer, keyHash);
  if (!replied.request_hash.equals(requestHash)) throw new Refused({ code: 'key-reused' });
  return replied.reply as T;
}
