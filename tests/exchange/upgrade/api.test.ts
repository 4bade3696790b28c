// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import { beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { usualFileKinds } from '../../../api/calls/drafting/fields.ts';
import { countedTo } from '../../../api/platform/history/contract.ts';
import { connect } from '../../../db/client.ts';
import { StartRefused } from '../../../db/config.ts';
import { migrate } from '../../../db/migrate.ts';
import { startOffice, type TestDatabase } from '../../harness/office.ts';
import { testTimezone } from '../../harness/postgres.ts';
import { type Release, readRelease, readTables, restore, rowsOf } from './release.ts';

/** What this release names otherwise than the recorded one: tables by their former name. */
const renamedTables: Record<string, string> = { 'access.plafond': 'access.first_come_fund' };
/** A reply of the recorded release as this release gives it. */
function replyNow(address: string, reply: unknown): unknown {
  const { run } = (reply ?? {}) as { run?: object | null };
  // A call says which kinds of file it takes.
  if (/\/calls\/[^/?]+\?/.test(address) && run)
    return { ...(reply as object), run: { ...run, fileKinds: usualFileKinds } };
  if (!/\/changes\?/.test(address)) return reply;
  // Changes are counted up to a limit.
  const { total } = reply as { total: number };
  return { ...(reply as object), total: Math.min(total, countedTo), totalIsExact: total <= countedTo };
}

const release = await readRelease('0.2.0');

async function admin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgres') });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** A database as the recorded release left it. */
async function openRelease({ migrations }: Release, most = 2): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await admin(`create database ${name}`);
  const url = inject('postgres').replace(/\/postgres$/, `/${name}`);
  const first = connect(url, testTimezone, 1);
  const steps = Object.fromEntries(
    migrations.map(([step, text]): [string, Migration] => [
      step,
      { up: async (db) => void (await sql.raw(text).execute(db)) },
    ]),
  );
  const tables = { migrationTableName: 'migration', migrationLockTableName: 'migration_lock' };
  const { error } = await new Migrator({
    db: first.db,
    provider: { getMigrations: async () => steps },
    ...tables,
  }).migrateToLatest();
  if (error) throw error;
  await restore(first.db, release);
  await first.pool.end();
  const connection = connect(url, testTimezone, most);
  const drop = async () => {
    await connection.pool.end();
    await admin(`drop database ${name} with (force)`);
  };
  return { ...connection, drop };
}

describe('a database of the previous release, upgraded', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openRelease(release);
    await migrate(database, testTimezone);
    return () => database.drop();
  });

  test('keeps every row of every table', async () => {
    const now = await readTables(database.db);
    const before = Object.keys(release.tables);
    expect(before.filter((name) => release.tables[name] === '[]')).toEqual([]);
    for (const name of before) {
      const rows = JSON.parse(release.tables[name] ?? '[]') as Record<string, unknown>[];
      const table = renamedTables[name] ?? name;
      expect(
        now.map((one) => one.table),
        name,
      ).toContain(table);
      const columns = Object.keys(rows[0] ?? {});
      const kept = JSON.parse(await rowsOf(database.db, { table, columns }));
      expect(kept, name).toEqual(rows);
    }
  });

  test('is refused by a program that does not know its last migration', async () => {
    await sql`insert into migration (name, timestamp) values ('9999_later', '2030-01-01')`.execute(database.db);
    onTestFinished(async () => {
      await sql`delete from migration where name = '9999_later'`.execute(database.db);
    });
    await expect(migrate(database, testTimezone)).rejects.toThrow(StartRefused);
    await expect(migrate(database, testTimezone)).rejects.toThrow('9999_later');
  });

  test('answers as of three earlier days as it did', async () => {
    const office = await startOffice(database);
    onTestFinished(() => office.stop());
    const addresses = Object.keys(release.replies);
    expect(new Set(addresses.map((address) => address.split('asOf=')[1])).size).toBe(3);
    const differing: string[] = [];
    for (const address of addresses) {
      const reply = await (await fetch(office.address + address)).json();
      try {
        expect(reply).toEqual(replyNow(address, release.replies[address]));
      } catch {
        differing.push(address);
      }
    }
    expect(differing).toEqual([]);
  });
});
