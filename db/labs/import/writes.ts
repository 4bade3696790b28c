// SPDX-License-Identifier: AGPL-3.0-or-later
import { type RawBuilder, sql } from 'kysely';
import type { Writer } from '../../change.ts';
import { keyBelow, type Values } from '../../values.ts';

/** Rows per statement. */
const atOnce = 500;

/** Converts JSON to table rows; missing columns take their defaults. */
async function inBatches<T>(rows: T[], write: (json: string) => RawBuilder<unknown>, writer: Writer) {
  for (let at = 0; at < rows.length; at += atOnce)
    await write(JSON.stringify(rows.slice(at, at + atOnce))).execute(writer);
}

const columnsOf = (rows: object[]) => [...new Set(rows.flatMap((row) => Object.keys(row)))];
const listed = (names: string[], prefix = '') => sql.join(names.map((name) => sql.ref(prefix + name)));

type Row = { key: string } & Record<string, unknown>;

/** Inserts entries; all rows have the same columns. */
export async function addLabs(writer: Writer, programmeId: number, rows: Row[]): Promise<void> {
  const whole = rows.map((row) => ({ ...row, programme_id: programmeId }));
  const names = columnsOf(whole);
  const write = (json: string) => sql`insert into lab (${listed(names)})
    select ${listed(names)} from jsonb_populate_recordset(null::lab, ${json}::jsonb)`;
  await inBatches(whole, write, writer);
}

/** Replaces entries; every row is complete. */
export async function editLabs(writer: Writer, programmeId: number, rows: Row[]): Promise<void> {
  const names = columnsOf(rows).filter((name) => name !== 'key' && name !== 'programme_id');
  const write = (json: string) => sql`update lab set (${listed(names)}) = row(${listed(names, 'r.')})
    from jsonb_populate_recordset(null::lab, ${json}::jsonb) r
    where lab.programme_id = ${programmeId} and lab.key = r.key`;
  await inBatches(rows, write, writer);
}

/** Adds machines to labs. */
export async function addMachines(
  writer: Writer,
  programmeId: number,
  machines: (Values<'machine'> & { lab: string })[],
): Promise<void> {
  // The list index keeps keys created in the same millisecond distinct.
  const rows = machines.map((machine, at) => ({
    programme_id: programmeId,
    key: `${keyBelow(machine.lab, 'm')}${(at % 1296).toString(36)}`,
    ...machine,
  }));
  const names = columnsOf(rows);
  const write = (json: string) => sql`insert into machine (${listed(names)})
    select ${listed(names)} from jsonb_populate_recordset(null::machine, ${json}::jsonb)`;
  await inBatches(rows, write, writer);
}
