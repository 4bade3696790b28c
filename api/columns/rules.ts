// SPDX-License-Identifier: AGPL-3.0-or-later
import { isValid, parseISO } from 'date-fns';
import type { GivenLab } from '../imports/rules.ts';
import { type ProcessTerm, processKeys } from '../terms/rules.ts';

type Kind = 'text' | 'both' | 'whole' | 'number' | 'date' | 'flag' | 'words' | 'json';

/** The register as a table: each column of a lab, named as in a data package, in the order of the files. */
const kinds = {
  key: 'text',
  version: 'whole',
  name: 'both',
  kind: 'text',
  status: 'text',
  summary: 'both',
  description: 'both',
  organisation: 'text',
  legal_status: 'text',
  founded_on: 'date',
  founded_precision: 'text',
  opened_on: 'date',
  opened_precision: 'text',
  closed_on: 'date',
  closed_precision: 'text',
  zone: 'text',
  address: 'text',
  latitude: 'number',
  longitude: 'number',
  wheelchair: 'text',
  access: 'text',
  hours: 'json',
  hours_exceptions: 'json',
  floor_area_m2: 'number',
  workstations: 'whole',
  staff: 'whole',
  small_series: 'flag',
  medium_series: 'flag',
  minimum_order: 'whole',
  turnaround_days: 'whole',
  services: 'words',
  languages: 'words',
  prices: 'json',
  processes: 'words',
  url: 'text',
  email: 'text',
  phone: 'text',
  links: 'words',
  confirmed_on: 'date',
  foreign_ids: 'json',
  source: 'text',
  note: 'both',
} as const satisfies Record<string, Kind>;

export type LabColumn = keyof typeof kinds;
export const labColumns = Object.keys(kinds) as LabColumn[];

const cellNames = (name: LabColumn): string[] => (kinds[name] === 'both' ? [`${name}_it`, `${name}_en`] : [name]);

/** The heading of the files. */
export const heading: readonly string[] = labColumns.flatMap(cellNames);

/** Numbers stand in a spreadsheet as such; everything else as words. */
export const isNumeric = (heading: string): boolean =>
  ['whole', 'number'].includes(kinds[heading as LabColumn] as string);

/** What a spreadsheet would take for a formula, or was marked against that. */
const formula = /^'*[=+\-@\t\r]/;
/** In CSV words are marked as such, so that no spreadsheet calculates them; reading takes the mark away. */
export const marked = (words: string) => (formula.test(words) ? `'${words}` : words);
const unmarked = (words: string) => (words.startsWith("'") && formula.test(words) ? words.slice(1) : words);

type Bilingual = { it: string; en?: string | undefined };

function cellOf(kind: Kind, value: unknown, guarded: boolean): string {
  if (value === null || value === undefined) return '';
  if (kind === 'whole' || kind === 'number') return String(value);
  const given = kind === 'words' ? (value as string[]).join(' ') : kind === 'json' ? JSON.stringify(value) : value;
  return guarded ? marked(String(given)) : String(given);
}

/** The cells of a lab, in the order of the heading; `guarded`: for a format that has no types. */
export function cellsOf(lab: Partial<Record<LabColumn, unknown>>, guarded: boolean): string[] {
  return labColumns.flatMap((name) => {
    if (kinds[name] !== 'both') return [cellOf(kinds[name], lab[name], guarded)];
    const words = lab[name] as Bilingual | null | undefined;
    return [words?.it, words?.en].map((one) => cellOf('text', one, guarded));
  });
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
  // A decimal comma is what an Italian spreadsheet writes.
  number: (words) => (/^-?\d{1,12}([.,]\d+)?$/.test(words) ? Number(words.replace(',', '.')) : undefined),
  date: (words) => (/^\d{4}-\d{2}-\d{2}$/.test(words) && isValid(parseISO(words)) ? words : undefined),
  flag: (words) => flags[words.toLowerCase()],
  words: (words) => words.split(/[;\s]+/).filter(Boolean),
  json: jsonIn,
};

interface ReadRow {
  /** The columns that the heading has; null where the cell is empty. */
  values: Partial<Record<LabColumn, unknown>>;
  /** The cells that cannot be what their column holds. */
  malformed: string[];
}

/** A row of a file, by the heading of its columns. */
function rowIn(cells: Readonly<Record<string, string | null>>, guarded: boolean): ReadRow {
  const values: ReadRow['values'] = {};
  const malformed: string[] = [];
  const told = (name: string) => {
    const words = cells[name]?.trim();
    return words ? (guarded ? unmarked(words) : words) : null;
  };
  for (const name of labColumns) {
    const kind: Kind = kinds[name];
    const [first = name, second = name] = cellNames(name);
    if (!(first in cells)) continue;
    const words = told(first);
    if (kind === 'both') {
      const en = told(second);
      if (words === null && en !== null) malformed.push(first);
      else values[name] = words === null ? null : { it: words, ...(en === null ? {} : { en }) };
      continue;
    }
    const value = words === null ? null : readers[kind](words);
    if (value === undefined) malformed.push(name);
    else values[name] = value;
  }
  return { values, malformed };
}

/** The columns that a file may have but never sets: the number that finds the entry, and what follows from the rest. */
const aside = ['key', 'version', 'processes', 'confirmed_on', 'foreign_ids'];

/** A row of a table as a lab; what its `processes` name becomes machines without brand. */
export function labInRow(row: number, cells: Readonly<Record<string, string | null>>, guarded: boolean): GivenLab {
  const { values, malformed } = rowIn(cells, guarded);
  const named = (values.processes ?? []) as string[];
  const known = processKeys.filter((process) => named.includes(process));
  const strange = named.some((process) => !processKeys.includes(process as ProcessTerm));
  const foreign = (values.foreign_ids ?? {}) as Record<string, unknown>;
  const numbers = Object.entries(foreign).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return {
    row,
    name: (values.name as Bilingual | null | undefined)?.it ?? '',
    foreign: Object.fromEntries(numbers),
    key: (values.key as string | null | undefined) ?? null,
    version: (values.version as number | null | undefined) ?? null,
    values: Object.fromEntries(Object.entries(values).filter(([name]) => !aside.includes(name))),
    machines: known.map((process) => ({ process, brand: null, model: null })),
    country: null,
    city: null,
    refused: [
      ...malformed.map((name) => ({ name, code: 'malformed' as const })),
      ...(strange ? [{ name: 'processes', code: 'unknown-value' as const }] : []),
    ],
    notes: [],
  };
}
