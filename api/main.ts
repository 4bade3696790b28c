// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import { connect } from '../db/client.ts';
import { type Config, civilClock, projectFolder, readConfig, risksOf, StartRefused } from '../db/config.ts';
import { type Embedded, startEmbedded } from '../db/embedded.ts';
import type { Follow } from '../db/exchange/apply.ts';
import { loadShipped } from '../db/exchange/shipped.ts';
import { migrate } from '../db/migrate.ts';
import { hasAccounts } from '../db/people/accounts/reads.ts';
import { ensureBuilt, loadPage } from './http/page.ts';
import { newToken } from './http/session.ts';
import { followDeadlines } from './money/agreements/commands.ts';
import { inviteFirst } from './people/roles/commands.ts';
import { rehearse } from './rehearse.ts';
import { type Running, startServer } from './server.ts';

const say = (line: string) => console.log(line);

/** A migrated database; the embedded one also contains the shipped programmes. */
async function prepareDatabase(config: Config): Promise<{ url: string; embedded: Embedded | undefined }> {
  if (!config.databaseUrl) open.embedded = startEmbedded(config.dataFolder);
  const embedded = await open.embedded;
  const url = config.databaseUrl ?? embedded?.url ?? '';
  const { db, pool } = connect(url, config.timezone, 2);
  try {
    await migrate({ db, url }, config.timezone);
    const today = civilClock(config.timezone)();
    const follow: Follow = (writer, programmeId) => followDeadlines(writer, programmeId, today);
    if (embedded && (await loadShipped(db, today, say, follow))) await rehearse(db, today);
  } catch (error) {
    await pool.end();
    await embedded?.stop();
    const { code, message } = error as { code?: string; message: string };
    if (error instanceof StartRefused || !code) throw error;
    throw new StartRefused(`The database could not be used (${code}): ${message || new URL(url).host}`);
  }
  await pool.end();
  return { url, embedded };
}

/** While there is no account, prints a link that creates the first administrator; without mails, that of the outbox. */
async function firstLines({ connection, address }: Running, config: Config, outboxKey?: string): Promise<string[]> {
  const lines = risksOf(config).map((risk) => `Warning: ${risk}`);
  if (!(await hasAccounts(connection.db))) {
    const token = await inviteFirst(connection.db);
    const link = `${config.publicUrl ?? address}/it/invitation#${token}`;
    lines.push(`Nobody can sign in yet. The first official opens, once: ${link}`);
  }
  if (outboxKey !== undefined)
    lines.push(
      `No mail server is set up (OFFICINA_SMTP). Mails are shown to whoever has this link: ${address}/it/outbox#${outboxKey}`,
    );
  return lines;
}

async function start(config: Config): Promise<void> {
  const { version } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
  const { url, embedded } = await prepareDatabase(config);
  try {
    // In development the page comes from the Vite server.
    if (!config.development) await ensureBuilt(say);
    const outboxKey = embedded && !config.smtpUrl && !config.publicUrl ? newToken() : undefined;
    const running = await startServer({
      databaseUrl: url,
      timezone: config.timezone,
      port: config.port,
      host: config.host,
      today: civilClock(config.timezone),
      settings: { ...config, ...(outboxKey ? { outboxKey } : {}) },
      jobs: true,
      version,
      logger: pino({ level: 'warn' }),
      page: await loadPage(),
    });
    const first = await firstLines(running, config, outboxKey);
    say(`Officina ${version} is at ${running.address}`);
    first.forEach(say);
    say(embedded ? `Data in ${embedded.folder}. Stop with Ctrl-C.` : 'Stop with Ctrl-C.');
    open.running = running;
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** Resources to close; a signal stops the process in any phase of the start. */
const open: { running?: Running; embedded?: Promise<Embedded>; stopping?: boolean } = {};

function stopOnSignal({ underNpm }: Pick<Config, 'underNpm'>) {
  const stop = async () => {
    if (open.stopping) return;
    open.stopping = true;
    say('Stopping …');
    await open.running?.stop();
    // Waits for resources that are still starting, so that none is left running.
    const embedded = await open.embedded?.catch(() => undefined);
    await embedded?.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  // npm, stopped by a signal, ends the shell between but not this process: its parent changes then.
  const parent = process.ppid;
  if (underNpm)
    setInterval(() => {
      if (process.ppid !== parent) void stop();
    }, 250).unref();
}

try {
  const config = readConfig();
  stopOnSignal(config);
  await start(config);
} catch (error) {
  // A start interrupted by the stop fails; the stop itself ends the process.
  if (!open.stopping) {
    console.error(error instanceof StartRefused ? error.message : error);
    process.exit(1);
  }
}
