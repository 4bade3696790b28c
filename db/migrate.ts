// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { OfficinaDb } from './client.ts';
import { projectFolder } from './config.ts';

const folder = join(projectFolder, 'db', 'migrations');

async function getMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const entries = names.map(async (name) => {
    const text = await readFile(join(folder, name), 'utf8');
    return [name.replace('.sql', ''), { up: async (db) => void (await sql.raw(text).execute(db)) }] as [
      string,
      Migration,
    ];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Brings the schema up to date and writes down where a day begins; two instances that start together wait for each other. Returns what was applied. */
export async function migrate(db: OfficinaDb, timezone: string): Promise<string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  await db.updateTable('setting').set({ timezone }).where('timezone', '!=', timezone).execute();
  return (results ?? []).map((result) => result.migrationName);
}
