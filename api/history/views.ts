// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type ChangeFilter,
  type ChangeRow,
  countChanges,
  readChanges,
  readNames,
  readTogether,
  type TogetherRow,
} from '../../db/history/reads.ts';
import type { Reader } from '../../db/past.ts';
import { type Grant, may } from '../access/rules.ts';
import type { Text } from '../contract.ts';
import { cursorOf, dayAndNumber, type Paged, pageOfRows } from '../http/paging.ts';
import type { Change } from './contract.ts';
import { changedFields, changeKind, type Undoable, undoOf } from './rules.ts';

/** What a row belongs to, where it is a part of something. */
const partOf: Record<string, string> = {
  promise: 'milestone',
  forecast: 'milestone',
  evidence: 'milestone',
  milestone_dependency: 'milestone',
  closing: 'milestone',
  cycle_review: 'cycle',
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
const tableOf: Record<string, string> = {
  milestones: 'milestone',
  areas: 'area',
  initiatives: 'initiative',
  cycles: 'cycle',
  labs: 'lab',
  spaces: 'space',
  calls: 'call',
  indicators: 'indicator',
  zones: 'zone',
  sources: 'source',
  agreements: 'agreement',
  organisations: 'organisation',
  events: 'event',
};
/** What happened to the programme, as against the frame in which it happens. */
export const events = [
  'cycle',
  'milestone',
  'promise',
  'forecast',
  'evidence',
  'closing',
  'cycle_review',
  'call',
  'award',
  'measurement',
  'space',
];

const image = (row: ChangeRow) => row.after ?? row.before ?? {};
export const ownName = (row: ChangeRow) => (image(row).name ?? image(row).title ?? null) as Text | null;

export async function namesOf(reader: Reader, rows: ChangeRow[]): Promise<Map<string, Text>> {
  const names = new Map<string, Text>();
  for (const whole of new Set(Object.values(partOf))) {
    const keys = rows.filter((row) => partOf[row.table_name] === whole).map((row) => String(image(row)[whole]));
    for (const { key, name } of await readNames(reader, whole, [...new Set(keys)])) names.set(`${whole}/${key}`, name);
  }
  return names;
}

/** A value as the log shows it: what is neither word, number, truth nor text in two languages is shown as JSON. */
function shown(value: unknown): Change['fields'][number]['before'] {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value))
    return value as string | number | boolean | null;
  return typeof value === 'object' && 'it' in value ? (value as Text) : JSON.stringify(value);
}

export function changeOf(row: ChangeRow, names: Map<string, Text>): Change {
  const whole = partOf[row.table_name];
  const wholeKey = whole ? String(image(row)[whole]) : '';
  const fields = row.operation === 'update' ? changedFields(row.before, row.after) : [];
  return {
    id: row.id,
    knownOn: row.known_on,
    recordedAt: row.recorded_at.toISOString(),
    kind: changeKind({ table: row.table_name, operation: row.operation, before: row.before, after: row.after }),
    table: row.table_name,
    key: row.item,
    name: ownName(row),
    about: whole ? { table: whole, key: wholeKey, name: names.get(`${whole}/${wholeKey}`) ?? null } : null,
    fields: fields.map(({ name, before, after }) => ({ name, before: shown(before), after: shown(after) })),
    actor: row.public_name ?? row.actor,
    reason: row.reason,
  };
}

/** What stands around a recorded write, for the rules of undoing it. */
export const undoableOf = (row: TogetherRow): Undoable => ({
  table: row.table_name,
  operation: row.operation,
  before: row.before,
  after: row.after,
  signed: true,
  last: row.last,
  milestone:
    row.milestone === null
      ? null
      : {
          promised: row.promised,
          doneOn: row.done_on,
          withdrawnOn: row.withdrawn_on,
          closing: row.closing_state,
        },
  inDraft: row.in_draft,
  earlierForecast: row.earlier_forecast,
});

const areasOf = (row: TogetherRow) =>
  [row.area, row.before?.area, row.after?.area].filter((area): area is string => typeof area === 'string');

/** Whether somebody may write to all that these rows, written together, are, were and are part of. */
export function mayUndo(rows: TogetherRow[], grants: readonly Grant[], programme: string): boolean {
  return rows.every((row) => {
    if (row.table_name === 'cycle' || row.table_name === 'cycle_review')
      return may('keep-cycles', grants, { programme });
    // What belonged to a milestone that was removed stands in the area that it stood in.
    const whole = rows.filter(({ table_name, item }) => table_name === 'milestone' && item === row.milestone);
    const areas = new Set([row, ...whole].flatMap(areasOf));
    return areas.size > 0 && [...areas].every((area) => may('keep-milestones', grants, { programme, area }));
  });
}

export interface Asker {
  grants: readonly Grant[];
  programme: string;
}

/** Of the rows shown, the transactions that the asker may undo as they stand. */
export async function undoableIn(reader: Reader, rows: ChangeRow[], asker: Asker): Promise<Set<string>> {
  if (!may('keep-milestones', asker.grants, { programme: asker.programme })) return new Set();
  const written = [...new Set(rows.filter((row) => row.account_id !== null).map((row) => row.written))];
  const all = written.length > 0 ? await readTogether(reader, written) : [];
  const can = (row: TogetherRow) => 'act' in undoOf(undoableOf(row));
  return new Set(
    written.filter((one) => {
      const together = all.filter((row) => row.written === one);
      return together.length > 0 && together.every(can) && mayUndo(together, asker.grants, asker.programme);
    }),
  );
}

export const itemOf = (item: string | undefined): Pick<ChangeFilter, 'item'> => {
  const [room = '', key = ''] = item?.split('/') ?? [];
  return item ? { item: { table: tableOf[room] ?? room, key } } : {};
};

/** The public log; to whoever is signed in it says what he may undo. */
export async function changesView(
  reader: Reader,
  query: { item?: string | undefined } & Paged,
  asker: Asker | null = null,
) {
  const filter = itemOf(query.item);
  const page = { limit: query.limit + 1, after: cursorOf(query.cursor, dayAndNumber) };
  const rows = await readChanges(reader, filter, page);
  const names = await namesOf(reader, rows);
  const undoable = asker && (await undoableIn(reader, rows, asker));
  return pageOfRows(
    rows,
    query,
    await countChanges(reader, filter),
    (row) => ({ ...changeOf(row, names), ...(undoable ? { undoable: undoable.has(row.written) } : {}) }),
    (row) => [row.known_on, String(row.id)],
  );
}

/** The latest of what happened to the programme. */
export async function latestChanges(reader: Reader, limit: number): Promise<Change[]> {
  const rows = await readChanges(reader, { tables: events }, { limit });
  const names = await namesOf(reader, rows);
  return rows.map((row) => changeOf(row, names));
}
