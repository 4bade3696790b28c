// SPDX-License-Identifier: AGPL-3.0-or-later
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { ensureBuilt } from '../../api/http/page.ts';
import { rehearse } from '../../api/rehearse.ts';
import { connect } from '../../db/client.ts';
import { civilClock } from '../../db/config.ts';
import { startEmbedded } from '../../db/embedded.ts';
import { loadShipped } from '../../db/exchange/shipped.ts';
import { migrate } from '../../db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string;
  }
}

export const testTimezone = 'Europe/Rome';

/**
 * Builds the page and starts one Postgres, or uses the one at TEST_POSTGRES, with two template databases: `empty` is migrated, `loaded` has the data.
 */
export async function setup(project: TestProject) {
  await ensureBuilt(console.log);
  const folder = mkdtempSync(join(tmpdir(), 'officina-test-'));
  // Readable by the Postgres user when the tests run as root.
  chmodSync(folder, 0o755);
  const settings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200'];
  const given = process.env.TEST_POSTGRES;
  const server = given ? { url: given, stop: async () => undefined } : await startEmbedded(folder, settings);
  const url = (database: string) => server.url.replace(/\/\w+$/, `/${database}`);
  const admin = new pg.Client({ connectionString: url('postgres') });
  await admin.connect();
  await admin.query('create database empty');
  const empty = connect(url('empty'), testTimezone, 2);
  await migrate(empty, testTimezone);
  await empty.pool.end();
  await admin.query('create database loaded template empty');
  const loaded = connect(url('loaded'), testTimezone, 2);
  const today = civilClock(testTimezone)();
  await loadShipped(loaded.db, today, () => undefined);
  await rehearse(loaded.db, today);
  await loaded.pool.end();
  await admin.end();
  project.provide('postgres', url('postgres'));
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
