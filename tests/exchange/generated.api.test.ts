// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { generatedFiles } from '../../api/schema.ts';
import { projectFolder } from '../../db/config.ts';
import { readPackage, type TextPackage } from '../../db/exchange/package.ts';
import { shippedPackages } from '../../db/exchange/shipped.ts';
import { withDatabase } from '../harness/opened.ts';

interface Field {
  name: string;
  type: string;
  title?: string;
  constraints?: {
    required?: boolean;
    enum?: string[];
    minimum?: number;
    maximum?: number;
    pattern?: string;
    maxLength?: number;
  };
}
interface Resource {
  name: string;
  path: string;
  dialect: unknown;
  schema: {
    fields: Field[];
    primaryKey: string[];
    uniqueKeys?: string[][];
    foreignKeys?: { fields: [string]; reference: { resource?: string; fields: [string] } }[];
  };
}
interface Descriptor {
  title: string;
  sources: unknown[];
  licenses: unknown[];
  officina: { knownOn: string };
  resources: Resource[];
}

const database = withDatabase('empty');
const packages: { name: string; descriptor: Descriptor; text: TextPackage }[] = [];
beforeAll(async () => {
  for (const folder of await shippedPackages())
    packages.push({
      name: relative(join(projectFolder, 'db', 'programmes'), folder),
      descriptor: JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')),
      text: await readPackage(folder),
    });
});

test('what `npm run schema` writes is current', async () => {
  const stale = [...(await generatedFiles(database.db))].filter(([path, text]) => readFileSync(path, 'utf8') !== text);
  expect(stale.map(([path]) => relative(projectFolder, path))).toEqual([]);
});

const forms: Record<string, RegExp> = {
  string: /^.*$/s,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/,
  boolean: /^(true|false)$/,
  array: /^\[.*\]$/s,
  object: /^\{.*\}$/s,
  geojson: /^\{.*\}$/s,
};

function faultOf({ type, constraints = {} }: Field, cell: string): string | null {
  const { required, enum: choices, minimum, maximum, pattern, maxLength } = constraints;
  if (cell === '') return required ? 'is empty' : null;
  if (!forms[type]?.test(cell)) return `is no ${type}`;
  if (choices && !choices.includes(cell)) return 'is none of its choices';
  if (minimum !== undefined && Number(cell) < minimum) return 'is too small';
  if (maximum !== undefined && Number(cell) > maximum) return 'is too large';
  if (maxLength !== undefined && cell.length > maxLength) return 'is too long';
  return pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(cell) ? 'does not match its pattern' : null;
}

/** The reader of JSON schemas takes `properties` only of what is said to be an object. */
function typed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(typed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const of = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, typed(value)]));
  return 'properties' in of && !('type' in of) ? { type: 'object', ...of } : of;
}

describe('each shipped package', () => {
  test('keeps its own words', () => {
    expect(packages.map(({ name }) => name)).toEqual(['manifattura-milano', 'mics', 'mtc-torino']);
    for (const { descriptor } of packages) {
      const { title, sources, licenses, officina } = descriptor;
      expect([title, sources, licenses, officina.knownOn].every(Boolean)).toBe(true);
    }
  });

  test('describes every column of its files, with a title', () => {
    const wrong = packages.flatMap(({ name, descriptor, text }) =>
      descriptor.resources
        .filter(({ name: table, schema: { fields } }) => {
          const columns = text.tables.get(table)?.columns ?? [];
          return columns.join() !== fields.map((field) => field.name).join() || fields.some((field) => !field.title);
        })
        .map(({ path }) => `${name}/${path}`),
    );
    expect(wrong).toEqual([]);
  });

  test('has rows that its schemas accept', () => {
    const faults = packages.flatMap(({ name, descriptor, text }) =>
      descriptor.resources.flatMap(({ name: table, path, schema: { fields } }) =>
        (text.tables.get(table)?.rows ?? []).flatMap(({ line, cells }) =>
          fields.flatMap((field) => {
            const fault = faultOf(field, cells[field.name] ?? '');
            return fault ? [`${name}/${path}:${line} ${field.name} ${fault}`] : [];
          }),
        ),
      ),
    );
    expect(faults).toEqual([]);
  });

  test('has keys that name one row, and references that lead to one', () => {
    const faults = packages.flatMap(({ name, descriptor, text }) =>
      descriptor.resources.flatMap(
        ({ name: table, path, schema: { primaryKey, uniqueKeys = [], foreignKeys = [] } }) => {
          const rows = (text.tables.get(table)?.rows ?? []).map(({ cells }) => cells);
          const twice = [primaryKey, ...uniqueKeys].filter((set) => {
            const values = rows.map((cells) => set.map((column) => cells[column]).join('/'));
            return new Set(values).size < values.length;
          });
          const lost = foreignKeys.filter(({ fields: [column], reference: { resource = table, fields } }) => {
            const there = new Set((text.tables.get(resource)?.rows ?? []).map(({ cells }) => cells[fields[0]]));
            return rows.some((cells) => cells[column] && !there.has(cells[column]));
          });
          return [...twice.map((set) => set.join()), ...lost.map(({ fields }) => fields.join())].map(
            (what) => `${name}/${path} ${what}`,
          );
        },
      ),
    );
    expect(faults).toEqual([]);
  });

  const profiles = join(projectFolder, '..', 'shared', 'schemas');
  const isHere = existsSync(profiles);
  test.runIf(isHere)('follows the profiles of the standard, where they are at hand', () => {
    const profileOf = (name: string) =>
      z.fromJSONSchema(
        typed(JSON.parse(readFileSync(join(profiles, `datapackage-2.0-${name}.json`), 'utf8'))) as { type: 'object' },
      );
    const [schema, dialect] = ['tableschema', 'tabledialect'].map(profileOf);
    const faults = packages.flatMap(({ name, descriptor }) =>
      descriptor.resources.flatMap((one) => {
        const checks = [schema?.safeParse(one.schema), dialect?.safeParse(one.dialect)];
        return checks.flatMap((check) => (check?.error ? [`${name}/${one.path}: ${check.error.message}`] : []));
      }),
    );
    expect(faults).toEqual([]);
  });
});
