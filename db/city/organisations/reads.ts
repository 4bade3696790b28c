// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../../past.ts';
import { containing } from '../../values.ts';
import { zoneBranch } from '../territory/reads.ts';

export interface OrganisationFilter {
  key?: string | undefined;
  kind?: string | undefined;
  partner?: string | undefined;
  zone?: string | undefined;
  q?: string | undefined;
}

function matching(reader: Reader, filter: OrganisationFilter) {
  let query = reader.db.selectFrom('organisation as o').where('o.programme_id', '=', reader.programmeId);
  if (filter.key) query = query.where('o.key', '=', filter.key);
  if (filter.kind) query = query.where('o.kind', '=', filter.kind as never);
  if (filter.partner) query = query.where('o.partner', '=', filter.partner as never);
  if (filter.zone) query = query.where('o.zone', 'in', zoneBranch(reader, filter.zone));
  if (filter.q) query = query.where(containing('o.name', filter.q));
  return query;
}

/** Organisations by name; `after` holds name and key of the previous page's last row. */
export async function readOrganisations(
  reader: Reader,
  filter: OrganisationFilter,
  page: { limit: number; after?: string[] | undefined },
) {
  const { programmeId } = reader;
  const name = sql<string>`o.name ->> 'it'`;
  let query = matching(reader, filter)
    .leftJoin('zone as z', (join) => join.onRef('z.key', '=', 'o.zone').on('z.programme_id', '=', programmeId))
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'o.source').on('s.programme_id', '=', programmeId))
    .select(['o.key', 'o.name', 'o.kind', 'o.sector', 'o.partner', 'o.url', 'o.note'])
    .select(['o.zone', 'z.name as zone_name', 'o.source', 's.title as source_title'])
    .orderBy(name)
    .orderBy('o.key')
    .limit(page.limit);
  if (page.after) {
    query = query.where(sql<boolean>`(${name}, o.key::text) > (${page.after[0]}::text, ${page.after[1]}::text)`);
  }
  return query.execute();
}

export async function countOrganisations(reader: Reader, filter: OrganisationFilter): Promise<number> {
  const { n } = await matching(reader, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export async function readOrganisationNames({ db, programmeId }: Reader) {
  return db
    .selectFrom('organisation')
    .where('programme_id', '=', programmeId)
    .select(['key', 'name'])
    .orderBy('key')
    .execute();
}

/** All references to the organisation, one row per reference; `what` is the table and column. */
export async function readRoles({ db, programmeId }: Reader, key: string) {
  const agreements = await db
    .selectFrom('agreement_party as p')
    .innerJoin('agreement as g', (join) =>
      join.onRef('g.key', '=', 'p.agreement').on('g.programme_id', '=', programmeId),
    )
    .where('p.programme_id', '=', programmeId)
    .where('p.organisation', '=', key)
    .select(['g.key', 'g.name', 'p.part', 'p.commitment'])
    .orderBy('g.key')
    .execute();
  const contributions = await db
    .selectFrom('contribution as c')
    .innerJoin('agreement as g', (join) =>
      join.onRef('g.key', '=', 'c.agreement').on('g.programme_id', '=', programmeId),
    )
    .where('c.programme_id', '=', programmeId)
    .where('c.organisation', '=', key)
    .select(['g.key', 'g.name', 'c.name as purpose', 'c.amount_eur'])
    .orderBy('c.key')
    .execute();
  const awards = await db
    .selectFrom('award as w')
    .innerJoin('call as c', (join) => join.onRef('c.key', '=', 'w.call').on('c.programme_id', '=', programmeId))
    .where('w.programme_id', '=', programmeId)
    .where('w.organisation', '=', key)
    .select(['w.key as award', 'c.key', 'c.name', 'w.amount_eur'])
    .orderBy('c.key')
    .execute();
  const funds = await db
    .selectFrom('fund')
    .where('programme_id', '=', programmeId)
    .where('organisation', '=', key)
    .select(['key', 'name', 'amount_eur'])
    .orderBy('key')
    .execute();
  return { agreements, contributions, awards, funds };
}

/** References in one column: areas it leads, milestones it is responsible for, labs it runs. */
export async function readReferences({ db, programmeId }: Reader, key: string) {
  const referring = (table: 'area' | 'milestone' | 'lab', column: string) => {
    const query = db
      .selectFrom(table as 'lab')
      .where('programme_id', '=', programmeId)
      .where(sql.ref<string>(column), '=', key);
    const once = table === 'lab' ? query.where('merged_into', 'is', null) : query;
    return once.select(['key', 'name']).orderBy('key').execute();
  };
  return {
    areas: await referring('area', 'lead'),
    milestones: await referring('milestone', 'owner'),
    labs: await referring('lab', 'organisation'),
  };
}
