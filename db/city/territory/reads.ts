// SPDX-License-Identifier: AGPL-3.0-or-later
import { type QueryCreator, sql } from 'kysely';
import type { Reader } from '../../past.ts';
import type { Database } from '../../schema.ts';

/** Subquery: keys of a zone and all zones within it, by parent or by priority area. */
export function zoneBranch({ db, programmeId }: Reader, key: string) {
  const within = db.withRecursive('branch', (cte) =>
    cte
      .selectFrom('zone')
      .select('key')
      .where('programme_id', '=', programmeId)
      .where('key', '=', key)
      .union(
        cte
          .selectFrom('branch')
          .innerJoin('zone', (join) =>
            join
              .on('zone.programme_id', '=', programmeId)
              .on((eb) =>
                eb.or([
                  eb('zone.parent', '=', eb.ref('branch.key')),
                  eb('zone.priority_area', '=', eb.ref('branch.key')),
                ]),
              ),
          )
          .select('zone.key'),
      ),
  );
  return within.selectFrom('branch').select('branch.key');
}

/** Zones, or only those with a map tile. */
export async function readZones({ db, programmeId }: Reader, only?: 'tiles') {
  const query = db
    .selectFrom('zone as z')
    .leftJoin('zone as p', (join) => join.onRef('p.key', '=', 'z.parent').on('p.programme_id', '=', programmeId))
    .leftJoin('zone as a', (join) => join.onRef('a.key', '=', 'z.priority_area').on('a.programme_id', '=', programmeId))
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'z.source').on('s.programme_id', '=', programmeId))
    .where('z.programme_id', '=', programmeId)
    .select([
      'z.key',
      'z.name',
      'z.kind',
      'z.code',
      'z.periphery',
      'z.population',
      'z.area_km2',
      'z.amount_eur',
      'z.tile_col',
      'z.tile_row',
      'z.note',
    ])
    .select(sql<boolean>`z.boundary is not null`.as('bounded'))
    .select([
      'z.parent',
      'p.name as parent_name',
      'z.priority_area',
      'a.name as priority_area_name',
      'z.source',
      's.title as source_title',
    ])
    .orderBy('z.kind')
    .orderBy(sql`lpad(coalesce(z.code, z.key), 12, '0')`);
  return only ? query.where('z.tile_col', 'is not', null).execute() : query.execute();
}

/** Pairs of a zone and each zone that contains it, itself included. */
function around(cte: QueryCreator<Database>, programmeId: number) {
  const step = (cte as QueryCreator<Database & { around: { inner: string; outer: string } }>)
    .selectFrom('around')
    .innerJoin('zone', (join) => join.on('zone.programme_id', '=', programmeId).onRef('zone.key', '=', 'around.outer'))
    .innerJoin('zone as next', (join) =>
      join
        .on('next.programme_id', '=', programmeId)
        .on((eb) =>
          eb.or([eb('next.key', '=', eb.ref('zone.parent')), eb('next.key', '=', eb.ref('zone.priority_area'))]),
        ),
    );
  return cte
    .selectFrom('zone')
    .where('programme_id', '=', programmeId)
    .select(['key as inner', 'key as outer'])
    .union(step.select(['around.inner', 'next.key as outer']));
}

/** Located items with their contribution to each measure: one row per measure, item and zone. */
function facts({ db, programmeId, day }: Reader) {
  const of = (measure: string) => sql<string>`${sql.lit(measure)}`.as('measure');
  return db
    .selectFrom('milestone')
    .where('programme_id', '=', programmeId)
    .where('withdrawn_on', 'is', null)
    .select([of('milestones'), 'zone', sql<number>`1`.as('amount')])
    .unionAll(
      db
        .selectFrom('lab')
        .where('programme_id', '=', programmeId)
        .where('closed_on', 'is', null)
        .where('status', '!=', 'closed')
        .where('merged_into', 'is', null)
        .select([of('labs'), 'zone', sql<number>`1`.as('amount')]),
    )
    .unionAll(
      db
        .selectFrom('space')
        .where('programme_id', '=', programmeId)
        .select([of('spaces'), 'zone', sql<number>`1`.as('amount')]),
    )
    .unionAll(
      db
        .selectFrom('award')
        .where('programme_id', '=', programmeId)
        .where('floor_area_m2', 'is not', null)
        .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>', day)]))
        .select([of('floor-area'), 'zone', sql<number>`floor_area_m2`.as('amount')]),
    )
    .unionAll(
      db
        .selectFrom('award')
        .where('programme_id', '=', programmeId)
        .where('amount_eur', 'is not', null)
        // Money of awards given up or revoked does not count; money of awards whose term ended does.
        .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_as', '=', 'term-ended'), eb('ended_on', '>', day)]))
        .select([of('money'), 'zone', sql<number>`amount_eur`.as('amount')]),
    );
}

/**
 * Sums per measure in one pass: per zone including the zones within it (`zone`), periphery, rest (`centre`), and items
 * without a known zone.
 */
export async function readTerritorySums(reader: Reader) {
  const { db, programmeId } = reader;
  const sums = db
    .withRecursive('around', (cte) => around(cte, programmeId))
    .with('fact', () =>
      db
        .selectFrom(facts(reader).as('f'))
        .select(['measure', 'zone', (eb) => eb.fn.sum<number>('amount').as('amount')])
        .groupBy(['measure', 'zone']),
    );
  const part = sql<
    'zone' | 'periphery' | 'centre' | 'no-zone'
  >`case when zone.periphery then 'periphery' when not zone.periphery then 'centre' else 'no-zone' end`;
  return sums
    .selectFrom('around')
    .innerJoin('fact', 'fact.zone', 'around.inner')
    .groupBy(['around.outer', 'fact.measure'])
    .select([
      sql<'zone' | 'periphery' | 'centre' | 'no-zone'>`'zone'`.as('part'),
      'around.outer as zone',
      'fact.measure',
    ])
    .select((eb) => eb.fn.sum<number>('fact.amount').as('value'))
    .unionAll((eb) =>
      eb
        .selectFrom('fact')
        .leftJoin('zone', (join) => join.onRef('zone.key', '=', 'fact.zone').on('zone.programme_id', '=', programmeId))
        .groupBy([part, 'fact.measure'])
        .select([part.as('part'), sql<string>`''`.as('zone'), 'fact.measure'])
        .select((inner) => inner.fn.sum<number>('fact.amount').as('value')),
    )
    .execute();
}

export async function readPeripheryTargets({ db, programmeId }: Reader) {
  return db
    .selectFrom('periphery_target')
    .where('programme_id', '=', programmeId)
    .select(['measure', 'share'])
    .execute();
}

/** Zones flagged as periphery by the programme. */
export async function readPeriphery({ db, programmeId }: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('zone')
    .where('programme_id', '=', programmeId)
    .where('periphery', '=', true)
    .select('key')
    .execute();
  return rows.map(({ key }) => key);
}
