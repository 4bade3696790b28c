// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { connect } from '../../db/client.ts';
import { civilClock, projectFolder } from '../../db/config.ts';
import { type Embedded, startEmbedded } from '../../db/embedded.ts';
import { loadShipped } from '../../db/exchange/shipped.ts';
import { migrate } from '../../db/migrate.ts';
import { signIn } from './people.ts';

const programme = 'citta-campione';
const timezone = 'Europe/Rome';
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** A database server of its own with one programme, and an instance in a process of its own that can be killed. */
export interface Site {
  embedded: Embedded;
  address: string;
  cookie: string;
  milestones: string[];
  kill: () => Promise<void>;
  /** Lines that the instances wrote to their log. */
  log: string[];
  close: () => Promise<void>;
}

async function startInstance(
  url: string,
  port: string,
  log: string[],
): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [join(projectFolder, 'tests/bench/instance.ts'), url, port, 'warn'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr.on('data', (text) => log.push(String(text)));
  const address = await new Promise<string>((done, failed) => {
    child.stdout.on('data', (text) => {
      for (const line of String(text).split('\n').filter(Boolean)) {
        if (line.startsWith('http')) done(line);
        else log.push(line);
      }
    });
    child.once('exit', (code) => failed(new Error(`an instance ended with ${code}`)));
  });
  return { child, address };
}

export async function openSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'officina-outage-'));
  chmodSync(folder, 0o755);
  const embedded = await startEmbedded(folder);
  const connection = connect(embedded.url, timezone, 2);
  await migrate(connection, timezone);
  await loadShipped(connection.db, civilClock(timezone)(), () => undefined);
  const { cookie } = await signIn(connection, { role: 'official', programme });
  await connection.pool.end();
  const log: string[] = [];
  let instance = await startInstance(embedded.url, '0', log);
  const { address } = instance;
  const reply = await fetch(`${address}/api/v1/programmes/${programme}/milestones?limit=200`);
  const { items } = (await reply.json()) as { items: { key: string; status: string }[] };
  const open = items.filter(({ status }) => status === 'on-track');
  const end = (signal: NodeJS.Signals) =>
    new Promise((done) => {
      instance.child.once('exit', done);
      instance.child.kill(signal);
    });
  return {
    embedded,
    address,
    cookie,
    milestones: open.map(({ key }) => key),
    log,
    kill: async () => {
      await end('SIGKILL');
      instance = await startInstance(embedded.url, new URL(address).port, log);
    },
    close: async () => {
      await end('SIGTERM');
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Sends a report with its own Idempotency-Key until it is answered. Returns the statuses on the way. */
async function report({ address, cookie }: Site, milestone: string, text: string, statuses: number[]): Promise<void> {
  const key = randomUUID();
  for (;;) {
    const sent = await fetch(`${address}/api/v1/programmes/${programme}/milestones/${milestone}/forecasts`, {
      method: 'POST',
      headers: { cookie, origin: address, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ note: { it: text } }),
      signal: AbortSignal.timeout(5000),
    }).catch(() => undefined);
    const reply = sent && { status: sent.status, body: await sent.text().catch(() => undefined) };
    if (reply) statuses.push(reply.status);
    // A reply that was cut off counts as none.
    if (reply?.body !== undefined && reply.status < 500) {
      if (reply.status >= 300) throw new Error(`${reply.status}: ${reply.body}`);
      return;
    }
    await pause(20);
  }
}

export interface Drilled {
  answered: number;
  lost: number;
  doubled: number;
  statuses: number[];
}

/** Writes with `writers` at once while `disturb` runs; compares what was answered with what is stored. */
export async function drill(site: Site, writers: number, disturb: () => Promise<void>): Promise<Drilled> {
  const texts: string[] = [];
  const statuses: number[] = [];
  let on = true;
  const write = async (at: number) => {
    while (on) {
      const text = `report ${randomUUID()}`;
      await report(site, site.milestones[at % site.milestones.length] ?? '', text, statuses);
      texts.push(text);
    }
  };
  const all = Promise.allSettled(Array.from({ length: writers }, (_, at) => write(at)));
  await disturb().finally(() => {
    on = false;
  });
  const refused = (await all).find((one) => one.status === 'rejected');
  if (refused) throw refused.reason;
  const client = new pg.Client({ connectionString: site.embedded.url });
  await client.connect();
  const { rows } = await client.query<{ text: string; n: number }>(
    `select note ->> 'it' as text, count(*)::int as n from forecast where note ->> 'it' like 'report %' group by 1`,
  );
  await client.end();
  const stored = new Map(rows.map(({ text, n }) => [text, n]));
  return {
    answered: texts.length,
    lost: texts.filter((text) => !stored.has(text)).length,
    doubled: rows.filter(({ n }) => n > 1).length,
    statuses: [...new Set(statuses)].sort(),
  };
}

/** Drops each connection to the database but one's own. */
export async function dropConnections({ embedded }: Site): Promise<void> {
  const client = new pg.Client({ connectionString: embedded.url });
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname is not null',
  );
  await client.end();
}

/** Kills the database server itself; what it left is found by whoever starts it again. */
export function killPostmaster({ embedded }: Site): void {
  process.kill(Number(readFileSync(join(embedded.folder, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
}

/** Milliseconds until the service is ready. */
export async function untilReady({ address }: Site): Promise<number> {
  const began = performance.now();
  for (;;) {
    const reply = await fetch(`${address}/api/v1/status`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    if (reply?.status === 200) return performance.now() - began;
    await pause(20);
  }
}
