// SPDX-License-Identifier: AGPL-3.0-or-later
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';

export type Kind = 'text' | 'both' | 'whole' | 'number' | 'date' | 'flag' | 'words' | 'json';

/** Start of a formula or of a cell escaped against one: a formula sign, also after whitespace or control characters. */
const begins = /^'*([\t\r\n]|[\s\p{C}]*[=+\-@\u2212])/u;
/** Text a spreadsheet would evaluate; a full-width sign counts like the plain one. */
const isFormula = (words: string) => begins.test(words.normalize('NFKC'));
/** CSV cells are escaped against formula injection; parsing removes the escape. */
export const marked = (words: string) => (isFormula(words) ? `'${words}` : words);
const unmarked = (words: string) => (words.startsWith("'") && isFormula(words) ? words.slice(1) : words);

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
      return words ? (guarded ? unmarked(words) : words) : null;
    };
    for (const name of columns) {
      const kind: Kind = kinds[name];
      const [first = name, second = name] = cellNames(name);
      if (!(first in cells)) continue;
      const words = cellIn(first);
      const plain = (of: Exclude<Kind, 'both'>) => (words === null ? null : readers[of](words));
      const value = kind === 'both' ? bothIn(words, cellIn(second)) : plain(kind);
      if (value === undefined) malformed.push(first);
      else values[name] = value;
    }
    return { values, malformed };
  };
  return { columns, heading, isNumeric, cellsOf, rowIn };
}

/** A cell as trimmed text: dates as YYYY-MM-DD, numbers without grouping. */
export function wordsOf(cell: unknown): string | null {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const words = String(cell).trim();
  return words === '' ? null : words;
}
