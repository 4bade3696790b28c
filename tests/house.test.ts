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
  [...read(file).matchAll(/(?:\bfrom\s+|(?<![-\w])import\s*\(?\s*)'([^']+)'/g)]
    .map((match) => match[1] ?? '')
    .map((to) => (to.startsWith('.') ? normalize(join(dirname(file), to)) : to));
const wingOf = (file: string) => file.split('/')[0] ?? '';

/** Allowed imports: the same district or one above it. */
const districts = ['platform', 'people', 'city', 'plan', 'labs', 'spaces', 'calls', 'money', 'board', 'overview'];
/** Shared ground: every district may import it, it imports no district. */
const ground: Record<string, string[]> = { api: ['http'], web: ['ui', 'charts', 'i18n', 'theme'], db: [], tests: [] };
/** Modules that use the rooms from outside; also not part of a district. */
const around: Record<string, string[]> = {
  api: [],
  web: [],
  db: ['exchange', 'migrations', 'programmes'],
  tests: ['harness', 'bench', 'start', 'http', 'ui', 'i18n', 'exchange'],
};
const folderOf = (file: string) => (file.split('/').length > 2 ? (file.split('/')[1] ?? '') : undefined);
const districtOf = (file: string) => districts.find((one) => one === folderOf(file));
const roomOf = (file: string) => (districtOf(file) ? file.split('/').slice(0, 3).join('/') : undefined);
const arrows = code.flatMap((file) =>
  importsOf(file)
    .filter((to) => code.includes(to))
    .map((to) => ({ file, to })),
);
const within = arrows.filter(({ file, to }) => wingOf(file) === wingOf(to) && wingOf(file) !== 'tests');

/** Strongly connected components of a graph. */
function circlesIn(edges: readonly (readonly [from: string, to: string])[]): string[] {
  const next = Map.groupBy(edges, ([from]) => from);
  const reach = (from: string) => {
    const reached = new Set<string>();
    const open = [from];
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const [, to] of next.get(at) ?? [])
        if (!reached.has(to)) {
          reached.add(to);
          open.push(to);
        }
    return reached;
  };
  return [...next.keys()].filter((node) => reach(node).has(node));
}
const circlesBetween = (partOf: (file: string) => string | undefined, some = within) =>
  circlesIn(
    some.flatMap(({ file, to }) => {
      const [from, target] = [partOf(file), partOf(to)];
      return from && target && from !== target ? [[from, target] as const] : [];
    }),
  );

describe('the code base', () => {
  test('has a licence header in every source file', () => {
    expect(
      sources.filter((file) => !read(file).slice(0, 200).includes('SPDX-License-Identifier: AGPL-3.0-or-later')),
    ).toEqual([]);
  });

  test('keeps files short, styles and SQL too: 250 lines, tests 400', () => {
    const limit = (file: string) => (file.startsWith('tests/') ? 400 : 250);
    const written = sources.filter((file) => file !== 'db/schema.ts');
    expect(written.filter((file) => read(file).split('\n').length > limit(file) + 1)).toEqual([]);
  });

  test('has the same ten districts in api, db and web, and only shared code beside them', () => {
    const known = (wing: string) => [...districts, ...(ground[wing] ?? []), ...(around[wing] ?? [])];
    const folders = new Set(
      files.flatMap((file) => (folderOf(file) === undefined ? [] : [file.split('/').slice(0, 2).join('/')])),
    );
    expect([...folders].filter((path) => !known(wingOf(path)).includes(path.split('/')[1] ?? ''))).toEqual([]);
  });

  test('imports one way: web → contracts (as types), fields and rules of api; api → db; db → nothing', () => {
    const allowed: Record<string, (to: string) => boolean> = {
      tests: () => true,
      web: (to) => wingOf(to) === 'api' && /[/.](contract|fields|rules)\.ts$/.test(to),
      api: (to) => wingOf(to) === 'db',
      db: () => false,
    };
    const wrong = arrows.filter(
      ({ file, to }) => wingOf(to) !== wingOf(file) && allowed[wingOf(file)] && !allowed[wingOf(file)]?.(to),
    );
    expect(wrong).toEqual([]);
  });

  test('lets districts import only from the same district or one above it', () => {
    const rank = (file: string) => districts.indexOf(districtOf(file) ?? '');
    const wrong = within.filter(({ file, to }) => districtOf(file) && rank(to) > rank(file));
    expect(wrong).toEqual([]);
  });

  test('has no imports from shared code to districts', () => {
    const wrong = within.filter(
      ({ file, to }) => ground[wingOf(file)]?.includes(folderOf(file) ?? '') && districtOf(to) !== undefined,
    );
    expect(wrong).toEqual([]);
  });

  test('shares commands, routes and writes only within a district; across districts they are passed in', () => {
    const wrong = within.filter(
      ({ file, to }) =>
        districtOf(file) && districtOf(file) !== districtOf(to) && /[/.](commands|routes|writes)\.ts$/.test(to),
    );
    expect(wrong).toEqual([]);
  });

  test('imports in contracts, fields and rules only zod, date-fns and each other; no zod in fields and rules', () => {
    const pure = code.filter((file) => /^api\/.*[/.](contract|fields|rules)\.ts$/.test(file));
    const wrong = pure.flatMap((file) =>
      importsOf(file)
        .filter((to) => {
          if (to === 'zod') return /[/.](fields|rules)\.ts$/.test(file);
          return !/^date-fns\/\w+$|[/.](contract|fields|rules)\.ts$/.test(to);
        })
        .map((to) => `${file} → ${to}`),
    );
    expect(pure.length).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });

  test('ships no schema to the browser: the page imports contracts as types', () => {
    const wrong = code.filter(
      (file) => file.startsWith('web/') && /import (?!type )[^;]*contract\.ts'/.test(read(file)),
    );
    expect(wrong).toEqual([]);
  });

  test('accesses the database only in db/', () => {
    const wrong = code.filter(
      (file) => !/^(db|tests)\//.test(file) && importsOf(file).some((to) => /^(pg|kysely)(\/|$)/.test(to)),
    );
    expect(wrong).toEqual([]);
  });

  test('has no import cycles between files', () => {
    expect(circlesIn(arrows.map(({ file, to }) => [file, to] as const))).toEqual([]);
  });

  test('has no import cycles between districts, nor between rooms of api and db', () => {
    expect(circlesBetween((file) => districtOf(file) && `${wingOf(file)}/${districtOf(file)}`)).toEqual([]);
    // In web, rooms of one district may import each other.
    const below = within.filter(({ file }) => wingOf(file) !== 'web');
    expect(circlesBetween(roomOf, below)).toEqual([]);
  });

  test('names room files from a closed vocabulary; a growing file is split by action', () => {
    const act = '([a-z][a-z-]*\\.)?';
    const vocabulary: Record<string, RegExp> = {
      api: new RegExp(`^${act}(contract|fields|rules|views|commands|routes)\\.ts$`),
      web: new RegExp(`^(${act}queries\\.ts|[A-Z][A-Za-z]*\\.tsx)$`),
      db: new RegExp(`^${act}(reads|writes)\\.ts$`),
      tests: new RegExp(`^${act}(rules|api|browser|component)\\.test\\.tsx?$`),
    };
    const wrong = files.filter((file) => {
      const [wing = '', , , ...rest] = file.split('/');
      return districtOf(file) !== undefined && !vocabulary[wing]?.test(rest.join('/'));
    });
    expect(wrong).toEqual([]);
  });

  test('has only data in the shipped programmes', () => {
    const shipped = files.filter((file) => file.startsWith('db/programmes/'));
    expect(shipped.filter((file) => !/^db\/programmes\/[^/]+\/[^/]+\.(csv|json|md)$/.test(file))).toEqual([]);
  });

  test('has no catch-all folders', () => {
    expect(
      files.filter((file) => /^(utils?|helpers?|manager|index|misc|common)\.(ts|tsx)$/i.test(basename(file))),
    ).toEqual([]);
    expect(existsSync(join(projectFolder, 'src'))).toBe(false);
  });

  test('has no skipped test and no suppressed rule without a reason', () => {
    const mark = /\b(test|it|describe)\.(only|skip|todo)\(|@ts-(ignore|expect-error|nocheck)/;
    expect(code.filter((file) => file !== 'tests/house.test.ts' && mark.test(read(file)))).toEqual([]);
  });

  test('has no import with an extension that Node would have to compile', () => {
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
      "select tgrelid::regclass::text as name from pg_trigger join pg_proc p on p.oid = tgfoid where p.pronamespace = 'history'::regnamespace and proname like 'keep\\_%' and tgname = 'zz_change' and tgenabled = 'O'",
    );
    expect(tables.map((table) => table.name).filter((name) => !recorded.includes(name))).toEqual([]);
  });

  test('cannot be truncated', async () => {
    const guarded = await named("select tgrelid::regclass::text as name from pg_trigger where tgname = 'no_truncate'");
    expect(tables.map((table) => table.name).filter((name) => !guarded.includes(name))).toEqual([]);
  });

  test('has a view in schema past with the same columns', async () => {
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

  test('matches db/schema.ts after the migrations', async () => {
    expect(read('db/schema.ts')).toBe(await schemaText(database.db));
  });
});
