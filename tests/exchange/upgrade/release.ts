// SPDX-License-Identifier: AGPL-3.0-or-later
// A release's database, kept as data, so that the next release can be upgraded from it.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type QueryExecutorProvider, sql } from 'kysely';
import { projectFolder } from '../../../db/config.ts';

export interface Release {
  version: string;
  /** Day on which the database was recorded; later as-of days do not exist in it. */
  today: string;
  /** Migrations in their order: name and SQL text. */
  migrations: [string, string][];
  /** Rows of each table as JSON text, by qualified name. */
  tables: Record<string, string>;
  /** Public replies as of earlier days, by address. */
  replies: Record<string, unknown>;
}

const fileOf = (version: string) => join(projectFolder, 'tests', 'exchange', 'upgrade', `${version}.json.gz`);

export const readRelease = async (version: string): Promise<Release> =>
  JSON.parse(gunzipSync(await readFile(fileOf(version))).toString());

export const writeRelease = (release: Release): Promise<void> =>
  writeFile(fileOf(release.version), gzipSync(JSON.stringify(release), { level: 9 }));

/** Tables of the program's own schemas with their stored columns; generated columns follow from these. */
export async function readTables(db: QueryExecutorProvider): Promise<{ table: string; columns: string[] }[]> {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select c.relnamespace::regnamespace || '.' || quote_ident(c.relname) as table,
      array_agg(quote_ident(a.attname) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace in ('public'::regnamespace, 'access'::regnamespace) and c.relkind = 'r'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname not like 'migration%'
    group by 1 order by 1`.execute(db);
  return rows;
}

/** Rows of a table as JSON text, in a fixed order. */
export async function rowsOf(
  db: QueryExecutorProvider,
  { table, columns }: { table: string; columns: string[] },
): Promise<string> {
  const { rows } = await sql<{ all: string }>`
    select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]')::text as all
    from (select ${sql.raw(columns.join(', '))} from ${sql.raw(table)}) t`.execute(db);
  return rows[0]?.all ?? '[]';
}

/** Writes the rows back, without triggers and constraints: they were checked when first written. */
export async function restore(db: QueryExecutorProvider, release: Release): Promise<void> {
  const tables = await readTables(db);
  await sql`set session_replication_role = replica`.execute(db);
  await sql`truncate ${sql.raw(tables.map(({ table }) => table).join(', '))}`.execute(db);
  for (const { table, columns } of tables) {
    const names = sql.raw(columns.join(', '));
    await sql`insert into ${sql.raw(table)} (${names}) overriding system value
      select ${names} from jsonb_populate_recordset(null::${sql.raw(table)}, ${release.tables[table]}::jsonb)`.execute(
      db,
    );
  }
  await sql`set session_replication_role = origin`.execute(db);
}

export interface Operation {
  'x-officina-may': string;
  parameters?: { name: string; in: string; required?: boolean }[];
  responses: Record<string, { content?: Record<string, unknown> }>;
}
/** Operations of an OpenAPI document, by path and method. */
export type Paths = Record<string, { get?: Operation }>;

/** Paths of a programme's public JSON reads as of a day, of lists and of one item. */
export const publicReads = (paths: Paths): string[] =>
  Object.entries(paths).flatMap(([path, { get }]) => {
    const asOf = get?.parameters?.some(({ name }) => name === 'asOf');
    const needs = get?.parameters?.filter(({ required, name }) => required && name !== 'programme') ?? [];
    const json = get?.responses['200']?.content?.['application/json'];
    const read = get?.['x-officina-may'] === 'anyone' && asOf && json && needs.length < 2;
    return read && needs.every((one) => one.in === 'path') ? [path] : [];
  });

/** Addresses of every public read of a programme's items as of a day: lists, and a few items of each kind. */
export async function addressesOf(
  db: QueryExecutorProvider,
  paths: string[],
  { programme, day }: { programme: string; day: string },
): Promise<string[]> {
  const all: string[] = [];
  for (const path of paths) {
    const [, param] = /\{(\w+)\}/.exec(path.replace('{programme}', programme)) ?? [];
    const keys = param ? await someKeys(db, programme, param) : [''];
    for (const key of keys)
      all.push(`${path.replace('{programme}', programme).replace(`{${param}}`, key)}?asOf=${day}`);
  }
  return all;
}

/** The items of a table that changed most often. */
async function someKeys(db: QueryExecutorProvider, programme: string, table: string): Promise<string[]> {
  const { rows } = await sql<{ item: string }>`
    select c.item from change c join programme p using (programme_id)
    where p.key = ${programme} and c.table_name = ${table}
    group by c.item order by count(*) desc, c.item limit 3`.execute(db);
  return rows.map(({ item }) => item);
}
