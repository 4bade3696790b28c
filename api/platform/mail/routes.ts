// SPDX-License-Identifier: AGPL-3.0-or-later
import { timingSafeEqual } from 'node:crypto';
import { Refused } from '../../http/refusals.rules.ts';
import type { Serve } from '../../http/serve.ts';
import { hashOf } from '../../http/session.ts';
import { listOutbox } from './contract.ts';
import { outboxView } from './views.ts';

/** Compares secrets by their hashes, in constant time. */
const isSame = (one: string, other: string) => timingSafeEqual(hashOf(one), hashOf(other));

export function mailRoutes({ db, overall, settings }: Serve) {
  overall(listOutbox, async ({ input }) => {
    const { outboxKey } = settings;
    if (outboxKey === undefined || !isSame(input.key, outboxKey)) throw new Refused({ code: 'unknown-address' });
    return outboxView(db);
  });
}
