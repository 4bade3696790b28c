// SPDX-License-Identifier: AGPL-3.0-or-later
// npm run sample -- --scale N: N sample programmes for load tests; --labs N: one with N labs; --history N: one whose
// log has N changes.
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { change, type Writer } from '../change.ts';
import { readProgrammeKeys } from '../city/programmes/reads.ts';
import { connect, type OfficinaDb } from '../client.ts';
import { civilClock, readConfig, StartRefused } from '../config.ts';
import { joinEmbedded } from '../embedded.ts';
import { migrate } from '../migrate.ts';
import { loadPackage } from './apply.ts';
import { domainTables, readCatalogue, type Table } from './catalogue.ts';
import { packageOf } from './package.ts';
import { makeHistory, mostChanges } from './sample-history.ts';
import { samplePackage } from './sample-package.ts';

const mostProgrammes = 999;
const mostLabs = 20_000;

/** Programme with the large register. */
export const registerKey = 'campione-registro';

export function measuredKey(number: number): string {
  return `campione-${String(number).padStart(3, '0')}`;
}

/** Copies the first programme's rows and log to a new id and key. */
async function copyTable(
  writer: Writer,
  { name, columns }: Table,
  from: number,
  to: { id: number; key: string },
): Promise<void> {
  const kept = columns.map((column) => column.name).filter((column) => column !== 'programme_id' && column !== 'id');
  const value = (column: string) =>
    name === 'programme' && column === 'key'
      ? sql`${to.key}`
      : name === 'change' && column === 'item'
        ? itemOf(to.key)
        : column === 'after' || column === 'before'
          ? imageOf(column, to)
          : sql.ref(column);
  await sql`
    insert into ${sql.table(name)} (programme_id, ${sql.join(kept.map((column) => sql.ref(column)))})
    select ${to.id}::int, ${sql.join(kept.map(value))} from ${sql.table(name)} where programme_id = ${from}
    ${name === 'change' ? sql`order by id` : sql``}`.execute(writer);
}

const itemOf = (key: string) => sql`case when table_name = 'programme' then ${key}::text else item end`;

function imageOf(column: 'before' | 'after', to: { id: number; key: string }) {
  const image = sql`${sql.ref(column)} || jsonb_build_object('programme_id', ${to.id}::int)`;
  return sql`case when table_name = 'programme' then ${image} || jsonb_build_object('key', ${to.key}::text) else ${image} end`;
}

/**
 * Copies the first programme including its log. Triggers are disabled, because the copied log must not be logged again.
 */
async function copyFirst(writer: Writer, tables: Table[], number: number): Promise<void> {
  const first = await writer
    .selectFrom('programme')
    .select('programme_id')
    .where('key', '=', measuredKey(1))
    .executeTakeFirstOrThrow();
  const { rows } = await sql<{
    id: number;
  }>`select nextval(pg_get_serial_sequence('programme', 'programme_id'))::int as id`.execute(writer);
  const to = { id: rows[0]?.id ?? 0, key: measuredKey(number) };
  for (const table of tables) await copyTable(writer, table, first.programme_id, to);
  for (const { name } of tables.filter((table) => table.name !== 'change'))
    await sql`select fill_versions(${name}::regclass, ${to.id}::int)`.execute(writer);
}

/**
 * Creates programmes campione-001 … campione-N with about 10,000 changes each: the first through the loader, the others
 * as copies. Existing ones are kept.
 */
export async function makeSample(db: OfficinaDb, scale: number, today: string): Promise<void> {
  const held = await readProgrammeKeys(db);
  if (!held.includes(measuredKey(1))) {
    const rows = samplePackage({ seed: 1, today, size: 'measured', key: measuredKey(1) });
    await loadPackage(db, packageOf(rows, today), { actor: 'sample', today });
  }
  const all = await readCatalogue(db);
  const tables = [...domainTables(all), ...all.filter(({ name }) => name === 'change')];
  const missing = Array.from({ length: scale - 1 }, (_, at) => at + 2).filter(
    (number) => !held.includes(measuredKey(number)),
  );
  if (missing.length === 0) return;
  await change(db, { actor: 'sample', reason: 'copies for measuring' }, async (writer) => {
    for (const { name } of tables) await sql`alter table ${sql.table(name)} disable trigger user`.execute(writer);
    for (const number of missing) await copyFirst(writer, tables, number);
    await sql`set constraints all immediate`.execute(writer);
    for (const { name } of tables) await sql`alter table ${sql.table(name)} enable trigger user`.execute(writer);
  });
}

/** Creates a programme with the given number of labs, about ten machines each; kept if it exists. */
export async function makeRegister(db: OfficinaDb, labs: number, today: string): Promise<void> {
  if ((await readProgrammeKeys(db)).includes(registerKey)) return;
  const rows = samplePackage({ seed: 1, today, size: 'shown', key: registerKey, labs });
  await loadPackage(db, packageOf(rows, today), { actor: 'sample', today });
}

function numberOf(name: string, typed: string, most: number): number {
  const number = Number(typed);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new StartRefused(`--${name} must be a whole number from 1 to ${most}, not "${typed}".`);
}

async function run() {
  const { values } = parseArgs({
    options: { scale: { type: 'string' }, labs: { type: 'string' }, history: { type: 'string' } },
  });
  const labs = values.labs === undefined ? 0 : numberOf('labs', values.labs, mostLabs);
  const changes = values.history === undefined ? 0 : numberOf('history', values.history, mostChanges);
  const special = Number(labs > 0) + Number(changes > 0);
  const scale = values.scale === undefined && special > 0 ? 0 : numberOf('scale', values.scale ?? '1', mostProgrammes);
  const config = readConfig();
  const embedded = config.databaseUrl ? undefined : await joinEmbedded(config.dataFolder);
  const { db, pool, url } = connect(config.databaseUrl ?? embedded?.url ?? '', config.timezone, 2);
  try {
    await migrate({ db, url }, config.timezone);
    const today = civilClock(config.timezone)();
    if (scale > 0) await makeSample(db, scale, today);
    if (labs > 0) await makeRegister(db, labs, today);
    if (changes > 0) await makeHistory(db, changes, today);
    const programmes = scale + special;
    console.log(`${programmes} illustrative ${programmes === 1 ? 'programme is' : 'programmes are'} there.`);
  } finally {
    await pool.end();
    await embedded?.stop();
  }
}

if (import.meta.main) {
  await run().catch((error) => {
    console.error(error instanceof StartRefused ? error.message : error);
    process.exitCode = 1;
  });
}
