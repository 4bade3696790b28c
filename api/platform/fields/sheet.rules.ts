// SPDX-License-Identifier: AGPL-3.0-or-later

import { bare } from '../records/rules.ts';
import { type Cells, type Kind, tableOf } from '../tables/rules.ts';
import { keyNamed, type Referable } from './reference.rules.ts';
import { type EditOf, editedOf, entriesOf, type Field, type Fields, nameOf, precisionOf } from './rules.ts';
import { dateIn, storedIn } from './said.rules.ts';

const plainKinds: Partial<Record<Field['kind'], Kind>> = {
  bilingual: 'both',
  whole: 'whole',
  number: 'number',
  euro: 'number',
  share: 'number',
  date: 'date',
  when: 'date',
  flag: 'flag',
  choices: 'words',
  words: 'words',
  json: 'json',
};

/** Columns of the table for spreadsheets, with how each cell is read. */
const kindsOf = (fields: Fields): Record<string, Kind> =>
  Object.fromEntries(
    entriesOf(fields)
      .filter(([, { internal }]) => !internal)
      .flatMap(([column, { kind }]): [string, Kind][] => {
        const own: [string, Kind] = [column, plainKinds[kind] ?? 'text'];
        return kind === 'when' ? [own, [precisionOf(column), 'text']] : [own];
      }),
  );

const inItalian = ['', ' it', ' in italiano', ' italiano', ' in italian'];
const inEnglish = [' en', ' in inglese', ' inglese', ' in english', ' english'];
const precisions = [' precisione', ' precision', ' precisione della data', ' date precision'];

/** Headings that name a cell of the table, besides the cell's own name. */
function headingsOf([column, field]: [string, Field]): [heading: string, cell: string][] {
  const { label, headings = [], kind } = field;
  const unit = 'unit' in field && field.unit ? [field.unit] : kind === 'euro' ? ['euro', 'eur'] : [];
  const own = [label.it, label.en, ...headings, column].map(bare);
  const names = [...own, ...own.flatMap((name) => unit.map((one) => `${name} ${bare(one)}`))];
  const of = (cell: string, suffixes: readonly string[]) =>
    names.flatMap((name) => suffixes.map((suffix) => [`${name}${suffix}`, cell] as [string, string]));
  if (kind === 'bilingual') return [...of(`${column}_it`, inItalian), ...of(`${column}_en`, inEnglish)];
  return [...of(column, ['']), ...(kind === 'when' ? of(precisionOf(column), precisions) : [])];
}

type Referables = ReadonlyMap<string, readonly Referable[]>;

function storedUnder(heading: string, words: string | null, field: Field | undefined, items: Referables) {
  if (words === null || !field) return words;
  return field.kind === 'reference' ? keyNamed(words, heading, items.get(field.table) ?? []) : storedIn(words, field);
}

/**
 * The table of a record for spreadsheets: what an export writes, and what an import understands, which are the names of
 * the columns and the words of the page in both languages.
 */
export function sheetOf(fields: Fields, more: Record<string, Kind> = {}) {
  const [first, ...others] = Object.entries(kindsOf(fields));
  const table = tableOf({ ...Object.fromEntries(first ? [first] : []), ...more, ...Object.fromEntries(others) });
  const exported = entriesOf(fields).filter(([, { internal }]) => !internal);
  // The first field that a heading may mean is meant.
  const cellOf = new Map(exported.toReversed().flatMap((entry) => headingsOf(entry).toReversed()));
  const columnNamed = (heading: string): string =>
    table.heading.includes(heading) ? heading : (cellOf.get(bare(heading)) ?? heading);
  /** A row under the names of the table, its values as they are stored; columns that are not taken are left out. */
  const cellsNamed = (cells: Cells, items: Referables = new Map()): Cells => {
    const given = Object.entries(cells).map(([heading, words]) => ({ heading, cell: columnNamed(heading), words }));
    const taken = given.filter(({ cell }) => table.heading.includes(cell));
    const isSaid = (name: string) => taken.some(({ cell, words }) => cell === name && words);
    const named = taken.map(
      ({ heading, cell, words }) => [cell, storedUnder(heading, words, fields[cell], items)] as const,
    );
    const coarse = taken.flatMap(({ cell, words }) => {
      const precision = fields[cell]?.kind === 'when' && words ? dateIn(words)?.precision : undefined;
      const own = precisionOf(cell);
      return precision && precision !== 'day' && !isSaid(own) ? [[own, precision] as const] : [];
    });
    return Object.fromEntries([...named, ...coarse]);
  };
  /** Headings that name no column. */
  const ignoredIn = (heading: readonly string[]): string[] =>
    heading.filter((one) => !table.heading.includes(columnNamed(one)));
  /** Every heading that means something, without capitals, accents and signs. */
  const known: readonly string[] = [...cellOf.keys(), ...table.heading.map(bare)];
  return { ...table, columnNamed, cellsNamed, ignoredIn, known };
}

/** An emptied list is no value but an empty list. */
export const withoutNulls = (fields: Fields, values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([column, value]) => {
      const isList = ['choices', 'words'].includes(fields[column]?.kind ?? '');
      return [column, value === null && isList ? [] : value];
    }),
  );

/** Input of an edit from the columns of a row; fixed fields are left out. */
export function editIn<F extends Fields>(fields: F, values: Record<string, unknown>): EditOf<F> {
  const given = editedOf(fields).flatMap(([column, field]) => {
    const value = values[column];
    if (value === undefined) return [];
    const precision = values[precisionOf(column)] ?? 'day';
    return [[nameOf(column, field), field.kind === 'when' && value !== null ? { date: value, precision } : value]];
  });
  return Object.fromEntries(given) as EditOf<F>;
}

/** Cell of a table that an API field, or a part of it, stands in. */
export function cellOfName(fields: Fields, path: string): string {
  const [name = '', language] = path.split('.');
  const [column, field] = entriesOf(fields).find((entry) => nameOf(...entry) === name) ?? [];
  if (!column) return path;
  return field?.kind === 'bilingual' && language === 'en' ? `${column}_en` : column;
}
