// SPDX-License-Identifier: AGPL-3.0-or-later
// Runs one API instance on an existing database in its own process:
// node instance.ts <database address> [port] [log level].
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { startServer } from '../../api/server.ts';
import { civilClock, readConfig } from '../../db/config.ts';

const timezone = 'Europe/Rome';
const { address } = await startServer({
  databaseUrl: process.argv[2] ?? '',
  timezone,
  port: Number(process.argv[3] ?? 0),
  today: civilClock(timezone),
  settings: readConfig({ OFFICINA_DATA: join(tmpdir(), `officina-rush-${process.pid}`) }),
  version: 'rush',
  logger: pino({ level: process.argv[4] ?? 'silent' }),
  page: async () => false,
});
process.stdout.write(`${address}\n`);
