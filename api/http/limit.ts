// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { ipKeyGenerator, rateLimit, type Store } from 'express-rate-limit';
import { unloggedTransaction } from '../../db/change.ts';
import type { OfficinaDb } from '../../db/client.ts';
import { countHit } from '../../db/people/accounts/writes.ts';
import { type LimitName, limits, mailsPerRecipient } from './limits.rules.ts';
import { Refused } from './refusals.rules.ts';
import { readCookie } from './session.ts';

const hour = 3600;
/** Buckets are stored as hashes. */
const bucketOf = (name: string, key: string) => createHash('sha256').update(`${name} ${key}`).digest('base64url');

/** Counts in Postgres, shared by all instances. */
const storeIn = (db: OfficinaDb, name: string): Store => ({
  localKeys: false,
  increment: async (key) => {
    const bucket = bucketOf(name, key);
    const { hits, resets_at } = await unloggedTransaction(db, (writer) => countHit(writer, bucket, hour));
    return { totalHits: hits, resetTime: resets_at };
  },
  // The count is kept whatever the status of the reply.
  decrement: () => undefined,
  resetKey: () => undefined,
});

const secondsTo = (instant: Date | undefined) =>
  Math.max(1, Math.ceil(((instant?.getTime() ?? Date.now()) - Date.now()) / 1000));

type Limited = { limited: { limit: number; remaining: number; resetTime?: Date } };

function createCounter(db: OfficinaDb, name: string, { most, of }: { most: number; of: (req: Request) => string }) {
  const limiter = rateLimit({
    windowMs: hour * 1000,
    limit: most,
    standardHeaders: false,
    legacyHeaders: false,
    store: storeIn(db, name),
    keyGenerator: of,
    validate: false,
    requestPropertyName: 'limited',
    handler: (req, _res, next) => {
      const { resetTime } = (req as unknown as Limited).limited;
      next(new Refused({ code: 'too-many', retryAfterSeconds: secondsTo(resetTime) }));
    },
  });
  return (req: Request, res: Response) =>
    new Promise<void>((pass, refuse) => {
      limiter(req, res, (error?: unknown) => {
        const { limited } = req as unknown as Limited;
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

/**
 * Counts requests of one kind per hour, by address and, where the browser has its mark, by browser. Throws `too-many`.
 * Sets the headers of the Italian interoperability model: X-RateLimit-Limit, -Remaining and -Reset (seconds).
 */
export function createLimit(db: OfficinaDb, name: LimitName, secure: boolean) {
  const { perAddress, perBrowser } = limits[name];
  const address = createCounter(db, `${name} address`, {
    most: perAddress,
    of: (req) => ipKeyGenerator(req.ip ?? ''),
  });
  const browserOf = (req: Request) => readCookie(req, 'browser', secure) ?? '';
  const browser = createCounter(db, `${name} browser`, { most: perBrowser, of: browserOf });
  return async (req: Request, res: Response) => {
    await address(req, res);
    if (browserOf(req)) await browser(req, res);
  };
}

/**
 * Counts the mails that requests without an account send to one recipient. Throws `too-many` beyond
 * `mailsPerRecipient` an hour.
 */
export async function limitRecipient(db: OfficinaDb, email: string): Promise<void> {
  const bucket = bucketOf('recipient', email.trim().toLowerCase());
  const { hits, resets_at } = await unloggedTransaction(db, (writer) => countHit(writer, bucket, hour));
  if (hits > mailsPerRecipient) throw new Refused({ code: 'too-many', retryAfterSeconds: secondsTo(resets_at) });
}
