// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { appRole, type Connection, type OfficinaDb } from './client.ts';
import { projectFolder, StartRefused } from './config.ts';
import { quietly } from './jobs.ts';

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

/**
 * Grants of the serving role: read and write, but neither change nor empty the log, and use queues only through their
 * functions. A user who may not create roles serves as themselves and revokes their own right to change the log.
 */
const privileges = `do $$
declare
  who text := '${appRole}';
begin
  begin
    if to_regrole(who) is null then execute format('create role %I nologin', who); end if;
    if not pg_has_role(current_user, who, 'member') then execute format('grant %I to current_user', who); end if;
  exception when duplicate_object or unique_violation then null;
    when insufficient_privilege then who := current_user;
  end;
  if who = current_user then
    revoke update, delete, truncate on change from current_user;
    return;
  end if;
  execute format('grant usage on schema public, past, access to %I', who);
  execute format('grant select, insert, update, delete on all tables in schema public, access to %I', who);
  execute format('grant select on all tables in schema past to %I', who);
  execute format('grant usage on all sequences in schema public, access to %I', who);
  execute format('revoke insert, update, delete, truncate on change, revision, setting, renamed, migration, migration_lock from %I', who);
end $$`;

/** Oldest Postgres whose features the migrations use. */
export const oldestMajor = 15;

/** Refuses a Postgres that is too old, and a database that a newer Officina has migrated. */
async function refuseUnfit(db: OfficinaDb, known: string[]): Promise<void> {
  const { rows } = await sql<{ version: string; major: number; migrated: boolean }>`
    select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major,
      to_regclass('public.migration') is not null as migrated`.execute(db);
  const [{ version, major, migrated } = { version: '', major: oldestMajor, migrated: false }] = rows;
  if (major < oldestMajor)
    throw new StartRefused(`Postgres ${oldestMajor} or later is needed; the database runs on ${version}.`);
  if (!migrated) return;
  const applied = await sql<{ name: string }>`select name from migration order by name`.execute(db);
  const newer = applied.rows.map(({ name }) => name).find((name) => !known.includes(name));
  if (newer)
    throw new StartRefused(`The database was made by a newer Officina (it has ${newer}); start that version instead.`);
}

/**
 * Applies pending migrations and stores the time zone. Concurrent starts wait for each other. Returns the applied
 * migrations.
 */
export async function migrate({ db, url }: Pick<Connection, 'db' | 'url'>, timezone: string): Promise<string[]> {
  await refuseUnfit(db, Object.keys(await getMigrations()));
  const migrator = new Migrator({
    db,
    provider: { getMigrations },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  await runMigrations({ connectionString: url, logger: quietly });
  await db.updateTable('setting').set({ timezone }).where('timezone', '!=', timezone).execute();
  await sql.raw(privileges).execute(db);
  return (results ?? []).map((result) => result.migrationName);
}
