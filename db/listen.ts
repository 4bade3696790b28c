// SPDX-License-Identifier: AGPL-3.0-or-later
import pg from 'pg';
import type { Raised } from './change.ts';

export interface Listening {
  onRaised: (raised: Raised) => void;
  /** From here on changes may go unheard. */
  onLost: () => void;
  /** Changes are heard again; what happened in between is not known. */
  onBack: () => void;
}

function raisedOf(payload: string | undefined): Raised | undefined {
  try {
    const raised = JSON.parse(payload ?? '') as Partial<Raised>;
    if (typeof raised.programme === 'string' && typeof raised.revision === 'number') return raised as Raised;
  } catch {
    // Told by the missing answer.
  }
  return undefined;
}

const retryAfterMs = 500;
const pingEveryMs = 10_000;

/** Hears of every committed revision through LISTEN; reconnects by itself. Resolves once it listens; returns how to stop. */
export async function listenForRevisions(url: string, listening: Listening): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  const lost = (from: pg.Client) => {
    if (client !== from || stopped) return;
    client = undefined;
    listening.onLost();
    from.end().catch(() => undefined);
    retry = setTimeout(() => void begin().catch(() => undefined), retryAfterMs);
  };
  const begin = async () => {
    const fresh = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
    });
    client = fresh;
    fresh.on('error', () => lost(fresh));
    fresh.on('end', () => lost(fresh));
    fresh.on('notification', ({ payload }) => {
      const raised = raisedOf(payload);
      if (raised) return listening.onRaised(raised);
      // News that cannot be read may be about anything.
      listening.onLost();
      listening.onBack();
    });
    try {
      await fresh.connect();
      await fresh.query('listen revision');
    } catch (error) {
      lost(fresh);
      throw error;
    }
    listening.onBack();
  };
  // A connection that died without a word is found by asking.
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
