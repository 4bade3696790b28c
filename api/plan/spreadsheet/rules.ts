// SPDX-License-Identifier: AGPL-3.0-or-later
import { wordsOf } from '../../platform/tables/rules.ts';

/** The columns of the sheet, in their order; they are named like those of a data package. */
export const columns = [
  'key',
  'version',
  'area',
  'name_it',
  'name_en',
  'summary_it',
  'summary_en',
  'initiative',
  'owner',
  'zone',
  'weight',
  'due_on',
  'due_precision',
  'reason_kind',
  'reason',
  'expected_on',
  'expected_reason',
  'done',
] as const;
export type Column = (typeof columns)[number];
/** One row: every cell as plain words, the empty one as null. */
export type Cells = Record<Column, string | null>;

/** Cells that say why; they are sent with a date that moves and are no difference by themselves. */
const sayings: readonly Column[] = ['version', 'reason_kind', 'reason', 'expected_reason', 'done'];

/** What differs between the sheet's row and the milestone as it stands. A report (`done`, `expected_reason`) counts as one. */
export function differences(
  sheet: Cells,
  present: Cells,
): { name: Column; before: string | null; after: string | null }[] {
  const compared = columns.filter((name) => name !== 'key' && !sayings.includes(name));
  const fields = compared
    .filter((name) => sheet[name] !== present[name])
    .map((name) => ({ name, before: present[name], after: sheet[name] }));
  return sheet.done === null ? fields : [...fields, { name: 'done', before: null, after: sheet.done }];
}

/** What is wrong with the first row of a sheet: columns that are missing or not known, or no row at all. */
export function headingFaults(heading: readonly unknown[] | undefined): { missing: string[]; unknown: string[] } {
  const given = (heading ?? []).map(wordsOf).filter((name): name is string => name !== null);
  return {
    missing: ['key', 'version', 'area', 'name_it'].filter((name) => !given.includes(name)),
    unknown: given.filter((name) => !(columns as readonly string[]).includes(name)),
  };
}

/** The rows of a sheet below its heading, with the number that the spreadsheet gives them. A column left out counts as unchanged. */
export function rowsOf(sheet: readonly (readonly unknown[])[]): { row: number; cells: Partial<Cells> }[] {
  const [heading = [], ...rows] = sheet;
  const names = heading.map(wordsOf);
  return rows
    .map((cells, at) => ({
      row: at + 2,
      cells: Object.fromEntries(names.flatMap((name, column) => (name ? [[name, wordsOf(cells[column])]] : []))),
    }))
    .filter(({ cells }) => Object.values(cells).some((words) => words !== null));
}
