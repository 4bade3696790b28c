// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { inject } from 'vitest';
import { loadPage } from '../../api/http/page.ts';
import type { OfficeSettings } from '../../api/http/session.ts';
import { type Running, startServer } from '../../api/server.ts';
import { type Connection, connect } from '../../db/client.ts';
import { civilClock, readConfig } from '../../db/config.ts';
import { testTimezone } from './postgres.ts';

export const today = civilClock(testTimezone);

export interface TestDatabase extends Connection {
  drop: () => Promise<void>;
}

/** A database for one test file, cloned from `empty` (migrated) or `loaded` (with shipped data). */
export async function openDatabase(template: 'empty' | 'loaded'): Promise<TestDatabase> {
  const server = inject('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await admin(`create database ${name} template ${template}`);
  const connection = connect(server.replace(/\/postgres$/, `/${name}`), testTimezone, 4);
  const drop = async () => {
    await connection.pool.end();
    await admin(`drop database ${name} with (force)`);
  };
  return { ...connection, drop };
}

/** A complete Officina on a test database, on a free port. */
export async function startOffice(
  database: TestDatabase,
  withPage = false,
  settings: Partial<OfficeSettings> = {},
  jobs = false,
): Promise<Running> {
  return startServer({
    settings: { ...readConfig({ OFFICINA_DATA: join(tmpdir(), `officina-${randomUUID()}`) }), ...settings },
    jobs,
    databaseUrl: database.url,
    timezone: testTimezone,
    port: 0,
    today,
    version: 'test',
    strict: true,
    // Unexpected errors are product bugs: log them in the test output.
    logger: pino({ level: 'error' }),
    page: withPage ? await loadPage() : async () => false,
  });
}
