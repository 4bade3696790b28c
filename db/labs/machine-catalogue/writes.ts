// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../../change.ts';

const columns = ['brand', 'model', 'process', 'width_mm', 'depth_mm', 'height_mm', 'materials', 'source', 'note'];

type Row = { key: string } & Record<string, unknown>;

/** Upserts complete models. */
export async function putModels(writer: Writer, programmeId: number, rows: Row[]): Promise<void> {
  const json = JSON.stringify(rows.map((row) => ({ ...row, programme_id: programmeId })));
  const names = sql.join(['programme_id', 'key', ...columns].map((name) => sql.ref(name)));
  const set = sql.join(columns.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`));
  await sql`insert into machine_model (${names})
    select ${names} from jsonb_populate_recordset(null::machine_model, ${json}::jsonb)
    on conflict (programme_id, key) do update set ${set}`.execute(writer);
}
