// SPDX-License-Identifier: AGPL-3.0-or-later
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import type { Column, Table } from './catalogue.ts';
import { type Fault, PackageRefused } from './fault.ts';
import type { TextPackage, TextRow } from './package.ts';

type Value = string | number | boolean | object | null;

/** One version of one item, valid from the day it became known. */
export interface Version {
  table: Table;
  file: string;
  line: number;
  key: string;
  knownOn: string;
  /** True if the row itself states since when it is known. */
  dated: boolean;
  values: Record<string, Value>;
  /** Columns in the file; the others stay unchanged. */
  present: string[];
}

const keyForm = /^[a-z0-9]+([-.][a-z0-9]+)*$/;
/** Columns in which a row states since when it is known. */
const ownDay: Record<string, string> = { promise: 'made_on', forecast: 'reported_on' };

export function isCivilDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text));
}

function cellNames(column: Column): string[] {
  return column.type === 'bilingual' ? [`${column.name}_it`, `${column.name}_en`] : [column.name];
}

const readers: Record<string, (text: string) => Value | undefined> = {
  int: (text) => (/^-?\d+$/.test(text) ? Number(text) : undefined),
  number: (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined),
  boolean: (text) => ({ true: true, false: false })[text],
  date: (text) => (isCivilDate(text) ? text : undefined),
  key: (text) => (keyForm.test(text) && text.length <= 80 ? text : undefined),
  words: (text) => text.split(/[;\s]+/).filter(Boolean),
};
const expectation: Record<string, string> = {
  int: 'a whole number',
  number: 'a number with a decimal point',
  boolean: 'true or false',
  date: 'a date like 2017-04-13',
  key: 'a key of lowercase letters, digits and hyphens',
  json: 'JSON',
};

function readJson(text: string): Value | undefined {
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

/** Value of a column in a row, or the fault that prevents it. */
function readValue(
  column: Column,
  cells: Record<string, string>,
): { value: Value } | { column: string; reason: string } {
  if (column.type === 'bilingual') {
    const it = cells[`${column.name}_it`] ?? '';
    const en = cells[`${column.name}_en`] ?? '';
    if (!it && en) return { column: `${column.name}_it`, reason: 'is empty while the English text is not' };
    return { value: it ? { it, ...(en ? { en } : {}) } : null };
  }
  const text = cells[column.name] ?? '';
  if (!text) return { value: null };
  const value =
    column.type === 'json'
      ? readJson(text)
      : (readers[column.type]?.(text) ?? (readers[column.type] ? undefined : text));
  if (value === undefined) return { column: column.name, reason: `"${text}" is not ${expectation[column.type]}` };
  const decimals = text.split('.')[1]?.length ?? 0;
  if (column.scale !== null && decimals > column.scale) {
    return { column: column.name, reason: `"${text}" has more than ${column.scale} decimals` };
  }
  if (column.choices && !column.choices.includes(text)) {
    return { column: column.name, reason: `"${text}" is none of ${column.choices.join(', ')}` };
  }
  return { value };
}

function checkRow(
  table: Table,
  file: string,
  row: TextRow,
  { fallbackDay, present }: { fallbackDay: string; present: string[] },
): { version: Version; faults: Fault[] } {
  const faults: Fault[] = row.fault ? [{ file, row: row.line, reason: row.fault }] : [];
  const values: Record<string, Value> = {};
  for (const column of table.columns.filter(({ name }) => name !== 'programme_id')) {
    const read = readValue(column, row.cells);
    if ('reason' in read) faults.push({ file, row: row.line, ...read });
    else if (read.value !== null) values[column.name] = read.value;
    else if (!column.nullable && !column.fallback) {
      faults.push({ file, row: row.line, column: cellNames(column)[0] ?? column.name, reason: 'is empty' });
    } else if (column.nullable) values[column.name] = null;
  }
  const own = ownDay[table.name];
  const knownOn = row.cells.known_on || (own && String(values[own] ?? '')) || fallbackDay;
  if (!isCivilDate(knownOn))
    faults.push({ file, row: row.line, column: 'known_on', reason: `"${knownOn}" is not ${expectation.date}` });
  if (knownOn && String(values.done_on ?? '') > knownOn) {
    faults.push({
      file,
      row: row.line,
      column: 'done_on',
      reason: `${values.done_on} is after ${knownOn}, the day it became known`,
    });
  }
  const key = String(values.key ?? '');
  const dated = Boolean(row.cells.known_on);
  return { version: { table, file, line: row.line, key, knownOn, dated, values, present }, faults };
}

function checkColumns(table: Table, file: string, columns: string[]): Fault[] {
  const known = ['known_on', ...table.columns.filter(({ name }) => name !== 'programme_id').flatMap(cellNames)];
  return columns
    .filter((column) => !known.includes(column))
    .map((column) => ({ file, row: 1, column, reason: 'is not a column of this table' }));
}

function checkTwice(versions: Version[]): Fault[] {
  const seen = new Map<string, number>();
  return versions.flatMap(({ table, file, line, key, knownOn }) => {
    const mark = `${table.name}/${key}/${knownOn}`;
    const first = seen.get(mark);
    seen.set(mark, first ?? line);
    return first
      ? [{ file, row: line, column: 'key', reason: `"${key}" known on ${knownOn} stands already in row ${first}` }]
      : [];
  });
}

function checkReferences(versions: Version[]): Fault[] {
  const keys = new Set(versions.map(({ table, key }) => `${table.name}/${key}`));
  return versions.flatMap(({ table, file, line, values }) =>
    table.columns.flatMap(({ name, refersTo }) =>
      refersTo && values[name] && !keys.has(`${refersTo}/${values[name]}`)
        ? [{ file, row: line, column: name, reason: `${refersTo} "${values[name]}" is not in the package` }]
        : [],
    ),
  );
}

function checkPromised(versions: Version[]): Fault[] {
  const promised = new Set(
    versions.filter(({ table }) => table.name === 'promise').map(({ values }) => values.milestone),
  );
  return versions
    .filter(({ table, key }) => table.name === 'milestone' && !promised.has(key))
    .map(({ file, line, key }) => ({
      file,
      row: line,
      column: 'key',
      reason: `milestone "${key}" has no first promise`,
    }));
}

/** Sorts versions by the day they became known; within a day, referenced tables first. */
export function inWritingOrder(tables: Table[]): (a: Version, b: Version) => number {
  const order = new Map(tables.map(({ name }, at) => [name, at]));
  const at = ({ table }: Version) => order.get(table.name) ?? 0;
  return (a, b) => (a.knownOn < b.knownOn ? -1 : a.knownOn > b.knownOn ? 1 : at(a) - at(b));
}

/** Validates a whole package against the database tables. Throws all faults, or returns the versions by day known. */
export function checkPackage(
  text: TextPackage,
  tables: Table[],
  today: string,
): { programme: string; versions: Version[] } {
  const faults: Fault[] = [];
  const versions: Version[] = [];
  for (const [name, { file, columns, rows }] of text.tables) {
    const table = tables.find((candidate) => candidate.name === name);
    if (!table) {
      faults.push({
        file,
        reason: `is not a table of a programme; the tables are ${tables.map((known) => known.name).join(', ')}`,
      });
      continue;
    }
    faults.push(...checkColumns(table, file, columns));
    const present = table.columns
      .filter((column) => columns.includes(cellNames(column)[0] ?? ''))
      .map(({ name }) => name);
    for (const row of rows) {
      const checked = checkRow(table, file, row, { fallbackDay: text.knownOn || today, present });
      faults.push(...checked.faults);
      versions.push(checked.version);
    }
  }
  const programmes = [...new Set(versions.filter(({ table }) => table.name === 'programme').map(({ key }) => key))];
  if (programmes.length !== 1) faults.push({ file: 'programme.csv', reason: 'must hold one programme' });
  faults.push(...checkTwice(versions), ...checkReferences(versions), ...checkPromised(versions));
  if (faults.length > 0) throw new PackageRefused(faults);
  versions.sort(inWritingOrder(tables));
  return { programme: programmes[0] ?? '', versions };
}
