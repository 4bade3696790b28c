// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { ipKeyGenerator, rateLimit, type Store } from 'express-rate-limit';
import { unloggedTransaction } from '../../db/change.ts';
import type { OfficinaDb } from '../../db/client.ts';
import { countHit } from '../../db/people/accounts/writes.ts';
import { Refused } from './refusals.rules.ts';

/** Counts in Postgres, shared by all instances; buckets are stored as hashes. */
function storeIn(db: OfficinaDb, name: string, seconds: number): Store {
  const bucket = (key: string) => createHash('sha256').update(`${name} ${key}`).digest('base64url');
  return {
    localKeys: false,
    increment: async (key) => {
      const { hits, resets_at } = await unloggedTransaction(db, (writer) => countHit(writer, bucket(key), seconds));
      return { totalHits: hits, resetTime: resets_at };
    },
    // The count is kept whatever the status of the reply.
    decrement: () => undefined,
    resetKey: () => undefined,
  };
}

const secondsTo = (instant: Date | undefined) =>
  Math.max(1, Math.ceil(((instant?.getTime() ?? Date.now()) - Date.now()) / 1000));

export type Limit = (req: Request, res: Response) => Promise<void>;

/**
 * Limits requests of one kind to `most` per `seconds`, keyed by `of` or by client address. Sets the headers of the
 * Italian interoperability model: X-RateLimit-Limit, -Remaining and -Reset (seconds).
 */
export function createLimit(
  db: OfficinaDb,
  name: string,
  { most, seconds, of }: { most: number; seconds: number; of?: (req: Request) => string },
): Limit {
  const limiter = rateLimit({
    windowMs: seconds * 1000,
    limit: most,
    standardHeaders: false,
    legacyHeaders: false,
    store: storeIn(db, name, seconds),
    keyGenerator: (req) => of?.(req) ?? ipKeyGenerator(req.ip ?? ''),
    validate: false,
    requestPropertyName: 'limited',
    handler: (req, _res, next) => {
      const { resetTime } = (req as unknown as { limited: { resetTime: Date } }).limited;
      next(new Refused({ code: 'too-many', retryAfterSeconds: secondsTo(resetTime) }));
    },
  });
  return (req, res) =>
    new Promise((pass, refuse) => {
      limiter(req, res, (error?: unknown) => {
        const { limited } = req as unknown as { limited: { limit: number; remaining: number; resetTime?: Date } };
        res.set({
          'x-ratelimit-limit': String(limited.limit),
          'x-ratelimit-remaining': String(limited.remaining),
          'x-ratelimit-reset': String(secondsTo(limited.resetTime)),
        });
        if (error) refuse(error);
        else pass();
      });
    });
}
