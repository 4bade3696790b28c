// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CsvError, parse } from 'csv-parse/sync';
import { type Fault, PackageRefused } from './fault.ts';

export interface TextRow {
  line: number;
  cells: Record<string, string>;
  /** Format error of the row. */
  fault?: string;
}

/** A data package as text: header and rows per table, not validated yet. */
export interface TextPackage {
  /** Day from which rows count as known if neither the row nor its table states one; empty means the day of loading. */
  knownOn: string;
  tables: Map<string, { file: string; columns: string[]; rows: TextRow[] }>;
}

type Records = { record: string[]; info: { lines: number } }[];

function decode(file: string, bytes: Buffer): string | Fault {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) {
    return { file, reason: 'begins with a byte-order mark; save it as UTF-8 without one' };
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { file, reason: 'is not UTF-8' };
  }
}

function parseRows(file: string, text: string): { columns: string[]; rows: TextRow[] } | Fault {
  const header = text.slice(0, text.search(/\r?\n|$/));
  if (header.includes(';') && !header.includes(','))
    return { file, row: 1, reason: 'is separated by semicolons; use commas' };
  try {
    const records = parse(text, { info: true, skip_empty_lines: true, relax_column_count: true }) as unknown as Records;
    const columns = records[0]?.record ?? [];
    const twice = columns.find((column, at) => columns.indexOf(column) !== at);
    if (twice) return { file, row: 1, column: twice, reason: 'stands twice in the header' };
    const rows = records.slice(1).map(({ record, info }) => ({
      line: info.lines,
      cells: Object.fromEntries(columns.map((column, at) => [column, (record[at] ?? '').trim()])),
      ...(record.length === columns.length
        ? {}
        : { fault: `has ${record.length} cells under ${columns.length} columns` }),
    }));
    return { columns, rows };
  } catch (error) {
    const { lines, message } = error as CsvError & { lines?: number };
    return { file, ...(lines ? { row: lines } : {}), reason: message };
  }
}

const descriptorFile = 'datapackage.json';
const notDescriptor = 'is not a data package descriptor (JSON with "resources")';

/** Why a resource cannot be read here, or its file name. */
function pathOf(resource: unknown, at: number): { path: string } | Fault {
  const of = (resource ?? {}) as { name?: unknown; path?: unknown; data?: unknown };
  const which = typeof of.name === 'string' ? `resource "${of.name}"` : `resource ${at + 1}`;
  const fault = (reason: string): Fault => ({ file: descriptorFile, reason: `${which} ${reason}` });
  if (of.data !== undefined)
    return fault('holds its rows itself ("data"); put them in a CSV file and name it in "path"');
  if (Array.isArray(of.path)) return fault('names several files; join them into one CSV file');
  if (typeof of.path !== 'string') return fault('names no file in "path"');
  if (/^[a-z_]+\.csv$/.test(of.path)) return { path: of.path };
  return fault(`names "${of.path}"; a resource is a CSV file in the same folder`);
}

/** Files and day of a descriptor, or its faults. */
function describedBy(text: string): { paths: string[]; knownOn: string } | Fault[] {
  const file = descriptorFile;
  let descriptor: { resources?: unknown; officina?: { knownOn?: unknown } } | null;
  try {
    descriptor = JSON.parse(text);
  } catch (cause) {
    return [{ file, reason: `is not JSON: ${(cause as Error).message}` }];
  }
  if (!Array.isArray(descriptor?.resources)) return [{ file, reason: notDescriptor }];
  const resources = descriptor.resources.map(pathOf);
  const paths = resources.flatMap((one) => ('path' in one ? [one.path] : []));
  const twice = paths.find((path, at) => paths.indexOf(path) !== at);
  const faults = [
    ...resources.filter((one) => 'reason' in one),
    ...(twice ? [{ file, reason: `names "${twice}" twice` }] : []),
  ];
  const knownOn = descriptor.officina?.knownOn ?? '';
  if (typeof knownOn !== 'string') faults.push({ file, reason: 'has an "officina.knownOn" that is not a day' });
  return faults.length > 0 ? faults : { paths, knownOn: String(knownOn) };
}

async function readDescriptor(folder: string): Promise<{ paths: string[]; knownOn: string }> {
  const file = descriptorFile;
  if (!existsSync(join(folder, file))) throw new PackageRefused([{ file, reason: 'is missing' }]);
  const text = decode(file, await readFile(join(folder, file)));
  const described = typeof text === 'string' ? describedBy(text) : [text];
  if (Array.isArray(described)) throw new PackageRefused(described);
  return described;
}

/** Reads a package folder. Throws all format errors of its files together. */
export async function readPackage(folder: string): Promise<TextPackage> {
  const descriptor = await readDescriptor(folder);
  const faults: Fault[] = [];
  const tables: TextPackage['tables'] = new Map();
  for (const file of descriptor.paths) {
    if (!existsSync(join(folder, file))) {
      faults.push({ file, reason: 'is named in datapackage.json but missing' });
      continue;
    }
    const text = decode(file, await readFile(join(folder, file)));
    const parsed = typeof text === 'string' ? parseRows(file, text) : text;
    if ('reason' in parsed) faults.push(parsed);
    else tables.set(file.replace('.csv', ''), { file, ...parsed });
  }
  for (const file of await readdir(folder)) {
    // Hidden files are those of the system, such as ._milestone.csv of macOS.
    if (file.endsWith('.csv') && !file.startsWith('.') && !descriptor.paths.includes(file))
      faults.push({ file, reason: 'is not named in datapackage.json' });
  }
  if (faults.length > 0) throw new PackageRefused(faults);
  return { knownOn: descriptor.knownOn, tables };
}

/** Builds a package from generated rows instead of files. */
export function packageOf(tables: Record<string, Record<string, string>[]>, knownOn: string): TextPackage {
  const entries = Object.entries(tables).map(([name, rows]) => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    return [name, { file: `${name}.csv`, columns, rows: rows.map((cells, at) => ({ line: at + 2, cells })) }] as const;
  });
  return { knownOn, tables: new Map(entries) };
}
