// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChangeFilter, type ChangeRow, countChanges, readChanges, readNames } from '../../db/history/reads.ts';
import type { Reader } from '../../db/past.ts';
import type { Text } from '../contract.ts';
import { cursorOf, dayAndNumber, type Paged, pageOfRows } from '../http/paging.ts';
import type { Change } from './contract.ts';
import { changedFields, changeKind } from './rules.ts';

/** What a row belongs to, where it is a part of something. */
const partOf: Record<string, string> = {
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

async function namesOf(reader: Reader, rows: ChangeRow[]): Promise<Map<string, Text>> {
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

function changeOf(row: ChangeRow, names: Map<string, Text>): Change {
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
    actor: row.actor,
    reason: row.reason,
  };
}

export async function changesView(reader: Reader, query: { item?: string | undefined } & Paged) {
  const [room = '', key = ''] = query.item?.split('/') ?? [];
  const filter: ChangeFilter = query.item ? { item: { table: tableOf[room] ?? room, key } } : {};
  const rows = await readChanges(reader, filter, {
    limit: query.limit + 1,
    after: cursorOf(query.cursor, dayAndNumber),
  });
  const names = await namesOf(reader, rows);
  return pageOfRows(
    rows,
    query,
    await countChanges(reader, filter),
    (row) => changeOf(row, names),
    (row) => [row.known_on, String(row.id)],
  );
}

/** The latest of what happened to the programme. */
export async function latestChanges(reader: Reader, limit: number): Promise<Change[]> {
  const rows = await readChanges(reader, { tables: events }, { limit });
  const names = await namesOf(reader, rows);
  return rows.map((row) => changeOf(row, names));
}
