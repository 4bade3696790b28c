// SPDX-License-Identifier: AGPL-3.0-or-later
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type OfficinaDb } from '../client.ts';
import { startEmbedded } from '../embedded.ts';
import { migrate } from '../migrate.ts';
import { type Column, readCatalogue, type Table } from './catalogue.ts';

function typeOf(column: Column): string {
  if (column.choices) return column.choices.map((choice) => `'${choice}'`).join(' | ');
  const types = {
    text: 'string',
    key: 'string',
    date: 'string',
    bilingual: 'Bilingual',
    number: 'number',
    int: 'number',
    boolean: 'boolean',
    json: 'Record<string, unknown>',
    instant: 'Date',
    bytes: 'Buffer',
    words: 'string[]',
    other: 'string',
  };
  return types[column.type];
}

function member(column: Column): string {
  const type = column.nullable ? `${typeOf(column)} | null` : typeOf(column);
  return `  ${column.name}: ${column.fallback && !column.nullable ? `Generated<${type}>` : type};`;
}

const pascal = (name: string) => name.replace(/(^|[_.])([a-z])/g, (_, __, letter: string) => letter.toUpperCase());

function tableType(table: Table): string {
  return `export interface ${pascal(table.name)}Table {\n${table.columns.map(member).join('\n')}\n}`;
}

/** Generates Kysely's table types from the database catalogue. */
export async function schemaText(db: OfficinaDb): Promise<string> {
  const tables = (await readCatalogue(db)).filter((table) => !table.name.startsWith('migration'));
  return `${[
    '// SPDX-License-Identifier: AGPL-3.0-or-later',
    '// Written by `npm run schema` from the migrated database; not to be edited.',
    "import type { Generated } from 'kysely';",
    '',
    'export interface Bilingual {\n  it: string;\n  en?: string | undefined;\n}',
    '',
    tables.map(tableType).join('\n\n'),
    '',
    `export interface Database {\n${tables.map((table) => `  ${table.name.includes('.') ? `'${table.name}'` : table.name}: ${pascal(table.name)}Table;`).join('\n')}\n}`,
  ].join('\n')}\n`;
}

/** Runs on a temporary Postgres with all migrations. */
export async function withMigrated(act: (db: OfficinaDb) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'officina-schema-'));
  await chmod(folder, 0o755);
  const embedded = await startEmbedded(folder, ['fsync=off']);
  const { db, pool } = connect(embedded.url, 'UTC', 1);
  try {
    await migrate({ db, url: embedded.url }, 'UTC');
    await act(db);
  } finally {
    await pool.end();
    await embedded.stop();
    await rm(folder, { recursive: true });
  }
}
