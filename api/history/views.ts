// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChangeFilter, type ChangeRow, countChanges, readChanges, readNames } from '../../db/history/reads.ts';
import type { Reader } from '../../db/past.ts';
import type { Text, When } from '../contract.ts';
import { cursorOf, dayAndNumber, type Paged, pageOfRows } from '../http/paging.ts';
import type { Change, Value } from './contract.ts';
import { changedFields, changeKind, linkOf, partOf } from './rules.ts';

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
  'call',
  'award',
  'measurement',
  'space',
];

const image = (row: ChangeRow) => row.after ?? row.before ?? {};
const ownName = (row: ChangeRow) => (image(row).name ?? image(row).title ?? null) as Text | null;

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

/** A value as the log shows it: a key as the item it names, and as JSON what is neither that nor plain. */
function shown(column: string, value: unknown, names: Names): Value {
  const table = linkOf(column);
  if (table && typeof value === 'string') return { table, key: value, name: names.get(`${table}/${value}`) ?? null };
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value))
    return value as string | number | boolean | null;
  if (typeof value === 'object' && ('it' in value || 'date' in value)) return value as Text | When;
  return JSON.stringify(value);
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
    fields: fields.map(({ name, before, after }) => ({
      name,
      before: shown(name, before, names),
      after: shown(name, after, names),
    })),
    actor: row.actor,
    reason: row.reason,
  };
}

async function changesOf(reader: Reader, rows: ChangeRow[], fieldsOf: (row: ChangeRow) => Field[]) {
  const fields = new Map(rows.map((row) => [row, fieldsOf(row)]));
  const names = await readAllNames(reader, [...wholes(rows), ...links([...fields.values()].flat())]);
  return (row: ChangeRow) => changeOf(row, fields.get(row) ?? [], names);
}

const wholeOf = (query: string): ChangeFilter => {
  const [room = '', key = ''] = query.split('/');
  const table = tableOf[room] ?? room;
  return { item: { table, key, parts: Object.keys(partOf).filter((part) => partOf[part] === table) } };
};

export async function changesView(reader: Reader, query: { item?: string | undefined } & Paged) {
  const filter = query.item ? wholeOf(query.item) : {};
  const rows = await readChanges(reader, filter, {
    limit: query.limit + 1,
    after: cursorOf(query.cursor, dayAndNumber),
  });
  const mapped = await changesOf(reader, rows, ({ table_name: table, operation, before, after }) =>
    // That a part belongs to its whole is told by `about`.
    changedFields(before, after).filter(({ name }) => operation === 'update' || name !== partOf[table]),
  );
  return pageOfRows(rows, query, await countChanges(reader, filter), mapped, (row) => [row.known_on, String(row.id)]);
}

/** The latest of what happened to the programme; what was added is told by its kind alone, to keep the overview light. */
export async function latestChanges(reader: Reader, limit: number): Promise<Change[]> {
  const rows = await readChanges(reader, { tables: events }, { limit });
  const edited = ({ operation, before, after }: ChangeRow) =>
    operation === 'update' ? changedFields(before, after) : [];
  return rows.map(await changesOf(reader, rows, edited));
}
