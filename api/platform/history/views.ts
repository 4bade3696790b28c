// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Reader } from '../../../db/past.ts';
import {
  type ChangeFilter,
  type ChangeRow,
  countChanges,
  readChanges,
  readNames,
} from '../../../db/platform/history/reads.ts';
import { readTogether, type TogetherRow } from '../../../db/platform/history/undo.reads.ts';
import type { Text, When } from '../../contract.ts';
import { cursorOf, dayAndNumber, type Paged, pageOfRows } from '../../http/paging.ts';
import { type Grant, may } from '../../http/rights.rules.ts';
import { type Change, type ChangedField, countedTo, type Value } from './contract.ts';
import { changedFields, changeKind, linkOf, partOf, pointsIn, type Undoable, undoOf } from './rules.ts';

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
  awards: 'award',
};
/** Tables with the programme's events, as opposed to its reference data. */
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

type Field = ReturnType<typeof changedFields>[number];
type Names = Map<string, Text>;

async function readAllNames(
  reader: Reader,
  wanted: readonly (readonly [table: string, key: unknown])[],
): Promise<Names> {
  const keys = Map.groupBy(
    wanted.filter(([, key]) => typeof key === 'string'),
    ([table]) => table,
  );
  const names: Names = new Map();
  for (const [table, pairs] of keys) {
    const found = await readNames(reader, table, [...new Set(pairs.map(([, key]) => String(key)))]);
    for (const { key, name } of found) names.set(`${table}/${key}`, name);
  }
  return names;
}

const wholes = (rows: ChangeRow[]) =>
  rows.flatMap((row) => {
    const whole = partOf[row.table_name];
    return whole ? [[whole, image(row)[whole]] as const] : [];
  });

const links = (fields: Field[]) =>
  fields.flatMap(({ name, before, after }) => {
    const table = linkOf(name);
    return table ? [[table, before] as const, [table, after] as const] : [];
  });

/** Shows a boundary as its number of points; zones/boundaries returns the geometry. */
const drawnWith = (points: number): Text => ({
  it: `disegnato con ${points} punti`,
  en: `drawn with ${points} points`,
});

/** A log value for display: keys as the items they name, structured values as JSON. */
function shown(column: string, value: unknown, names: Names): Value {
  const table = linkOf(column);
  if (table && typeof value === 'string') return { table, key: value, name: names.get(`${table}/${value}`) ?? null };
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value))
    return value as string | number | boolean | null;
  if (typeof value === 'object' && ('it' in value || 'date' in value)) return value as Text | When;
  if (column === 'boundary' && typeof value === 'object') return drawnWith(pointsIn(value));
  return JSON.stringify(value);
}

const shownField = ({ name, before, after }: Field, names: Names): ChangedField => ({
  name,
  before: shown(name, before, names),
  after: shown(name, after, names),
});

type Image = Record<string, unknown>;

/** What differs between pairs of rows, column by column, with the names of the items that they refer to. */
export async function differencesShown(
  reader: Reader,
  pairs: readonly (readonly [before: Image, after: Image])[],
): Promise<ChangedField[][]> {
  const fields = pairs.map(([before, after]) => changedFields(before, after));
  const names = await readAllNames(reader, links(fields.flat()));
  return fields.map((own) => own.map((field) => shownField(field, names)));
}

function changeOf(row: ChangeRow, fields: Field[], names: Names): Change {
  const whole = partOf[row.table_name];
  const wholeKey = whole ? String(image(row)[whole]) : '';
  return {
    id: row.id,
    knownOn: row.known_on,
    recordedAt: row.recorded_at.toISOString(),
    kind: changeKind({ table: row.table_name, operation: row.operation, before: row.before, after: row.after }),
    operation: row.operation,
    table: row.table_name,
    key: row.item,
    name: ownName(row),
    about: whole ? { table: whole, key: wholeKey, name: names.get(`${whole}/${wholeKey}`) ?? null } : null,
    fields: fields.map((field) => shownField(field, names)),
    actor: row.public_name ?? row.actor,
    reason: row.reason,
  };
}

/** State around a recorded write, input of the undo rules. */
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

/** True if the account may write to all items the rows are about, before and after the write. */
export function mayUndo(rows: TogetherRow[], grants: readonly Grant[], programme: string): boolean {
  return rows.every((row) => {
    if (row.table_name === 'cycle' || row.table_name === 'cycle_review')
      return may('keep-cycles', grants, { programme });
    // Parts of a removed milestone belong to the area of the milestone.
    const whole = rows.filter(({ table_name, item }) => table_name === 'milestone' && item === row.milestone);
    const areas = new Set([row, ...whole].flatMap(areasOf));
    return areas.size > 0 && [...areas].every((area) => may('keep-milestones', grants, { programme, area }));
  });
}

export interface Asker {
  grants: readonly Grant[];
  programme: string;
}

/** Transactions of the given rows that the account can undo. */
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

/** Columns changed by a row, without the reference to its parent, which `about` shows. */
export const allFields = ({ table_name: table, operation, before, after }: ChangeRow): Field[] =>
  changedFields(before, after).filter(({ name }) => operation === 'update' || name !== partOf[table]);

export async function changesOf(reader: Reader, rows: ChangeRow[], fieldsOf: (row: ChangeRow) => Field[]) {
  const fields = new Map(rows.map((row) => [row, fieldsOf(row)]));
  const names = await readAllNames(reader, [...wholes(rows), ...links([...fields.values()].flat())]);
  return (row: ChangeRow) => changeOf(row, fields.get(row) ?? [], names);
}

export const itemOf = (item: string | undefined): Pick<ChangeFilter, 'item'> => {
  if (!item) return {};
  const [room = '', key = ''] = item.split('/');
  const table = tableOf[room] ?? room;
  return { item: { table, key, parts: Object.keys(partOf).filter((part) => partOf[part] === table) } };
};

/** The public log; with a session it also states which entries the account can undo. */
export async function changesView(
  reader: Reader,
  query: { item?: string | undefined } & Paged,
  asker: Asker | null = null,
) {
  const filter = itemOf(query.item);
  const page = { limit: query.limit + 1, after: cursorOf(query.cursor, dayAndNumber) };
  const rows = await readChanges(reader, filter, page);
  const undoable = asker && (await undoableIn(reader, rows, asker));
  const mapped = await changesOf(reader, rows, allFields);
  return pageOfChanges(rows, query, await countChanges(reader, filter, countedTo + 1), (row) => ({
    ...mapped(row),
    ...(undoable ? { undoable: undoable.has(row.written) } : {}),
  }));
}

/** A page of log rows; `counted` is their number, or `countedTo` + 1 where there are more. */
export const pageOfChanges = <T>(rows: ChangeRow[], query: Paged, counted: number, item: (row: ChangeRow) => T) => ({
  ...pageOfRows(rows, query, Math.min(counted, countedTo), item, (row) => [row.known_on, String(row.id)]),
  totalIsExact: counted <= countedTo,
});

/** Latest events of the programme; additions show their kind only, to keep the overview small. */
export async function latestChanges(reader: Reader, limit: number): Promise<Change[]> {
  const rows = await readChanges(reader, { tables: events }, { limit });
  const edited = ({ operation, before, after }: ChangeRow) =>
    operation === 'update' ? changedFields(before, after) : [];
  return rows.map(await changesOf(reader, rows, edited));
}
