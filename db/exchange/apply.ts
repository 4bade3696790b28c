// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { change, knownOn, type Writer } from '../change.ts';
import type { OfficinaDb } from '../client.ts';
import { type Column, domainTables, readCatalogue, type Table } from './catalogue.ts';
import { checkPackage, inWritingOrder, type Version } from './check.ts';
import { type Fault, PackageRefused } from './fault.ts';
import type { TextPackage } from './package.ts';

export interface Loaded {
  programme: string;
  added: number;
  changed: number;
  /** Items in the programme but not in the package; they are kept. */
  kept: string[];
  /** Rows of an existing programme that state a day before today. */
  backdated: string[];
  /** Number of items affected by `Follow`. */
  followed: number;
}

/** Work to run in the same change after the rows are written; returns the number of items affected. */
export type Follow = (writer: Writer, programmeId: number) => Promise<number>;

interface Known {
  table_name: string;
  item: string;
  known_on: string;
  operation: string;
}

async function programmeIdOf(writer: Writer, key: string): Promise<number> {
  const found = await writer.selectFrom('programme').select('programme_id').where('key', '=', key).executeTakeFirst();
  if (found) return found.programme_id;
  const { rows } = await sql<{
    id: number;
  }>`select nextval(pg_get_serial_sequence('programme', 'programme_id'))::int as id`.execute(writer);
  return rows[0]?.id ?? 0;
}

async function lastKnown(writer: Writer, programmeId: number): Promise<Map<string, Known>> {
  const { rows } = await sql<Known>`
    select distinct on (table_name, item) table_name, item, known_on, operation from change
    where programme_id = ${programmeId} order by table_name, item, known_on desc, id desc`.execute(writer);
  return new Map(rows.map((row) => [`${row.table_name}/${row.item}`, row]));
}

const markOf = ({ table, key }: Version) => `${table.name}/${key}`;

/**
 * Selects what is new in the package. A new programme takes it completely. In an existing programme, new or different
 * rows become known today, unless the row states a later day than the item's latest version; known versions are not
 * rewritten.
 */
function news(versions: Version[], known: Map<string, Known>, tables: Table[], today: string): Version[] {
  if (known.size === 0) return versions;
  const isLater = (version: Version) => version.dated && version.knownOn > (known.get(markOf(version))?.known_on ?? '');
  const latest = new Map(versions.map((version) => [markOf(version), version]));
  const undated = [...latest.values()]
    .filter((version) => !isLater(version))
    .map((version) => ({ ...version, knownOn: today }));
  return [...versions.filter(isLater), ...undated].sort(inWritingOrder(tables));
}

/** Upserts rows of one table; unchanged rows are skipped and leave no log entry. */
async function write(writer: Writer, table: Table, programmeId: number, rows: Version[]): Promise<void> {
  const names = sql.join(table.columns.map(({ name }) => sql.ref(name)));
  const present = rows[0]?.present ?? [];
  const set = present.filter((name) => name !== 'programme_id' && name !== 'key');
  const assignments = sql.join(set.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`));
  const differs = sql.join(
    set.map((name) => sql`held.${sql.ref(name)} is distinct from excluded.${sql.ref(name)}`),
    sql` or `,
  );
  const json = JSON.stringify(rows.map(({ values }) => ({ ...values, programme_id: programmeId })));
  const values = sql.join(table.columns.map(cellOf));
  const conflict = table.name === 'programme' ? sql`(programme_id)` : sql`(programme_id, key)`;
  await sql`
    insert into ${sql.table(table.name)} as held (${names})
    select ${values} from jsonb_populate_recordset(null::${sql.table(table.name)}, ${json}::jsonb) as r
    on conflict ${conflict} ${set.length === 0 ? sql`do nothing` : sql`do update set ${assignments} where ${differs}`}`.execute(
    writer,
  );
}

function cellOf({ name, nullable, fallback }: Column) {
  return !nullable && fallback && fallback !== 'identity'
    ? sql`coalesce(r.${sql.ref(name)}, ${sql.raw(fallback)})`
    : sql`r.${sql.ref(name)}`;
}

/** Groups of versions of one table with the same day, in write order. */
function batches(versions: Version[]): Version[][] {
  const result: Version[][] = [];
  for (const version of versions) {
    const last = result.at(-1);
    const same = last?.[0]?.table === version.table && last[0].knownOn === version.knownOn;
    if (same && last.length < 500) last.push(version);
    else result.push([version]);
  }
  return result;
}

function reasonOf(error: unknown): string {
  const { message, constraint, detail } = error as { message: string; constraint?: string; detail?: string };
  return constraint ? `${message}${detail ? ` (${detail})` : ''}` : message;
}

/** Finds every row the database refuses, by writing them one by one behind savepoints. */
async function refusedRows(writer: Writer, programmeId: number, versions: Version[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const version of versions) {
    await sql`savepoint row_`.execute(writer);
    try {
      await knownOn(writer, version.knownOn);
      await write(writer, version.table, programmeId, [version]);
      await sql`release savepoint row_`.execute(writer);
    } catch (error) {
      await sql`rollback to savepoint row_`.execute(writer);
      faults.push({ file: version.file, row: version.line, reason: reasonOf(error) });
    }
  }
  return faults;
}

async function writeAll(writer: Writer, programmeId: number, versions: Version[]): Promise<void> {
  let day = '';
  for (const batch of batches(versions)) {
    const [first] = batch;
    if (!first) continue;
    if (first.knownOn !== day) await knownOn(writer, first.knownOn);
    day = first.knownOn;
    await write(writer, first.table, programmeId, batch);
  }
}

async function countSince(writer: Writer): Promise<{ added: number; changed: number }> {
  const { rows } = await sql<{ added: number; changed: number }>`
    select count(*) filter (where operation = 'insert') as added, count(*) filter (where operation = 'update') as changed
    from change where xmin = pg_current_xact_id()::xid`.execute(writer);
  return rows[0] ?? { added: 0, changed: 0 };
}

/** Loads a package atomically in one recorded change. Idempotent. */
export async function loadPackage(
  db: OfficinaDb,
  text: TextPackage,
  by: { actor: string; today: string; follow?: Follow },
): Promise<Loaded> {
  const tables = domainTables(await readCatalogue(db));
  const { programme, versions } = checkPackage(text, tables, by.today);
  const reason = `data package ${programme}`;
  try {
    return await change(db, { actor: by.actor, reason }, async (writer) => {
      const programmeId = await programmeIdOf(writer, programme);
      const known = await lastKnown(writer, programmeId);
      const latest = news(versions, known, tables, by.today);
      await writeAll(writer, programmeId, latest);
      const followed = (await by.follow?.(writer, programmeId)) ?? 0;
      const backdated = known.size === 0 ? [] : latest.filter(({ knownOn: day }) => day < by.today).map(markOf);
      const inPackage = new Set(versions.map(({ table, key }) => `${table.name}/${key}`));
      const kept = [...known]
        .filter(([mark, row]) => row.operation !== 'delete' && !inPackage.has(mark))
        .map(([mark]) => mark);
      return { programme, ...(await countSince(writer)), kept, backdated, followed };
    });
  } catch (error) {
    if (!(error as { code?: string }).code) throw error;
    const faults: Fault[] = [];
    await change(db, { actor: by.actor, reason, dryRun: true }, async (writer) => {
      const programmeId = await programmeIdOf(writer, programme);
      await sql`set constraints all deferred`.execute(writer);
      faults.push(
        ...(await refusedRows(
          writer,
          programmeId,
          news(versions, await lastKnown(writer, programmeId), tables, by.today),
        )),
      );
    }).catch((late) => {
      // Deferred constraint errors are reported only if no single row causes them.
      if (faults.length === 0) faults.push({ file: 'datapackage.json', reason: reasonOf(late) });
    });
    throw new PackageRefused(faults.length > 0 ? faults : [{ file: 'datapackage.json', reason: reasonOf(error) }]);
  }
}
