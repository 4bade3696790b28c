// SPDX-License-Identifier: AGPL-3.0-or-later
import pg from 'pg';
import { openCluster } from './cluster.ts';
import { StartRefused } from './config.ts';

/** Advisory lock id, the same in every Officina: its holder uses the cluster. */
const oneInstance = 7_365_102;

export interface Embedded {
  url: string;
  folder: string;
  stop: () => Promise<void>;
}

async function claim(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query('select pg_try_advisory_lock($1) as free', [oneInstance]);
  if (rows[0].free) return client;
  await client.end();
  return undefined;
}

const againMs = 100;

/** Holds the claim on a cluster. When its connection ends, starts the server again if it died, and claims it again. */
function keepUp(cluster: Awaited<ReturnType<typeof openCluster>>, first: pg.Client) {
  let claimed: pg.Client | undefined;
  let stopping = false;
  const recover = async () => {
    claimed = undefined;
    while (!stopping && !claimed) {
      await new Promise((done) => setTimeout(done, againMs));
      const again = stopping ? undefined : await cluster.start().then(claimCluster, () => undefined);
      if (again) hold(again);
    }
  };
  const claimCluster = () => claim(cluster.url('postgres')).catch(() => undefined);
  const hold = (client: pg.Client) => {
    claimed = client;
    client.once('end', () => {
      if (!stopping) void recover();
    });
  };
  hold(first);
  return async () => {
    stopping = true;
    await claimed?.end().catch(() => undefined);
  };
}

/**
 * Starts the Postgres of the data folder or reuses a running one, and starts it again on the same port if it dies;
 * `settings` are server settings such as `fsync=off`.
 */
export async function startEmbedded(dataFolder: string, settings: string[] = []): Promise<Embedded> {
  const cluster = await openCluster(dataFolder, settings);
  const claimed = await claim(cluster.url('postgres'));
  if (!claimed)
    throw new StartRefused(
      `Officina already runs on the data folder ${dataFolder}; stop it first or set OFFICINA_DATA.`,
    );
  const { rows } = await claimed.query("select from pg_database where datname = 'officina'");
  if (rows.length === 0) await claimed.query('create database officina');
  const release = keepUp(cluster, claimed);
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= release().then(cluster.stop);
    return stopped;
  };
  return { url: cluster.url('officina'), folder: cluster.folder, stop };
}

/** For commands beside a running Officina: reuses its Postgres, or starts one for the duration. */
export async function joinEmbedded(dataFolder: string): Promise<Embedded> {
  const cluster = await openCluster(dataFolder, []);
  const claimed = await claim(cluster.url('postgres'));
  await claimed?.end();
  if (claimed) return startEmbedded(dataFolder);
  return { url: cluster.url('officina'), folder: cluster.folder, stop: async () => undefined };
}
