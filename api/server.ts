// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { onCommit } from '../db/change.ts';
import { type Connection, connect, findAppRole } from '../db/client.ts';
import { cityHour, StartRefused } from '../db/config.ts';
import { listenForRevisions } from '../db/listen.ts';
import { createApp } from './app.ts';
import { type Cache, createCache } from './http/cache.ts';
import { createHostCheck } from './http/hosts.ts';
import { createLive, type Live } from './http/live.ts';
import type { OfficeSettings } from './http/session.ts';
import { startWork } from './jobs.ts';

export interface Running {
  address: string;
  connection: Connection;
  /** Finishes the requests in flight, then closes; aborts what still runs after `patienceMs`. */
  stop: (patienceMs?: number) => Promise<void>;
}

interface Settings {
  databaseUrl: string;
  timezone: string;
  port: number;
  host?: string;
  today: () => string;
  settings: OfficeSettings;
  /** True if this instance also runs background jobs: mails, reminders. */
  jobs?: boolean;
  version: string;
  /** Test option: fails on a refusal the endpoint does not declare. */
  strict?: boolean;
  logger: Logger;
  page: Parameters<typeof createApp>[0]['page'];
}

const poolPatienceMs = 500;
const cacheBytes = 64 * 1024 * 1024;

async function listen(server: Server, port: number, host: string): Promise<number> {
  const listening = new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  server.listen(port, host);
  try {
    await listening;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new StartRefused(`Port ${port} is taken; set PORT to another one.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartRefused(`HOST=${host} is no address of this machine.`);
    if (code === 'EACCES')
      throw new StartRefused(`Port ${port} may not be used by this user; set PORT to another one.`);
    throw error;
  }
  return (server.address() as AddressInfo).port;
}

/** Forwards change notifications to the cache and to open pages. */
function hear(databaseUrl: string, { cache, live, logger }: { cache: Cache; live: Live; logger: Logger }) {
  return listenForRevisions(databaseUrl, {
    onRaised: (raised) => {
      cache.raised(raised);
      live.raised(raised);
    },
    onLost: () => {
      logger.warn('the database connection for news was lost; nothing is cached until it is back');
      cache.lost();
      live.lost();
    },
    onBack: () => {
      cache.back();
      live.back();
    },
  });
}

/** One Officina instance on a migrated database: cache, live events, API and page on one port. */
export async function startServer({
  databaseUrl,
  timezone,
  port,
  host = '127.0.0.1',
  today,
  settings,
  jobs = false,
  version,
  strict = false,
  logger,
  page,
}: Settings): Promise<Running> {
  const role = await findAppRole(databaseUrl);
  if (!role) logger.warn('the database user may not make roles: requests are served as that user');
  const connection = connect(databaseUrl, timezone, 10, role);
  const cache = createCache({ today, maxBytes: cacheBytes });
  const live = createLive();
  const app = createApp({ db: connection.db, today, cache, live, settings, logger, version, strict, page });
  const isOurs = createHostCheck(settings);
  const server = createServer((req, res) => {
    if (isOurs(req, res)) cache.handle(req, res, () => app(req, res));
  });
  const port_ = await listen(server, port, host).catch(async (error) => {
    await connection.pool.end();
    throw error;
  });
  const forget = onCommit((raised) => raised.forEach(cache.raised));
  const stopListening = await hear(databaseUrl, { cache, live, logger });
  const address = `http://127.0.0.1:${port_}`;
  const now = () => ({ today: today(), hour: cityHour(timezone) });
  const work = { db: connection.db, databaseUrl, settings, logger, address, now };
  const stopWork = jobs ? await startWork(work) : async () => undefined;
  const stop = async (patienceMs = 3500) => {
    const closed = new Promise((done) => server.close(done));
    live.stop();
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
    await closed;
    clearTimeout(cut);
    forget();
    await stopWork();
    await stopListening();
    // Limits the wait, so that a hanging query does not block the shutdown; the database drops it with its connection.
    await Promise.race([connection.pool.end(), new Promise((done) => setTimeout(done, poolPatienceMs).unref())]);
  };
  return { address, connection, stop };
}
