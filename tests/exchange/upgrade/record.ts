// SPDX-License-Identifier: AGPL-3.0-or-later
// node tests/exchange/upgrade/record.ts: keeps this release's database as data, for the upgrade test of the next release.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { subDays } from 'date-fns/subDays';
import { sql } from 'kysely';
import pino from 'pino';
import { rehearse } from '../../../api/rehearse.ts';
import { startServer } from '../../../api/server.ts';
import { type Connection, connect } from '../../../db/client.ts';
import { civilClock, projectFolder, readConfig } from '../../../db/config.ts';
import { startEmbedded } from '../../../db/embedded.ts';
import { loadShipped, sampleKey } from '../../../db/exchange/shipped.ts';
import { migrate } from '../../../db/migrate.ts';
import { readOpenApi } from '../../harness/ask.ts';
import { addressesOf, type Paths, publicReads, readTables, rowsOf, writeRelease } from './release.ts';

const timezone = 'Europe/Rome';
const today = civilClock(timezone);
const daysBefore = [30, 200, 500];
const programmes = [sampleKey, 'manifattura-milano'];
const migrationFolder = join(projectFolder, 'db', 'migrations');

async function readMigrations(): Promise<[string, string][]> {
  const names = (await readdir(migrationFolder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(
      async (name): Promise<[string, string]> => [
        name.replace('.sql', ''),
        await readFile(join(migrationFolder, name), 'utf8'),
      ],
    ),
  );
}

/** Public replies of every read as of three earlier days. */
async function readReplies({ db, url }: Connection, folder: string): Promise<Record<string, unknown>> {
  const settings = readConfig({ OFFICINA_DATA: folder });
  const logger = pino({ level: 'error' });
  const at = { databaseUrl: url, timezone, port: 0, today, settings, version: 'recorded', logger };
  const office = await startServer({ ...at, page: async () => false });
  const { paths } = await readOpenApi<{ paths: Paths }>(office.address);
  const replies: Record<string, unknown> = {};
  for (const programme of programmes)
    for (const days of daysBefore) {
      const day = subDays(today(), days).toISOString().slice(0, 10);
      for (const address of await addressesOf(db, publicReads(paths), { programme, day })) {
        const reply = await fetch(office.address + address);
        if (reply.ok) replies[address] = await reply.json();
      }
    }
  await office.stop();
  return replies;
}

const folder = await mkdtemp(join(tmpdir(), 'officina-record-'));
const embedded = await startEmbedded(folder, ['fsync=off']);
const connection = connect(embedded.url, timezone, 1);
const { db } = connection;
await migrate(connection, timezone);
await loadShipped(db, today(), console.log);
await rehearse(db, today());
await sql.raw(await readFile(join(projectFolder, 'tests', 'exchange', 'upgrade', 'fill.sql'), 'utf8')).execute(db);
const tables: Record<string, string> = {};
for (const table of await readTables(db)) tables[table.table] = await rowsOf(db, table);
const { version } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8')) as { version: string };
const replies = await readReplies(connection, folder);
await writeRelease({ version, today: today(), migrations: await readMigrations(), tables, replies });
console.log(
  `${Object.keys(replies).length} replies; empty: ${Object.keys(tables).filter((name) => tables[name] === '[]')}`,
);
await connection.pool.end();
await embedded.stop();
await rm(folder, { recursive: true });
