// SPDX-License-Identifier: AGPL-3.0-or-later
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { marked, unmarked } from './marks.rules.ts';

export type Kind = 'text' | 'both' | 'whole' | 'number' | 'date' | 'flag' | 'words' | 'json';

type Bilingual = { it: string; en?: string | undefined };

function cellOf(kind: Kind, value: unknown, guarded: boolean): string {
  if (value === null || value === undefined) return '';
  if (kind === 'whole' || kind === 'number') return String(value);
  const given = kind === 'words' ? (value as string[]).join(' ') : kind === 'json' ? JSON.stringify(value) : value;
  return guarded ? marked(String(given)) : String(given);
}

const jsonIn = (words: string): unknown => {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
};

const flags: Record<string, boolean> = { true: true, false: false };
const readers: Record<Exclude<Kind, 'both'>, (words: string) => unknown> = {
  text: (words) => words,
  whole: (words) => (/^-?\d{1,15}$/.test(words) ? Number(words) : undefined),
  // Italian spreadsheets write a decimal comma.
  number: (words) => (/^-?\d{1,12}([.,]\d+)?$/.test(words) ? Number(words.replace(',', '.')) : undefined),
  date: (words) => (/^\d{4}-\d{2}-\d{2}$/.test(words) && isValid(parseISO(words)) ? words : undefined),
  flag: (words) => flags[words.toLowerCase()],
  words: (words) => words.split(/[;\s]+/).filter(Boolean),
  json: jsonIn,
};

/** A cell that a spreadsheet could not calculate or show, in English and Italian. */
const isError = (words: string) =>
  /^#(#+|(N\/[AD]|(DIV\/0|REF|RIF|VALUE|VALORE|NUM|NULL|NULLO|SPILL|CALC|CALCOLO)!|(NAME|NOME)\?))$/i.test(words);

export type Cells = Readonly<Record<string, string | null>>;

export interface ReadRow<C extends string> {
  /** Values by column of the heading; null for empty cells. */
  values: Partial<Record<C, unknown>>;
  /** Cells with invalid values. */
  malformed: string[];
}

/** A bilingual text from its two cells; undefined without Italian. */
function bothIn(it: string | null, en: string | null): Bilingual | null | undefined {
  if (it === null) return en === null ? null : undefined;
  return { it, ...(en === null ? {} : { en }) };
}

/** A table with the columns of the data package in file order: heading, and conversion of rows in both directions. */
export function tableOf<C extends string>(kinds: Readonly<Record<C, Kind>>) {
  const columns = Object.keys(kinds) as C[];
  const cellNames = (name: C): string[] => (kinds[name] === 'both' ? [`${name}_it`, `${name}_en`] : [name]);
  const heading: readonly string[] = columns.flatMap(cellNames);
  /** Numbers are typed in spreadsheets; everything else is text. */
  const isNumeric = (cell: string): boolean => ['whole', 'number'].includes(kinds[cell as C] as string);
  /** Cells of a row in heading order; `guarded` escapes formulas, for formats without cell types. */
  const cellsOf = (row: Partial<Record<C, unknown>>, guarded: boolean): string[] =>
    columns.flatMap((name) => {
      if (kinds[name] !== 'both') return [cellOf(kinds[name], row[name], guarded)];
      const words = row[name] as Bilingual | null | undefined;
      return [words?.it, words?.en].map((one) => cellOf('text', one, guarded));
    });
  /** Parses a file row by the column names of the heading. */
  const rowIn = (cells: Cells, guarded: boolean): ReadRow<C> => {
    const [values, malformed]: [ReadRow<C>['values'], string[]] = [{}, []];
    const cellIn = (name: string) => {
      const words = cells[name]?.trim();
      if (words && isError(words)) malformed.push(name);
      return words ? (guarded ? unmarked(words) : words) : null;
    };
    for (const name of columns) {
      const kind: Kind = kinds[name];
      const [first = name, second = name] = cellNames(name);
      if (!(first in cells)) continue;
      const words = cellIn(first);
      const plain = (of: Exclude<Kind, 'both'>) => (words === null ? null : readers[of](words));
      const value = kind === 'both' ? bothIn(words, cellIn(second)) : plain(kind);
      if (value === undefined && !malformed.includes(first)) malformed.push(first);
      if (value === undefined) continue;
      values[name] = value;
    }
    return { values, malformed };
  };
  return { columns, heading, isNumeric, cellsOf, rowIn };
}

/** Bounds of a table that is sent: each file is refused beyond them. */
export const fileBounds = { rows: 20_000, columns: 200, inflatedMegabytes: 60, recordCharacters: 1_000_000 } as const;

/** A number of a sheet in digits, as precise as the sheet shows it; never like a number with a thousands point. */
function digitsOf(number: number): string {
  const digits = String(Number(number.toPrecision(15)));
  return /^-?\d{1,3}\.\d{3}$/.test(digits) ? `${digits}0` : digits;
}

/** A cell as trimmed text: dates as YYYY-MM-DD, numbers without grouping. */
export function wordsOf(cell: unknown): string | null {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const words = typeof cell === 'number' ? digitsOf(cell) : String(cell).trim();
  return words === '' ? null : words;
}

/** Number of the column of a cell's address, from 1: 28 for "AB7"; 0 if it is no address. */
export const columnNumber = (address: string): number =>
  [...(/^[A-Z]{1,4}(?=\d)/.exec(address)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Row of a cell's address, from 1; 0 if it is no address. */
export const cellRow = (address: string): number => Number(/\d+$/.exec(address)?.[0] ?? 0);

/** Letters of a column, counted from 0: "A", "AB". */
export const columnLetters = (column: number): string =>
  (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** Which of the first records is the heading: the first with the most known names; 0 if none has any. */
export function headingAmong(known: readonly (readonly boolean[])[]): number {
  const counts = known.map((record) => record.filter(Boolean).length);
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}
