// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { containing } from '../milestones/reads.ts';
import type { Reader } from '../past.ts';
import { zoneBranch } from '../territory/reads.ts';

export interface LabFilter {
  key?: string | undefined;
  kind?: string | undefined;
  zone?: string | undefined;
  q?: string | undefined;
}

function matching(reader: Reader, filter: LabFilter) {
  let query = reader.db.selectFrom('lab as l').where('l.programme_id', '=', reader.programmeId);
  if (filter.key) query = query.where('l.key', '=', filter.key);
  if (filter.kind) query = query.where('l.kind', '=', filter.kind as never);
  if (filter.zone) query = query.where('l.zone', 'in', zoneBranch(reader, filter.zone));
  if (filter.q)
    query = query.where((eb) =>
      eb.or([
        containing('l.name', filter.q ?? ''),
        eb('l.address', 'ilike', `%${(filter.q ?? '').replace(/[\\%_]/g, '\\$&')}%`),
      ]),
    );
  return query;
}

/** Labs by name; `after` holds name and key of the last one read. */
export async function readLabs(
  reader: Reader,
  filter: LabFilter,
  page: { limit: number; after?: string[] | undefined },
) {
  const { programmeId } = reader;
  const name = sql<string>`l.name ->> 'it'`;
  let query = matching(reader, filter)
    .leftJoin('zone as z', (join) => join.onRef('z.key', '=', 'l.zone').on('z.programme_id', '=', programmeId))
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.key', '=', 'l.organisation').on('o.programme_id', '=', programmeId),
    )
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'l.source').on('s.programme_id', '=', programmeId))
    .select([
      'l.key',
      'l.name',
      'l.kind',
      'l.summary',
      'l.address',
      'l.latitude',
      'l.longitude',
      'l.floor_area_m2',
      'l.url',
      'l.confirmed_on',
      'l.note',
    ])
    .select(['l.opened_on', 'l.opened_precision', 'l.closed_on', 'l.closed_precision'])
    .select([
      'l.zone',
      'z.name as zone_name',
      'z.periphery',
      'l.organisation',
      'o.name as organisation_name',
      'l.source',
      's.title as source_title',
    ])
    .orderBy(name)
    .orderBy('l.key')
    .limit(page.limit);
  if (page.after)
    query = query.where(sql<boolean>`(${name}, l.key::text) > (${page.after[0]}::text, ${page.after[1]}::text)`);
  return query.execute();
}

export async function countLabs(reader: Reader, filter: LabFilter): Promise<number> {
  const { n } = await matching(reader, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}
