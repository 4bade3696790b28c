// SPDX-License-Identifier: AGPL-3.0-or-later

import type { OfficinaDb } from '../../../db/client.ts';
import { readAccount, readIdentities, readPasskeys, readSessions } from '../../../db/people/accounts/reads.ts';
import { idleHours } from '../../http/rights.rules.ts';
import type { Actor } from '../../http/session.ts';
import type { Me } from './contract.ts';

/** The current account, and the sign-in methods available at this address. */
export async function meView(db: OfficinaDb, accountId: number | null, ways: Me['ways']): Promise<Me> {
  const found = accountId === null ? undefined : await readAccount(db, accountId);
  if (!found) return { account: null, ways };
  const { name, email, language, digest_wanted, digest_weekday, digest_hour, feed_hash, roles } = found;
  const digest = { wanted: digest_wanted, weekday: digest_weekday, hour: digest_hour };
  return { account: { name, email, language, digest, hasFeed: feed_hash !== null, roles }, ways };
}

export async function sessionsView(db: OfficinaDb, { accountId, sessionId }: Actor) {
  const sessions = await readSessions(db, accountId, idleHours);
  const passkeys = await readPasskeys(db, accountId);
  const identities = await readIdentities(db, accountId);
  return {
    items: sessions.map((one) => ({
      sessionId: one.session_id,
      current: one.session_id === sessionId,
      means: one.means,
      device: one.device,
      startedAt: one.started_at.toISOString(),
      seenAt: one.seen_at.toISOString(),
      endsAt: one.ends_at.toISOString(),
    })),
    passkeys: passkeys.map((one) => ({
      passkeyId: one.passkey_id,
      name: one.name,
      addedAt: one.added_at.toISOString(),
      usedAt: one.used_at?.toISOString() ?? null,
    })),
    identities: identities.map(({ issuer, added_at }) => ({ issuer, addedAt: added_at.toISOString() })),
  };
}
