// SPDX-License-Identifier: AGPL-3.0-or-later
import { CsvError, parse } from 'csv-parse/sync';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { Refused } from '../../http/refusals.rules.ts';
import { bare } from '../records/rules.ts';
import { cellRow, columnLetters, columnNumber, fileBounds, headingAmong, wordsOf } from './rules.ts';

// Runs in a thread of its own: see http/apart.ts.

export interface FileOptions {
  format: 'csv' | 'xlsx';
  /** Headings that mean something, without capitals, accents and signs. */
  known: readonly string[];
}

export interface TableFile {
  heading: string[];
  rows: { row: number; cells: (string | null)[] }[];
  /** Name of the sheet that was read; null for CSV. */
  sheet: string | null;
}

type Records = { row: number; cells: (string | null)[] }[];

const beyond = (bound: keyof typeof fileBounds) =>
  new Refused({ code: 'beyond-bound', bound, most: fileBounds[bound] });

/** Heading and rows of the records of one sheet; empty columns are left out, columns without a name get their letter. */
function tableIn(records: Records, known: ReadonlySet<string>, sheet: string | null): TableFile | undefined {
  const filled = records.filter(({ cells }) => cells.some((cell) => cell !== null));
  const at = headingAmong(filled.slice(0, 10).map(({ cells }) => cells.map((cell) => known.has(bare(cell ?? '')))));
  const [first, ...rows] = filled.slice(at);
  if (!first) return undefined;
  const width = filled.reduce((most, { cells }) => Math.max(most, cells.findLastIndex((cell) => cell !== null) + 1), 0);
  if (width > fileBounds.columns) throw beyond('columns');
  if (rows.length > fileBounds.rows) throw beyond('rows');
  const used = Array.from({ length: width }, (_, column) => column).filter(
    (column) => first.cells[column] || rows.some(({ cells }) => cells[column]),
  );
  return {
    heading: used.map((column) => first.cells[column] ?? columnLetters(column)),
    rows: rows.map(({ row, cells }) => ({ row, cells: used.map((column) => cells[column] ?? null) })),
    sheet,
  };
}

const unreadable = (why: 'encoding' | 'quotes' | 'not-a-table', row?: number) =>
  new Refused({ code: 'unreadable', why, ...(row === undefined ? {} : { row }) });

/** Bytes without meaning in Windows-1252, and control characters that no text has. */
const isNoText = (byte: number) =>
  (byte < 0x20 && ![9, 10, 13].includes(byte)) || [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte);
const multiByte = /[\xc3-\xf4][\x80-\xbf]/;

/** Text of UTF-8, UTF-16 with its mark, or Windows-1252 as Excel saves it; refused if it may be something else. */
export function textIn(bytes: Uint8Array): string {
  const as = (encoding: string) => new TextDecoder(encoding, { fatal: true }).decode(bytes);
  const [first, second] = bytes;
  try {
    if (first === 0xff && second === 0xfe) return as('utf-16le');
    if (first === 0xfe && second === 0xff) return as('utf-16be');
    const text = as('utf-8');
    if (text.includes('\0')) throw unreadable('encoding');
    return text;
  } catch (cause) {
    const raw = Buffer.from(bytes).toString('latin1');
    // A text of two encodings, or of no text at all, would be read with wrong letters.
    if (cause instanceof Refused || bytes.some(isNoText) || multiByte.test(raw)) throw unreadable('encoding');
    return as('windows-1252');
  }
}

const separators = [',', ';', '\t', '|'];

function recordsOf(text: string, delimiter: string, most?: number): string[][] {
  const bounds = { max_record_size: fileBounds.recordCharacters, ...(most ? { to: most } : {}) };
  const how = { delimiter, relax_column_count: true, ...bounds };
  return parse(text, how) as unknown as string[][];
}

/** The separator of the first records: under which more headings are known, then more records are equally long. */
function separatorOf(text: string, known: ReadonlySet<string>): string {
  const scores = separators.map((separator) => {
    const records = startOf(text, separator);
    const words = records.map((record) => record.filter((cell) => known.has(bare(cell))).length);
    const width = records[0]?.length ?? 0;
    const even = width < 2 ? 0 : records.filter(({ length }) => length === width).length / records.length;
    return { separator, score: [Math.max(0, ...words), even, width] };
  });
  const [best] = scores.toSorted((a, b) => {
    const differing = a.score.findIndex((part, at) => part !== b.score[at]);
    return differing < 0 ? 0 : (b.score[differing] ?? 0) - (a.score[differing] ?? 0);
  });
  return best?.separator ?? ',';
}

function startOf(text: string, separator: string): string[][] {
  try {
    return recordsOf(text, separator, 30);
  } catch {
    return [];
  }
}

function readCsv(bytes: Uint8Array, known: ReadonlySet<string>): TableFile | undefined {
  const whole = textIn(bytes);
  // The hint of Excel for the separator.
  const hint = /^sep=(.)\r?\n/i.exec(whole);
  const text = hint ? whole.slice(hint[0].length) : whole;
  const separator = hint?.[1] ?? separatorOf(text, known);
  let records: string[][];
  try {
    records = recordsOf(text, separator);
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    if (cause.code === 'CSV_MAX_RECORD_SIZE') throw beyond('recordCharacters');
    throw unreadable('quotes', Number(cause.lines) + (hint ? 1 : 0));
  }
  const table = tableIn(
    records.map((record, at) => ({ row: at + 1, cells: record.map(wordsOf) })),
    known,
    null,
  );
  return table;
}

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

/** Files of a workbook, each inflated no further than it says; refused if that is too much. */
function inflated(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (!/\.(xml|rels)$/.test(name)) return false;
    size += originalSize;
    if (size > fileBounds.inflatedMegabytes * 1e6) throw beyond('inflatedMegabytes');
    return true;
  };
  return unzipSync(bytes, { filter });
}

/**
 * A sheet in which only cells with a value are left, and errors are kept as their words; refused if a value stands
 * beyond the bounds, since the rows between are laid out in memory.
 */
function boundedSheet(xml: string): string {
  const filled = xml.replace(/<c\b[^>]*\/>/g, '').replace(/(<c\b[^>]*\bt=)"e"/g, '$1"str"');
  for (const [tag] of filled.matchAll(/<c\b[^>]*>/g)) {
    const address = attribute(tag, 'r') ?? '';
    if (columnNumber(address) > fileBounds.columns) throw beyond('columns');
    if (cellRow(address) > fileBounds.rows + 10) throw beyond('rows');
  }
  return filled;
}

/** Sheets of a workbook in its order, hidden ones left out. */
async function sheetsIn(bytes: Uint8Array): Promise<{ name: string; cells: unknown[][] }[]> {
  const files = inflated(bytes);
  for (const [name, content] of Object.entries(files))
    if (name.includes('worksheets/') && name.endsWith('.xml')) files[name] = strToU8(boundedSheet(strFromU8(content)));
  const book = files['xl/workbook.xml'];
  const tags = [...(book ? strFromU8(book) : '').matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) => tag);
  const sheets = await readWorkbook(zipSync(files, { level: 0 }).buffer as ArrayBuffer);
  return sheets
    .map(({ sheet, data }, at) => ({ name: String(sheet), cells: data as unknown[][], tag: tags[at] ?? '' }))
    .filter(({ tag }) => !/hidden/i.test(attribute(tag, 'state') ?? ''));
}

async function readXlsx(bytes: Uint8Array, known: ReadonlySet<string>): Promise<TableFile | undefined> {
  const sheets = await sheetsIn(bytes).catch((cause) => {
    throw cause instanceof Refused ? cause : unreadable('not-a-table');
  });
  const tables = sheets.flatMap(({ name, cells }) => {
    const records = cells.map((row, at) => ({ row: at + 1, cells: row.map(wordsOf) }));
    return tableIn(records, known, name) ?? [];
  });
  return tables.find(({ heading }) => heading.some((one) => known.has(bare(one)))) ?? tables[0];
}

/** The table of a sent file: of a workbook the first visible sheet with a known heading, also below a title. */
export async function read(bytes: Buffer, { format, known }: FileOptions): Promise<TableFile> {
  const names = new Set(known);
  const table = format === 'csv' ? readCsv(bytes, names) : await readXlsx(bytes, names);
  if (!table) throw unreadable('not-a-table');
  return table;
}
