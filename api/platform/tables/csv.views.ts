// SPDX-License-Identifier: AGPL-3.0-or-later
import { stringify } from 'csv-stringify/sync';

type Rows = readonly (readonly string[])[];

interface Form {
  /** With `excel` as Excel opens a CSV in Italy: byte-order mark, semicolons, decimal commas. */
  for?: 'excel' | undefined;
  /** Whether a column, counted from 0, holds numbers. */
  isNumeric?: (column: number) => boolean;
}

/** A decimal comma; three decimals would read as thousands. */
const withComma = (number: string) => number.replace(/^(-?\d+)\.(\d{3})$/, '$1.$20').replace('.', ',');

/** Writes rows as CSV (RFC 4180) in UTF-8; the first rows carry the heading and, for Excel, the byte-order mark. */
export function csvWriter({ for: whom, isNumeric = () => false }: Form): (rows: Rows) => string {
  let isStart = true;
  return (rows) => {
    const start = isStart;
    isStart = false;
    if (whom !== 'excel') return stringify(rows as string[][]);
    const worded = rows.map((cells, at) =>
      start && at === 0 ? cells : cells.map((cell, column) => (isNumeric(column) ? withComma(cell) : cell)),
    );
    return stringify(worded as string[][], { delimiter: ';', record_delimiter: '\r\n', bom: start });
  };
}

export const csvText = (rows: Rows, form: Form): string => csvWriter(form)(rows);
