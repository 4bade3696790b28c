// SPDX-License-Identifier: AGPL-3.0-or-later
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { Refused } from '../../http/refusals.rules.ts';
import { wordsOf } from './rules.ts';

/** An uploaded table: heading and data rows with their spreadsheet row numbers. */
export interface Grid {
  heading: string[];
  rows: { row: number; cells: Record<string, string | null> }[];
}

const mostRows = 20_000;

function gridOf(records: { row: number; cells: unknown[] }[]): Grid {
  const [first, ...rest] = records;
  const names = (first?.cells ?? []).map((cell) => wordsOf(cell) ?? '');
  const heading = names.filter(Boolean);
  if (heading.length === 0) throw new Refused({ code: 'wrong-type' });
  const twice = heading.find((name, at) => heading.indexOf(name) !== at);
  if (twice) throw new Refused({ code: 'invalid-parameter', errors: [{ name: twice, reason: 'column-twice' }] });
  if (rest.length > mostRows)
    throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'rows', reason: 'out-of-range' }] });
  const rows = rest.map(({ row, cells }) => ({
    row,
    cells: Object.fromEntries(names.flatMap((name, at) => (name ? [[name, wordsOf(cells[at])]] : []))),
  }));
  return { heading, rows: rows.filter(({ cells }) => Object.values(cells).some((words) => words !== null)) };
}

type Records = { record: string[]; info: { lines: number } }[];

/** CSV with comma, semicolon or tab, with or without byte-order mark. */
export function csvGrid(bytes: Buffer): Grid {
  let records: Records;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const line = text.slice(0, text.search(/\r?\n|$/));
    const delimiter = [',', ';', '\t'].toSorted((a, b) => line.split(b).length - line.split(a).length)[0] ?? ',';
    const how = { info: true, skip_empty_lines: true, relax_column_count: true, delimiter } as const;
    records = parse(text, how) as unknown as Records;
  } catch {
    throw new Refused({ code: 'wrong-type' });
  }
  return gridOf(records.map(({ record, info }) => ({ row: info.lines, cells: record })));
}

/** First sheet of a workbook. */
export async function xlsxGrid(bytes: Buffer): Promise<Grid> {
  const sheet = await readSheet(bytes).catch(() => {
    throw new Refused({ code: 'wrong-type' });
  });
  return gridOf(sheet.map((cells, at) => ({ row: at + 1, cells })));
}

interface Sheet {
  columnNamed: (heading: string) => string;
  ignoredIn: (heading: readonly string[]) => string[];
}

/** Refuses a table that names a column twice or lacks a needed one; returns the headings that it ignores. */
export function assertColumns({ heading }: Grid, sheet: Sheet, needed: (named: string[]) => string[]): string[] {
  const ignored = sheet.ignoredIn(heading);
  const named = heading.filter((one) => !ignored.includes(one)).map(sheet.columnNamed);
  const errors = [
    ...needed(named)
      .filter((name) => !named.includes(name))
      .map((name) => ({ name, reason: 'missing-column' as const })),
    ...named
      .filter((name, at) => named.indexOf(name) !== at)
      .map((name) => ({ name, reason: 'column-twice' as const })),
  ];
  if (errors.length > 0) throw new Refused({ code: 'invalid-parameter', errors });
  return ignored;
}
