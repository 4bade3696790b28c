// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from '../../http/refusals.rules.ts';
import type { ChangeKind } from './contract.ts';

type Image = Record<string, unknown> | null;

interface Written {
  table: string;
  operation: 'insert' | 'update' | 'delete';
  before: Image;
  after: Image;
}

/** Columns hidden in the log; rankings are shown as tables of their own. */
const silent = ['programme_id', 'key', 'input', 'entries'];

const precisionOf = (column: string) => column.replace(/_(on|since|until)$/, '_precision');

/** A row for display: a date and its precision become one value. */
function shown(image: Image): Record<string, unknown> {
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
/** Display order of columns; the row images are ordered by name length. */
const rank = (name: string) =>
  foremost.includes(name) ? foremost.indexOf(name) - foremost.length : 1 + hindmost.indexOf(name);

/** Number of points of a geometry: nested lists that end in coordinate pairs. */
export const pointsIn = ({ coordinates }: { coordinates?: unknown[] }): number =>
  (coordinates ?? []).flat(Number.POSITIVE_INFINITY).length / 2;

/** Columns that differ between two row images. */
export function changedFields(before: Image, after: Image): { name: string; before: unknown; after: unknown }[] {
  const [was, becomes] = [shown(before), shown(after)];
  const names = Object.keys(after ? becomes : was).filter((name) => !silent.includes(name));
  return names
    .map((name) => ({ name, before: was[name] ?? null, after: becomes[name] ?? null }))
    .filter((field) => JSON.stringify(field.before) !== JSON.stringify(field.after))
    .sort((a, b) => rank(a.name) - rank(b.name));
}

/** Parent item of a row that is part of another one. */
export const partOf: Record<string, string> = {
  promise: 'milestone',
  forecast: 'milestone',
  evidence: 'milestone',
  milestone_dependency: 'milestone',
  award: 'call',
  payment: 'award',
  award_check: 'award',
  lot: 'call',
  measurement: 'indicator',
  call_budget: 'call',
  call_criterion: 'call',
  call_beneficiary: 'call',
  call_bonus: 'call',
  call_requirement: 'call',
  call_amendment: 'call',
  call_answer: 'call',
  ranking: 'call',
  agreement_party: 'agreement',
  contribution: 'agreement',
  obligation: 'agreement',
  allocation: 'fund',
  event_session: 'event',
  closing: 'milestone',
  cycle_review: 'cycle',
  machine: 'lab',
  lab_photo: 'lab',
  space_file: 'space',
  qualification_step: 'lab',
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
  'lab',
  'award',
];
const named: Record<string, string> = {
  owner: 'organisation',
  lead: 'organisation',
  owed_by: 'organisation',
  owed_to: 'organisation',
  parent: 'zone',
  priority_area: 'zone',
  depends_on: 'milestone',
  continues: 'milestone',
  after_obligation: 'obligation',
  lead_cycle: 'cycle',
  merged_into: 'lab',
};

/** Table that a reference column points to; undefined for other columns. */
export const linkOf = (column: string): string | undefined =>
  named[column] ?? (linked.includes(column) ? column : undefined);

/** An event kind and the conditions a write must meet; omitted conditions match anything. */
export interface KindRule {
  kind: ChangeKind;
  operation?: Written['operation'];
  table?: string;
  /** Column that changed from null to a value. */
  gained?: string;
  /** Column with its required new value. */
  holds?: { column: string; value: string };
  /** Column that changed. */
  differs?: string;
}

/** Event kinds in order of precedence: the first match applies. The SQL filter uses the same list. */
export const kindsInOrder: readonly KindRule[] = [
  { kind: 'removed', operation: 'delete' },
  { kind: 'reached', table: 'milestone', gained: 'done_on' },
  { kind: 'withdrawn', table: 'milestone', gained: 'withdrawn_on' },
  { kind: 'withdrawn', table: 'initiative', gained: 'withdrawn_on' },
  { kind: 'concluded', table: 'call', gained: 'concluded_on' },
  { kind: 'closed', table: 'cycle', gained: 'closed_on' },
  { kind: 'adopted', table: 'cycle', gained: 'adopted_on' },
  { kind: 'confirmed', table: 'closing', holds: { column: 'state', value: 'confirmed' } },
  { kind: 'sent-back', table: 'closing', holds: { column: 'state', value: 'sent-back' } },
  { kind: 'proposed', table: 'closing', operation: 'insert' },
  { kind: 'promised', table: 'promise', operation: 'insert', holds: { column: 'number', value: '1' } },
  { kind: 'replanned', table: 'promise', operation: 'insert' },
  { kind: 'forecast', table: 'forecast', operation: 'insert' },
  { kind: 'evidence-added', table: 'evidence', operation: 'insert' },
  { kind: 'awarded', table: 'award', operation: 'insert' },
  { kind: 'opened', table: 'award', gained: 'opened_on' },
  { kind: 'ended', table: 'award', gained: 'ended_on' },
  { kind: 'paid', table: 'payment', operation: 'insert' },
  { kind: 'measured', table: 'measurement', operation: 'insert' },
  { kind: 'added', operation: 'insert' },
  { kind: 'moved-on', table: 'space', differs: 'state' },
  { kind: 'edited' },
];

export function changeKind({ table, operation, before, after }: Written): ChangeKind {
  const fits = (one: KindRule) =>
    (one.operation ?? operation) === operation &&
    (one.table ?? table) === table &&
    (!one.gained || (!before?.[one.gained] && Boolean(after?.[one.gained]))) &&
    (!one.holds || String(after?.[one.holds.column]) === one.holds.value) &&
    (!one.differs || before?.[one.differs] !== after?.[one.differs]);
  return kindsInOrder.find(fits)?.kind ?? 'edited';
}

/** A recorded write with the current state around it. */
export interface Undoable extends Written {
  /** True if written by a signed-in account. */
  signed: boolean;
  /** True if the row has not been written since. */
  last: boolean;
  /** Current state of the parent milestone; null if there is none. */
  milestone: {
    promised: boolean;
    doneOn: string | null;
    withdrawnOn: string | null;
    closing: 'proposed' | 'confirmed' | 'sent-back' | null;
  } | null;
  /** True if the row's cycle is still a draft. */
  inDraft: boolean;
  /** True if there is an earlier forecast to restore. */
  earlierForecast: boolean;
}

/** The new write that undoes a recorded one. */
export type UndoAct = 'delete' | 'insert' | 'set-back' | 'forecast-back' | 'replan-back' | 'take-back';
type Verdict = { act: UndoAct } | { rule: Rule };

const figures = ['weight', 'planned_on', 'planned_precision'];
const differing = ({ before, after }: Written) => changedFields(before, after).map(({ name }) => name);
const simply: Record<Written['operation'], Verdict> = {
  insert: { act: 'delete' },
  delete: { act: 'insert' },
  update: { act: 'set-back' },
};

function ofMilestone(it: Undoable): Verdict {
  const columns = differing(it);
  if (it.operation === 'insert') return it.milestone?.promised ? { rule: 'undo-promise' } : { act: 'delete' };
  if (it.operation === 'delete') return it.inDraft ? { act: 'insert' } : { rule: 'undo-too-late' };
  if (columns.includes('done_on')) return { rule: 'undo-closing' };
  const rewrites = it.milestone?.promised === true && figures.some((name) => columns.includes(name));
  return rewrites ? { rule: 'figure-fixed' } : { act: 'set-back' };
}

function ofCycle(it: Undoable): Verdict {
  const settled = ['draft', 'adopted_on', 'closed_on'].some((name) => differing(it).includes(name));
  return it.operation === 'update' && settled ? { rule: 'undo-adoption' } : simply[it.operation];
}

function ofReport({ table, after, milestone, earlierForecast }: Undoable): Verdict {
  if (milestone?.doneOn || milestone?.withdrawnOn) return { rule: 'undo-too-late' };
  if (table === 'forecast') return earlierForecast ? { act: 'forecast-back' } : { rule: 'undo-first-forecast' };
  if (after?.number === 1) return { rule: 'undo-promise' };
  return milestone?.closing === 'proposed' ? { rule: 'awaits-check' } : { act: 'replan-back' };
}

function ofEvidence(it: Undoable): Verdict {
  const rests = it.milestone?.doneOn || it.milestone?.closing === 'proposed' || it.milestone?.closing === 'confirmed';
  return rests ? { rule: 'closing-rests' } : simply[it.operation];
}

/** The undo of one recorded write, or the rule against it. */
export function undoOf(it: Undoable): Verdict {
  if (!it.signed) return { rule: 'undo-loaded' };
  if (!it.last) return { rule: 'undo-meanwhile' };
  const open = it.table === 'closing' && it.operation === 'insert' && it.milestone?.closing === 'proposed';
  const rules: Record<string, (row: Undoable) => Verdict> = {
    milestone: ofMilestone,
    cycle: ofCycle,
    cycle_review: () => ({ rule: 'undo-adoption' }),
    forecast: ofReport,
    promise: ofReport,
    evidence: ofEvidence,
    milestone_dependency: ({ operation }) => simply[operation],
    initiative: ({ operation }) => simply[operation],
    closing: () => (open ? { act: 'take-back' } : { rule: 'undo-closing' }),
  };
  return rules[it.table]?.(it) ?? { rule: 'undo-elsewhere' };
}
