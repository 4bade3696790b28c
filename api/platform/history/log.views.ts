// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Reader } from '../../../db/past.ts';
import { type ChangeFilter, type ChangeRow, countChanges, readChanges } from '../../../db/platform/history/reads.ts';
import { cursorOf, dayAndNumber, type Paged } from '../../http/paging.ts';
import { csvWriter } from '../tables/csv.views.ts';
import { marked } from '../tables/marks.rules.ts';
import { type Change, countedTo, type LogFilter } from './contract.ts';
import { changeKind, kindsInOrder } from './rules.ts';
import { type Asker, allFields, changesOf, itemOf, ownName, pageOfChanges, undoableIn } from './views.ts';

function logFilterOf({ item, table, ...query }: LogFilter): ChangeFilter {
  return { ...query, ...itemOf(item), tables: table ? [table] : undefined, drafts: true };
}

const loggedOf = (row: ChangeRow, change: Change) => ({
  ...change,
  actor: row.actor,
  person: row.account_id === null ? null : { account: row.account_id, name: row.person },
  written: row.written,
});

/** All log entries with their authors. */
export async function logView(reader: Reader, query: LogFilter & Paged, asker: Asker) {
  const filter = logFilterOf(query);
  const page = { limit: query.limit + 1, after: cursorOf(query.cursor, dayAndNumber) };
  const rows = await readChanges(reader, filter, page, kindsInOrder);
  const mapped = await changesOf(reader, rows, allFields);
  const undoable = await undoableIn(reader, rows, asker);
  return pageOfChanges(rows, query, await countChanges(reader, filter, countedTo + 1, kindsInOrder), (row) => ({
    ...loggedOf(row, mapped(row)),
    undoable: undoable.has(row.written),
  }));
}

const atOnce = 500;
const columns = [
  'id',
  'known_on',
  'recorded_at',
  'kind',
  'table',
  'key',
  'name',
  'person',
  'account',
  'actor',
] as const;
const header = [...columns, 'reason', 'written', 'before', 'after'];

/** A CSV cell, escaped against formula injection. */
const cell = (value: unknown): string => marked(value === null || value === undefined ? '' : String(value));

function cellsOf(row: ChangeRow): string[] {
  const { id, known_on, recorded_at, table_name: table, operation, before, after, item } = row;
  const kind = changeKind({ table, operation, before, after });
  const what = [id, known_on, recorded_at.toISOString(), kind, table, item, ownName(row)?.it];
  const who = [row.person, row.account_id, row.actor, row.reason, row.written];
  const images = [before, after].map((one) => one && JSON.stringify(one));
  return [...what, ...who, ...images].map(cell);
}

/** Streams the log as CSV, page by page. */
export async function* logLines(
  reader: Reader,
  { for: whom, ...query }: LogFilter & { for?: 'excel' | undefined },
): AsyncGenerator<string> {
  const filter = logFilterOf(query);
  const write = csvWriter({ for: whom });
  yield write([header]);
  for (let after: string[] | undefined, more = true; more; ) {
    const rows: ChangeRow[] = await readChanges(reader, filter, { limit: atOnce, after }, kindsInOrder);
    yield write(rows.map(cellsOf));
    const last = rows.at(-1);
    more = rows.length === atOnce && last !== undefined;
    after = last && [last.known_on, String(last.id)];
  }
}
