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

const precisionOf = (column: string) => column.replace(/_(on|since|until)$/, '_precision');

/** A row as a reader takes it in: a date of coarse precision is one value, not two. */
function told(image: Image): Record<string, unknown> {
  const row = { ...image };
  for (const name of Object.keys(row).filter((column) => precisionOf(column) in row)) {
    const precision = row[precisionOf(name)];
    if (name === precisionOf(name)) continue;
    row[name] = row[name] ? { date: row[name], precision } : null;
    delete row[precisionOf(name)];
  }
  return row;
}

const foremost = ['name', 'title', 'summary', 'kind'];
const hindmost = ['url', 'source', 'note'];
/** The images hold their columns by length of name: what a thing is comes first, where that is known from last. */
const rank = (name: string) =>
  foremost.includes(name) ? foremost.indexOf(name) - foremost.length : 1 + hindmost.indexOf(name);

/** The columns that differ between two images of a row. */
export function changedFields(before: Image, after: Image): { name: string; before: unknown; after: unknown }[] {
  const [was, becomes] = [told(before), told(after)];
  const names = Object.keys(after ? becomes : was).filter((name) => !silent.includes(name));
  return names
    .map((name) => ({ name, before: was[name] ?? null, after: becomes[name] ?? null }))
    .filter((field) => JSON.stringify(field.before) !== JSON.stringify(field.after))
    .sort((a, b) => rank(a.name) - rank(b.name));
}

/** What a row belongs to, where it is a part of something. */
export const partOf: Record<string, string> = {
  promise: 'milestone',
  forecast: 'milestone',
  evidence: 'milestone',
  milestone_dependency: 'milestone',
  award: 'call',
  lot: 'call',
  measurement: 'indicator',
  call_budget: 'call',
  call_criterion: 'call',
  call_beneficiary: 'call',
  agreement_party: 'agreement',
  contribution: 'agreement',
  obligation: 'agreement',
  allocation: 'fund',
  event_session: 'event',
};

const linked = [
  'source',
  'organisation',
  'zone',
  'area',
  'initiative',
  'cycle',
  'milestone',
  'space',
  'call',
  'indicator',
  'agreement',
  'fund',
  'event',
];
const named: Record<string, string> = {
  owner: 'organisation',
  lead: 'organisation',
  owed_by: 'organisation',
  owed_to: 'organisation',
  parent: 'zone',
  priority_area: 'zone',
  depends_on: 'milestone',
  after_obligation: 'obligation',
  lead_cycle: 'cycle',
};

/** The table whose items a column names, if it names any. */
export const linkOf = (column: string): string | undefined =>
  named[column] ?? (linked.includes(column) ? column : undefined);

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
