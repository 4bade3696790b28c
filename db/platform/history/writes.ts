// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../../change.ts';

type Image = Record<string, unknown>;

interface Row {
  programmeId: number;
  table: string;
  key: string;
}

/** Sets the reason for the log entries of the rest of this change. */
export async function explain(writer: Writer, reason: string) {
  await sql`select set_config('app.reason', ${reason}, true)`.execute(writer);
}

export async function deleteRow(writer: Writer, { programmeId, table, key }: Row) {
  await sql`delete from ${sql.table(table)} where programme_id = ${programmeId} and key = ${key}`.execute(writer);
}

/** Restores a row from its image. */
export async function insertRow(writer: Writer, table: string, image: Image) {
  await sql`insert into ${sql.table(table)}
    select * from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(image)}::jsonb)`.execute(writer);
}

/** Sets columns of a row to the values of an image. */
export async function setBack(writer: Writer, { programmeId, table, key }: Row, image: Image, columns: string[]) {
  const names = columns.map((name) => sql`${sql.ref(name)} = r.${sql.ref(name)}`);
  await sql`update ${sql.table(table)} t set ${sql.join(names)}
    from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(image)}::jsonb) r
    where t.programme_id = ${programmeId} and t.key = ${key}`.execute(writer);
}
