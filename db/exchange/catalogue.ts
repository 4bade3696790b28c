// SPDX-License-Identifier: AGPL-3.0-or-later
import { type QueryExecutorProvider, sql } from 'kysely';

export type ColumnType =
  | 'text'
  | 'key'
  | 'bilingual'
  | 'number'
  | 'int'
  | 'date'
  | 'boolean'
  | 'json'
  | 'instant'
  | 'bytes'
  | 'words'
  | 'other';

export interface Column {
  name: string;
  type: ColumnType;
  nullable: boolean;
  /** SQL default expression; null if there is none. */
  fallback: string | null;
  choices: string[] | null;
  /** Number of decimals; null for other types. */
  scale: number | null;
  refersTo: string | null;
}

export interface Table {
  name: string;
  appendOnly: boolean;
  columns: Column[];
}

interface CatalogueRow {
  table: string;
  column: string;
  domain: string | null;
  base: string;
  nullable: boolean;
  fallback: string | null;
  append_only: boolean;
  checks: string[];
  scale: number | null;
  refers_to: string | null;
}

const infrastructure = ['change', 'revision', 'setting', 'migration', 'migration_lock', 'renamed'];

function columnType(domain: string | null, base: string): ColumnType {
  if (domain === 'bilingual') return 'bilingual';
  if (domain === 'item_key') return 'key';
  const types: Record<string, ColumnType> = {
    text: 'text',
    int4: 'int',
    int8: 'int',
    numeric: 'number',
    date: 'date',
    bool: 'boolean',
    jsonb: 'json',
    timestamptz: 'instant',
    bytea: 'bytes',
    _text: 'words',
  };
  return types[base] ?? 'other';
}

function choicesOf(column: string, checks: string[]): string[] | null {
  const list = checks.find((check) => new RegExp(`\\(\\(?(VALUE|${column}) = ANY`).test(check));
  return list ? [...list.matchAll(/'([^']+)'::text/g)].map((match) => match[1] ?? '') : null;
}

/** All tables from the database catalogue, referenced tables first; those of schema `access` by qualified name. */
export async function readCatalogue(db: QueryExecutorProvider): Promise<Table[]> {
  const { rows } = await sql<CatalogueRow>`
    select case when n.nspname = 'access' then 'access.' else '' end || c.relname as table, a.attname as column, d.typname as domain, coalesce(b.typname, t.typname) as base,
      not a.attnotnull as nullable, case when a.attidentity <> '' then 'identity' else pg_get_expr(e.adbin, e.adrelid) end as fallback,
      case when coalesce(b.typname, t.typname) = 'numeric' then (coalesce(d.typtypmod, a.atttypmod) - 4) & 65535 end as scale,
      exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'append_only') as append_only,
      array(select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.contype = 'c' and ((k.conrelid = c.oid and k.conkey = array[a.attnum]) or k.contypid = d.oid)) as checks,
      (select f.relname from pg_constraint k join pg_class f on f.oid = k.confrelid where k.conrelid = c.oid
        and k.contype = 'f' and k.conkey[cardinality(k.conkey)] = a.attnum and a.attname <> 'programme_id' limit 1) as refers_to
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
      left join pg_type d on d.oid = a.atttypid and d.typtype = 'd' left join pg_type b on b.oid = d.typbasetype
      left join pg_attrdef e on e.adrelid = c.oid and e.adnum = a.attnum
    where n.nspname in ('public', 'access') and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    order by n.nspname desc, c.relname, a.attnum`.execute(db);
  const tables = new Map<string, Table>();
  for (const row of rows) {
    const table = tables.get(row.table) ?? { name: row.table, appendOnly: row.append_only, columns: [] };
    tables.set(row.table, table);
    table.columns.push({
      name: row.column,
      type: columnType(row.domain, row.base),
      nullable: row.nullable,
      fallback: row.fallback,
      choices: choicesOf(row.column, row.checks),
      scale: row.scale,
      refersTo: row.refers_to,
    });
  }
  return inOrder([...tables.values()]);
}

/** Tables allowed in a data package: all except internal ones. */
export function domainTables(tables: Table[]): Table[] {
  return tables.filter(({ name }) => !infrastructure.includes(name) && !name.startsWith('access.'));
}

function inOrder(tables: Table[]): Table[] {
  const done: Table[] = [];
  const place = (table: Table, above: string[]) => {
    if (done.includes(table) || above.includes(table.name)) return;
    for (const column of table.columns) {
      const target = tables.find((other) => other.name === column.refersTo);
      // The programme refers to its source and lead cycle, which are written later; these references are checked at
      // commit.
      if (target && table.name !== 'programme') place(target, [...above, table.name]);
    }
    done.push(table);
  };
  const first = tables.filter((table) => table.name === 'programme');
  for (const table of [...first, ...tables]) place(table, []);
  return done;
}
