// SPDX-License-Identifier: AGPL-3.0-or-later
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

/** Faults of the heading row: missing or unknown columns. */
export function headingFaults(given: readonly string[]): { missing: string[]; unknown: string[] } {
  return {
    missing: ['key', 'version', 'area', 'name_it'].filter((name) => !given.includes(name)),
    unknown: given.filter((name) => !(columns as readonly string[]).includes(name)),
  };
}

/** A weight as it is stored; a sheet shows "1" for 1.0. */
const weightIn = (words: string): string => {
  const number = Number(words.replace(',', '.'));
  return Number.isNaN(number) ? words : String(number);
};

/** Cells of a row in the form of the present milestones. A missing column counts as unchanged. */
export const cellsOf = (cells: Partial<Cells>): Partial<Cells> =>
  cells.weight ? { ...cells, weight: weightIn(cells.weight) } : cells;
