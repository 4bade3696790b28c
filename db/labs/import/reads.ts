// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../../past.ts';

export interface HeldLab {
  key: string;
  merged_into: string | null;
  /** The row as JSON. */
  image: Record<string, unknown>;
  version: number;
  /** True if only imports with this reason have modified the row. */
  untouched: boolean;
}

/** Entries by key or by external id (`register:number`), locked until commit. */
export async function lockLabsOf(
  { db, programmeId }: Reader,
  { keys, numbers, reason }: { keys: string[]; numbers: string[]; reason: string },
): Promise<HeldLab[]> {
  const { rows } = await sql<HeldLab>`
    with found as (
      select l.key, l.merged_into, to_jsonb(l) as image from lab l where l.programme_id = ${programmeId}
        and (l.key = any(${keys}::text[]) or exists (
          select from jsonb_each_text(l.foreign_ids) f where f.key || ':' || f.value = any(${numbers}::text[])))
      order by l.key for no key update)
    select f.*, coalesce(c.version, 0) as version, coalesce(c.untouched, false) as untouched from found f
    left join (select item, max(id) as version, bool_and(reason = ${reason}) as untouched from change
      where programme_id = ${programmeId} and table_name = 'lab' group by item) c on c.item = f.key`.execute(db);
  return rows;
}

/** All keys that entries have or have had. */
export async function readEveryKey({ db, programmeId }: Reader): Promise<Set<string>> {
  const { rows } = await sql<{ item: string }>`select distinct item from change
    where programme_id = ${programmeId} and table_name = 'lab'`.execute(db);
  return new Set(rows.map(({ item }) => item));
}

export interface AskedLab {
  row: number;
  name: string;
  url: string | null;
  latitude: number | null;
  longitude: number | null;
}

export interface Alike {
  row: number;
  key: string;
  name: { it: string; en?: string | undefined };
  foreign_ids: Record<string, string>;
  likeness: number;
  same_site: boolean;
  km: number | null;
}

/**
 * `readLookalikes` for many labs at once. Each of its three conditions uses an index of its own, since thousands of
 * rows are compared with thousands of entries.
 */
export async function readManyAlike({ db, programmeId }: Reader, asked: AskedLab[]): Promise<Alike[]> {
  await sql`select set_config('pg_trgm.similarity_threshold', '0.45', true)`.execute(db);
  const { rows } = await sql<Alike>`
    with asked as materialized (select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as a("row" int, name text, url text, latitude numeric, longitude numeric)),
    met as (
      select a.row, l.key from asked a join lab l on l.programme_id = ${programmeId} and lower(l.name ->> 'it') % lower(a.name)
      union
      select a.row, l.key from asked a join lab l on l.programme_id = ${programmeId} and site_of(l.url) = site_of(a.url)
      union
      select a.row, l.key from asked a join lab l on l.programme_id = ${programmeId}
        and l.latitude between a.latitude - 0.0014 and a.latitude + 0.0014 and abs(l.longitude - a.longitude) < 0.1)
    select * from (
      select a.row, l.key, l.name, l.foreign_ids, similarity(lower(l.name ->> 'it'), lower(a.name))::float8 as likeness,
        coalesce(site_of(l.url) = site_of(a.url), false) as same_site,
        km_between(l.latitude, l.longitude, a.latitude, a.longitude) as km
      from met join asked a using (row) join lab l on l.programme_id = ${programmeId} and l.key = met.key
      where l.merged_into is null) alike
    order by row, same_site desc, likeness desc, key`.execute(db);
  return rows;
}

/** Brand, model and process of the labs' machines. */
export async function readMachinesOf({ db, programmeId }: Reader, labs: string[]) {
  return db
    .selectFrom('machine')
    .where('programme_id', '=', programmeId)
    .where('lab', '=', sql<string>`any(${labs})`)
    .select(['lab', 'process', 'brand', 'model'])
    .execute();
}

/** Those of the given keys that exist in the programme, by table. */
export async function readKnownKeys({ db, programmeId }: Reader, table: 'zone' | 'organisation' | 'source') {
  const rows = await db.selectFrom(table).where('programme_id', '=', programmeId).select('key').execute();
  return new Set(rows.map(({ key }) => key));
}
