// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ChangeKind } from './contract.ts';

type Image = Record<string, unknown> | null;

interface Written {
  table: string;
  operation: 'insert' | 'update' | 'delete';
  before: Image;
  after: Image;
}

/** Columns that tell nothing to a reader of the log. */
const silent = ['programme_id', 'key'];

/** The columns that differ between two images of a row, in the order of the table. */
export function changedFields(before: Image, after: Image): { name: string; before: unknown; after: unknown }[] {
  const names = Object.keys(after ?? before ?? {}).filter((name) => !silent.includes(name));
  return names
    .map((name) => ({ name, before: before?.[name] ?? null, after: after?.[name] ?? null }))
    .filter((field) => JSON.stringify(field.before) !== JSON.stringify(field.after));
}

const inserts: Record<string, ChangeKind> = {
  forecast: 'forecast',
  evidence: 'evidence-added',
  award: 'awarded',
  measurement: 'measured',
};
const gains: [table: string, column: string, kind: ChangeKind][] = [
  ['milestone', 'done_on', 'reached'],
  ['milestone', 'withdrawn_on', 'withdrawn'],
  ['call', 'concluded_on', 'concluded'],
  ['cycle', 'closed_on', 'closed'],
  ['cycle', 'adopted_on', 'adopted'],
];

/** What a recorded write means to a reader. */
export function changeKind({ table, operation, before, after }: Written): ChangeKind {
  if (operation === 'delete') return 'removed';
  const gained = gains.find(([of, column]) => of === table && !before?.[column] && after?.[column]);
  if (gained) return gained[2];
  if (operation === 'insert') {
    if (table === 'promise') return after?.number === 1 ? 'promised' : 'replanned';
    return inserts[table] ?? 'added';
  }
  return table === 'space' && before?.state !== after?.state ? 'moved-on' : 'edited';
}
