// SPDX-License-Identifier: AGPL-3.0-or-later
import pg from 'pg';
import type { Raised } from './change.ts';

export interface Listening {
  onRaised: (raised: Raised) => void;
  /** The connection is lost, once per outage: notifications may be missed from here on. */
  onLost: () => void;
  /** The connection is back; notifications in between may have been missed. */
  onBack: () => void;
}

function raisedOf(payload: string | undefined): Raised | undefined {
  try {
    const raised = JSON.parse(payload ?? '') as Partial<Raised>;
    if (typeof raised.programme === 'string' && typeof raised.revision === 'number') return raised as Raised;
  } catch {
    // Reported by the missing reply.
  }
  return undefined;
}

const retryAfterMs = 250;
const pingEveryMs = 10_000;

/** A connection that listens; `onEnd` is called when it fails or ends. */
function openListener(url: string, { onRaised, onLost, onBack }: Listening, onEnd: (from: pg.Client) => void) {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    query_timeout: 5000,
  });
  client.on('error', () => onEnd(client));
  client.on('end', () => onEnd(client));
  client.on('notification', ({ payload }) => {
    const raised = raisedOf(payload);
    if (raised) return onRaised(raised);
    // An unreadable payload may concern any programme.
    onLost();
    onBack();
  });
  return client;
}

/**
 * Subscribes to committed revisions through LISTEN and reconnects by itself. Resolves once subscribed; returns the
 * unsubscribe function.
 */
export async function listenForRevisions(url: string, listening: Listening): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;
  /** True from a loss until the connection is back. */
  let away = false;

  const lost = (from: pg.Client) => {
    if (client !== from || stopped) return;
    client = undefined;
    if (!away) listening.onLost();
    away = true;
    from.end().catch(() => undefined);
    retry = setTimeout(() => void begin().catch(() => undefined), retryAfterMs);
  };
  const begin = async () => {
    const fresh = openListener(url, listening, lost);
    client = fresh;
    try {
      await fresh.connect();
      await fresh.query('listen revision');
    } catch (error) {
      lost(fresh);
      throw error;
    }
    away = false;
    listening.onBack();
  };
  // A query at intervals detects a connection that died silently.
  const ping = setInterval(() => {
    const asked = client;
    asked?.query('select 1').catch(() => lost(asked));
  }, pingEveryMs);
  ping.unref();
  await begin();
  return async () => {
    stopped = true;
    clearInterval(ping);
    clearTimeout(retry);
    await client?.end().catch(() => undefined);
  };
}
