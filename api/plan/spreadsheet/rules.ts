// SPDX-License-Identifier: AGPL-3.0-or-later
import { wordsOf } from '../../platform/tables/rules.ts';

/** Sheet columns in order, named as in the data package. */
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
/** One row: every cell as text, empty cells as null. */
export type Cells = Record<Column, string | null>;

/** Reason columns: sent along with a changed date, not a difference by themselves. */
const sayings: readonly Column[] = ['version', 'reason_kind', 'reason', 'expected_reason', 'done'];

/** Differences between the sheet row and the current milestone. A report (`done`, `expected_reason`) counts as one. */
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

/** Faults of the heading row: missing or unknown columns, or no row at all. */
export function headingFaults(heading: readonly unknown[] | undefined): { missing: string[]; unknown: string[] } {
  const given = (heading ?? []).map(wordsOf).filter((name): name is string => name !== null);
  return {
    missing: ['key', 'version', 'area', 'name_it'].filter((name) => !given.includes(name)),
    unknown: given.filter((name) => !(columns as readonly string[]).includes(name)),
  };
}

/** Data rows with their spreadsheet row numbers. A missing column counts as unchanged. */
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
