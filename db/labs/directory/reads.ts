// SPDX-License-Identifier: AGPL-3.0-or-later
import { type RawBuilder, sql } from 'kysely';
import { zoneBranch } from '../../city/territory/reads.ts';
import type { Reader } from '../../past.ts';

export interface LabFilter {
  key?: string | undefined;
  kind?: string | undefined;
  status?: string | undefined;
  zone?: string | undefined;
  /** Terms; a match of any of them suffices. */
  processes?: string[] | undefined;
  materials?: string[] | undefined;
  service?: string | undefined;
  wheelchair?: 'yes' | 'partly' | undefined;
  qualified?: boolean | undefined;
  /** Confirmed since a day; confirmed last before a day; never confirmed. */
  confirmed?: { since?: string; before?: string; never?: true } | undefined;
  openAt?: string | undefined;
  q?: string | undefined;
  /** Processes that match `q`. */
  meant?: string[] | undefined;
  near?: { latitude: number; longitude: number } | undefined;
}

/** A lab with a closing date counts as closed, whatever its status. */
export const statusOn = (day: string) =>
  sql<
    'planned' | 'open' | 'temporarily-closed' | 'closed'
  >`case when l.closed_on <= ${day} then 'closed' else l.status end`;

const sought = sql<string>`lab_words(l.name, l.summary, l.address)`;
/** Normalised as by `lab_words`. */
const plain = (words: string) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const literally = (words: string) => `%${plain(words).replace(/[\\%_]/g, '\\$&')}%`;

/** Keys of labs that contain the text, a similar one, or have a machine for the matching processes. */
function worded({ db, programmeId }: Reader, q: string, meant: string[]) {
  const labs = db.selectFrom('lab as l').where('l.programme_id', '=', programmeId).select('l.key');
  // UNION instead of OR: with OR, Postgres would compute the expensive similarity twice.
  const named = labs
    .where(sql<boolean>`${sought} like ${literally(q)}`)
    .union(labs.where(sql<boolean>`${sought} %> ${plain(q)}`));
  return meant.length === 0
    ? named
    : named.union(
        db
          .selectFrom('machine')
          .where('programme_id', '=', programmeId)
          .where('process', '=', sql<never>`any(${meant})`)
          .select('lab as key'),
      );
}

/** Keys of labs with a machine for the process in one of the materials. */
function equipped({ db, programmeId }: Reader, processes?: string[], materials?: string[]) {
  let query = db.selectFrom('machine').where('programme_id', '=', programmeId).select('lab');
  if (processes) query = query.where('process', '=', sql<never>`any(${processes})`);
  if (materials) query = query.where(sql<boolean>`materials && ${materials}::text[]`);
  return query;
}

/** True if the latest qualification step leaves lab `l` in the list on the day. */
const qualified = ({ db, programmeId, day }: Reader) => sql<boolean>`coalesce((
  select s.act in ('qualified', 'renewed', 'resumed') and s.until_on >= ${day}
  from ${db.selectFrom('qualification_step').selectAll()} as s
  where s.programme_id = ${programmeId} and s.lab = l.key
    and s.act in ('qualified', 'renewed', 'resumed', 'suspended', 'ended') order by s.number desc limit 1), false)`;

/** Opening spans of lab `l` on a day, exceptions first. */
const spansOn = (day: RawBuilder<string>) => sql`(
  select x.opens, x.closes
  from jsonb_to_recordset(l.hours_exceptions) as x("from" text, "to" text, opens text, closes text)
  where x."from" <= ${day} and ${day} <= x."to"
  union all
  select h.opens, h.closes from jsonb_to_recordset(l.hours) as h(weekday int, opens text, closes text)
  where h.weekday = extract(isodow from ${day}::date) and not exists (
    select from jsonb_to_recordset(l.hours_exceptions) as x("from" text, "to" text)
    where x."from" <= ${day} and ${day} <= x."to"))`;

/** Equivalent to isOpenAt in api/labs/directory/rules.ts; a test compares both. */
function openAt(today: string, given: string, time: string) {
  const day = sql<string>`${given}::text`;
  const before = sql<string>`(${given}::date - 1)::text`;
  return sql<boolean>`(${statusOn(today)} = 'open' and l.hours is not null and (
    exists (select from ${spansOn(day)} as s where s.opens <= ${time} and (${time} < s.closes or s.closes < s.opens))
    or exists (select from ${spansOn(before)} as s where s.closes < s.opens and ${time} < s.closes)))`;
}

function matching(reader: Reader, filter: LabFilter) {
  const { db, programmeId, day } = reader;
  const { confirmed, openAt: moment } = filter;
  let query = db.selectFrom('lab as l').where('l.programme_id', '=', programmeId).where('l.merged_into', 'is', null);
  if (filter.key) query = query.where('l.key', '=', filter.key);
  else if (filter.status) query = query.where(statusOn(day), '=', filter.status as never);
  else query = query.where(statusOn(day), '!=', 'closed');
  if (filter.kind) query = query.where('l.kind', '=', filter.kind as never);
  if (filter.zone) query = query.where('l.zone', 'in', zoneBranch(reader, filter.zone));
  if (filter.processes || filter.materials)
    query = query.where('l.key', 'in', equipped(reader, filter.processes, filter.materials));
  if (filter.service) query = query.where(sql<boolean>`l.services @> ${[filter.service]}::text[]`);
  if (filter.wheelchair)
    query = query.where('l.wheelchair', 'in', filter.wheelchair === 'yes' ? ['yes'] : ['yes', 'partly']);
  if (filter.qualified) query = query.where(qualified(reader));
  // Planned and closed labs have no freshness.
  if (confirmed) query = query.where(statusOn(day), 'in', ['open', 'temporarily-closed']);
  if (confirmed?.since) query = query.where('l.confirmed_on', '>=', confirmed.since);
  if (confirmed?.before) query = query.where('l.confirmed_on', '<', confirmed.before);
  if (confirmed?.never) query = query.where('l.confirmed_on', 'is', null);
  if (moment) query = query.where(openAt(day, moment.slice(0, 10), moment.slice(11)));
  if (filter.q) query = query.where('l.key', 'in', worded(reader, filter.q, filter.meant ?? []));
  return query;
}

/** Sort key: distance if there is a point, else similarity, else the name only. */
function rankOf({ near, q }: LabFilter) {
  if (near)
    return sql<
      number | null
    >`km_between(l.latitude, l.longitude, ${near.latitude}::numeric, ${near.longitude}::numeric)`;
  return q ? sql<number>`(1 - word_similarity(${plain(q)}, ${sought}))::float8` : sql<number>`0::float8`;
}

/** Labs in order; `after` holds rank, name and key of the previous page's last row. */
export async function readLabs(
  reader: Reader,
  filter: LabFilter,
  page: { limit: number; after?: string[] | undefined },
) {
  const { db, programmeId, day } = reader;
  const name = sql<string>`l.name ->> 'it'`;
  const ranked = Boolean(filter.near || filter.q);
  // Labs without a location come last.
  const rank = sql<number>`coalesce(${rankOf(filter)}, 1e9)`;
  let query = matching(reader, filter)
    .leftJoin('zone as z', (join) => join.onRef('z.key', '=', 'l.zone').on('z.programme_id', '=', programmeId))
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.key', '=', 'l.organisation').on('o.programme_id', '=', programmeId),
    )
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'l.source').on('s.programme_id', '=', programmeId))
    .selectAll('l')
    .select(['z.name as zone_name', 'z.periphery', 'o.name as organisation_name', 's.title as source_title'])
    .select([rank.as('rank'), statusOn(day).as('status')])
    .select(qualified(reader).as('qualified'))
    .limit(page.limit);
  query = (ranked ? query.orderBy(rank) : query).orderBy(name).orderBy('l.key');
  if (page.after) {
    const [last, ...rest] = page.after;
    const place = sql`${rest[0]}::text, ${rest[1]}::text`;
    query = query.where(
      ranked
        ? sql<boolean>`(${rank}, ${name}, l.key::text) > (${last}::float8, ${place})`
        : sql<boolean>`(${name}, l.key::text) > (${place})`,
    );
  }
  const rows = await query.execute();
  const equipment = await readEquipment(
    { ...reader, db },
    rows.map(({ key }) => key),
  );
  return rows.map((row) => ({ ...row, ...(equipment.get(row.key) ?? { processes: [], machines: 0 }) }));
}
export type LabRow = Awaited<ReturnType<typeof readLabs>>[number];

/** Processes and number of the labs' machines. */
async function readEquipment({ db, programmeId }: Reader, labs: string[]) {
  const rows = await db
    .selectFrom('machine')
    .where('programme_id', '=', programmeId)
    .where('lab', '=', sql<string>`any(${labs})`)
    .groupBy('lab')
    .select(['lab', sql<string[]>`array_agg(distinct process::text order by process::text)`.as('processes')])
    .select(sql<number>`sum(quantity)::int`.as('machines'))
    .execute();
  return new Map(rows.map(({ lab, ...row }) => [lab, row]));
}

/** Number of matches per zone; null for those without a known zone. */
export async function countLabs(reader: Reader, filter: LabFilter) {
  return matching(reader, filter)
    .groupBy('l.zone')
    .select(['l.zone', (eb) => eb.fn.countAll<number>().as('labs')])
    .orderBy('l.zone')
    .execute();
}
