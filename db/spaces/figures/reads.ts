// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../../past.ts';
import type { Bilingual, SpaceTable } from '../../schema.ts';

/**
 * Status history of all spaces as known by the day: one row per status reached, with its (last corrected) start day or,
 * if none was stated, the day on which it became known.
 */
const steps = ({ programmeId, day }: Reader) => sql`
  images as (
    select item, known_on, id, coalesce(after ->> 'state', '') as state,
      coalesce((after ->> 'state_since')::date, known_on) as since from public.change
    where programme_id = ${programmeId} and table_name = 'space' and known_on <= ${day}
      and (before -> 'state' is distinct from after -> 'state'
        or before -> 'state_since' is distinct from after -> 'state_since')),
  begun as (
    select *, (state is distinct from lag(state) over (partition by item order by known_on, id))::int as first from images),
  runs as (select *, sum(first) over (partition by item order by known_on, id) as run from begun),
  step as (select distinct on (item, run) item, run, state, since from runs order by item, run, known_on desc, id desc)`;

/** First day on which any space had a status; null if there is none. */
export async function readFirstStep(reader: Reader): Promise<string | null> {
  const { rows } = await sql<{ first: string | null }>`
    with ${steps(reader)} select min(since) as first from step where state <> ''`.execute(reader.db);
  return rows[0]?.first ?? null;
}

interface Counted {
  on: string;
  state: SpaceTable['state'];
  spaces: number;
}

/** Number of spaces per status at the end of each given day. */
export async function countStates(reader: Reader, days: readonly string[]): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with ${steps(reader)},
    held as (select distinct on (d.day, s.item) d.day, s.state from unnest(${[...days]}::date[]) d(day)
      join step s on s.since <= d.day order by d.day, s.item, s.run desc)
    select day as on, state, count(*)::int as spaces from held where state <> '' group by day, state order by day, state`.execute(
    reader.db,
  );
  return rows;
}

interface Reused {
  key: string;
  name: Bilingual;
  disused_since: string;
  disused_precision: SpaceTable['disused_precision'];
  in_use_since: string;
}

/** Spaces that came into use, with the first day of use and the day since which they were vacant. */
export async function readReused(reader: Reader): Promise<Reused[]> {
  const space = reader.db.selectFrom('space').where('programme_id', '=', reader.programmeId).selectAll();
  const { rows } = await sql<Reused>`
    with ${steps(reader)}
    select p.key, p.name, p.disused_since, p.disused_precision, min(s.since) as in_use_since
    from ${space} p join step s on s.item = p.key and s.state = 'in-use'
    where p.disused_since is not null group by p.key, p.name, p.disused_since, p.disused_precision
    order by min(s.since), p.key`.execute(reader.db);
  return rows;
}
