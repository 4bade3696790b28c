// SPDX-License-Identifier: AGPL-3.0-or-later
import { inTurns, readApart } from '../../http/apart.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { FileOptions, TableFile } from './file.views.ts';

/** An uploaded table: heading and data rows with their spreadsheet row numbers. */
export interface Grid {
  heading: string[];
  rows: { row: number; cells: Record<string, string | null> }[];
}

/** The table of a sent file. Refused: no table, a column named twice, more than `fileBounds` allow. */
export async function gridIn(bytes: Buffer, options: FileOptions): Promise<Grid> {
  const reader = new URL('./file.views.ts', import.meta.url);
  const { heading, rows } = await readApart<TableFile>(reader, bytes, options);
  const twice = heading.find((name, at) => heading.indexOf(name) !== at);
  if (twice) throw new Refused({ code: 'invalid-parameter', errors: [{ name: twice, reason: 'column-twice' }] });
  const named = await inTurns(rows, ({ row, cells }) => ({
    row,
    cells: Object.fromEntries(heading.map((name, at) => [name, cells[at] ?? null])),
  }));
  return { heading, rows: named };
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
