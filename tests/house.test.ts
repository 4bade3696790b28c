// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, normalize } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../db/config.ts';
import { domainTables, readCatalogue, type Table } from '../db/exchange/catalogue.ts';
import { schemaText } from '../db/exchange/schema.ts';
import { withDatabase } from './harness/opened.ts';

const wings = ['api', 'web', 'db', 'tests'];
const filesBelow = (folder: string): string[] =>
  readdirSync(join(projectFolder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(projectFolder.length + 1));
const files = [...wings.flatMap(filesBelow), 'vite.config.ts', 'vitest.config.ts'];
const sources = files.filter((file) => /\.(ts|tsx|scss|sql)$/.test(file));
const code = sources.filter((file) => /\.(ts|tsx)$/.test(file) && file !== 'db/schema.ts');
const read = (file: string) => readFileSync(join(projectFolder, file), 'utf8');
const importsOf = (file: string) =>
  [...read(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)]
    .map((match) => match[1] ?? '')
    .map((to) => (to.startsWith('.') ? normalize(join(dirname(file), to)) : to));
const wingOf = (file: string) => file.split('/')[0] ?? '';
const roomOf = (file: string) => (file.split('/').length > 2 ? file.split('/')[1] : undefined);

describe('the house', () => {
  test('begins every source file with its licence', () => {
    expect(
      sources.filter((file) => !read(file).slice(0, 200).includes('SPDX-License-Identifier: AGPL-3.0-or-later')),
    ).toEqual([]);
  });

  test('keeps files short, styles and SQL too: 250 lines, tests 400', () => {
    const limit = (file: string) => (file.startsWith('tests/') ? 400 : 250);
    const written = sources.filter((file) => file !== 'db/schema.ts');
    expect(written.filter((file) => read(file).split('\n').length > limit(file) + 1)).toEqual([]);
  });

  test('lets the wings point one way: web → api contracts and rules, api → db, db → nothing above it', () => {
    const wrong = code.flatMap((file) =>
      importsOf(file)
        .filter((to) => wings.includes(wingOf(to)) && wingOf(to) !== wingOf(file))
        .filter((to) => {
          const wing = wingOf(file);
          if (wing === 'tests') return false;
          if (wing === 'web') return !(wingOf(to) === 'api' && /\/(contract|rules)\.ts$/.test(to));
          return !(wing === 'api' && wingOf(to) === 'db');
        })
        .map((to) => `${file} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test("keeps a room's commands and routes to itself", () => {
    const wrong = code.flatMap((file) =>
      importsOf(file)
        .filter(
          (to) =>
            wingOf(to) === wingOf(file) &&
            roomOf(to) &&
            roomOf(to) !== roomOf(file) &&
            /\/(commands|routes|writes)\.ts$/.test(to),
        )
        // The files at the top of a wing put the rooms together.
        .filter(() => roomOf(file) !== undefined && !file.startsWith('tests/'))
        .map((to) => `${file} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('lets a contract and its rules import only zod, date-fns and each other', () => {
    const pure = code.filter((file) => /^api\/.*(contract|rules)\.ts$/.test(file));
    const wrong = pure.flatMap((file) =>
      importsOf(file)
        .filter((to) => !/^(zod|date-fns)$|\/(contract|rules)\.ts$|^api\/contract\.ts$/.test(to))
        .map((to) => `${file} → ${to}`),
    );
    expect(pure.length).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });

  test('lets no schema reach the browser: the page imports contracts as types', () => {
    const wrong = code.filter(
      (file) => file.startsWith('web/') && /import (?!type )[^;]*contract\.ts'/.test(read(file)),
    );
    expect(wrong).toEqual([]);
  });

  test('speaks to the database in db/ only', () => {
    const wrong = code.filter(
      (file) => !/^(db|tests)\//.test(file) && importsOf(file).some((to) => /^(pg|kysely)(\/|$)/.test(to)),
    );
    expect(wrong).toEqual([]);
  });

  test('has no import circle', () => {
    const graph = new Map(code.map((file) => [file, importsOf(file).filter((to) => code.includes(to))]));
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, path: string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const to of graph.get(file) ?? []) walk(to, [...path, file]);
      done.add(file);
    };
    for (const file of graph.keys()) walk(file, []);
    expect(circles).toEqual([]);
  });

  test('names the files of rooms from a closed vocabulary', () => {
    const vocabulary: Record<string, RegExp> = {
      api: /^(contract|rules|views|commands|routes)\.ts$/,
      web: /^(queries\.ts|[A-Z][A-Za-z]*\.tsx)$/,
      db: /^(reads|writes)\.ts$/,
      tests: /^(rules|api|browser)\.test\.ts$/,
    };
    const shared: Record<string, string[]> = {
      api: ['http'],
      web: ['ui', 'charts', 'i18n', 'theme'],
      db: ['migrations', 'exchange'],
      tests: ['harness', 'bench'],
    };
    const wrong = files.filter((file) => {
      const [wing = '', room = '', ...rest] = file.split('/');
      if (!vocabulary[wing] || rest.length === 0 || shared[wing]?.includes(room)) return false;
      if (wing === 'db' && room === 'programmes' && rest.length === 2) return !/\.(csv|json|md)$/.test(file);
      return !vocabulary[wing].test(rest.join('/'));
    });
    expect(wrong).toEqual([]);
  });

  test('has no drawer for everything', () => {
    expect(
      files.filter((file) => /^(utils?|helpers?|manager|index|misc|common)\.(ts|tsx)$/i.test(basename(file))),
    ).toEqual([]);
    expect(existsSync(join(projectFolder, 'src'))).toBe(false);
  });

  test('leaves no test switched off and no rule silenced without a reason', () => {
    const mark = /\b(test|it|describe)\.(only|skip|todo)\(|@ts-(ignore|expect-error|nocheck)/;
    expect(code.filter((file) => file !== 'tests/house.test.ts' && mark.test(read(file)))).toEqual([]);
  });

  test('names no extension that Node would have to compile', () => {
    const output = execFileSync(process.execPath, ['--check', 'api/main.ts'], { cwd: projectFolder, encoding: 'utf8' });
    expect(output).toBe('');
    expect(code.filter((file) => !file.startsWith('web/') && extname(file) === '.tsx')).toEqual([]);
  });
});

describe('every domain table', () => {
  const database = withDatabase('empty');
  let tables: Table[];
  beforeAll(async () => {
    tables = domainTables(await readCatalogue(database.db));
  });
  const named = async (query: string) =>
    (await sql.raw<{ name: string }>(query).execute(database.db)).rows.map((row) => row.name);

  test('is found in the catalogue', () => {
    expect(tables.map((table) => table.name)).toContain('promise');
    expect(tables.length).toBeGreaterThanOrEqual(21);
  });

  test('carries programme_id and key', () => {
    const without = tables.filter(
      (table) => !['programme_id', 'key'].every((name) => table.columns.some((column) => column.name === name)),
    );
    expect(without).toEqual([]);
  });

  test('has the trigger that records its changes', async () => {
    const recorded = await named(
      "select tgrelid::regclass::text as name from pg_trigger join pg_proc p on p.oid = tgfoid where proname = 'record_change' and tgenabled = 'O'",
    );
    expect(tables.map((table) => table.name).filter((name) => !recorded.includes(name))).toEqual([]);
  });

  test('cannot be emptied in one stroke', async () => {
    const guarded = await named("select tgrelid::regclass::text as name from pg_trigger where tgname = 'no_truncate'");
    expect(tables.map((table) => table.name).filter((name) => !guarded.includes(name))).toEqual([]);
  });

  test('has a view in past with the same columns', async () => {
    const columns = async (schema: string) =>
      named(`select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = '${schema}'::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped order by 1`);
    const present = (await columns('public')).filter((name) =>
      tables.some((table) => name.startsWith(`${table.name}.`)),
    );
    expect(await columns('past')).toEqual(present);
  });

  test('names a source', () => {
    const without = tables.filter(
      (table) => table.name !== 'source' && !table.columns.some((column) => column.name === 'source'),
    );
    expect(without).toEqual([]);
  });

  test('stands in db/schema.ts as the migrations made it', async () => {
    expect(read('db/schema.ts')).toBe(await schemaText(database.db));
  });
});
