// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../past.ts';

/** A subquery of the keys of a zone and all zones within it, by parent or by priority area. */
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

/** The zones, or those alone that have a tile on the map. */
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

/** Each thing that lies somewhere, with what it adds to each measure: one row a measure, item and zone. */
function facts({ db, programmeId }: Reader) {
  const of = (measure: string) => sql<string>`${sql.lit(measure)}`.as('measure');
  return db
    .selectFrom('milestone')
    .where('programme_id', '=', programmeId)
    .where('withdrawn_on', 'is', null)
    .select([of('milestones'), 'zone', 'weight as amount'])
    .unionAll(
      db
        .selectFrom('lab')
        .where('programme_id', '=', programmeId)
        .where('closed_on', 'is', null)
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
        .select([of('floor-area'), 'zone', sql<number>`floor_area_m2`.as('amount')]),
    )
    .unionAll(
      db
        .selectFrom('award')
        .where('programme_id', '=', programmeId)
        .where('amount_eur', 'is not', null)
        .select([of('money'), 'zone', sql<number>`amount_eur`.as('amount')]),
    );
}

/** Sums by zone and measure; what lies in a zone counts in every zone around it. */
export async function readZoneSums(reader: Reader) {
  const { db, programmeId } = reader;
  return db
    .withRecursive('around', (cte) =>
      cte
        .selectFrom('zone')
        .where('programme_id', '=', programmeId)
        .select(['key as inner', 'key as outer'])
        .union(
          cte
            .selectFrom('around')
            .innerJoin('zone', (join) =>
              join.on('zone.programme_id', '=', programmeId).onRef('zone.key', '=', 'around.outer'),
            )
            .where((eb) => eb.or([eb('zone.parent', 'is not', null), eb('zone.priority_area', 'is not', null)]))
            .innerJoin('zone as next', (join) =>
              join
                .on('next.programme_id', '=', programmeId)
                .on((eb) =>
                  eb.or([
                    eb('next.key', '=', eb.ref('zone.parent')),
                    eb('next.key', '=', eb.ref('zone.priority_area')),
                  ]),
                ),
            )
            .select(['around.inner', 'next.key as outer']),
        ),
    )
    .with('fact', () => facts(reader))
    .selectFrom('around')
    .innerJoin('fact', 'fact.zone', 'around.inner')
    .groupBy(['around.outer', 'fact.measure'])
    .select(['around.outer as zone', 'fact.measure', (eb) => eb.fn.sum<number>('fact.amount').as('value')])
    .execute();
}

/** For each measure what falls in the periphery, outside it, and in no known zone. */
export async function readPeripherySums(reader: Reader) {
  const { db, programmeId } = reader;
  return db
    .with('fact', () => facts(reader))
    .selectFrom('fact')
    .leftJoin('zone', (join) => join.onRef('zone.key', '=', 'fact.zone').on('zone.programme_id', '=', programmeId))
    .groupBy('fact.measure')
    .select('fact.measure')
    .select(sql<number>`coalesce(sum(fact.amount) filter (where zone.periphery), 0)`.as('periphery'))
    .select(sql<number>`coalesce(sum(fact.amount) filter (where not zone.periphery), 0)`.as('centre'))
    .select(sql<number>`coalesce(sum(fact.amount) filter (where zone.periphery is null), 0)`.as('no_zone'))
    .execute();
}

export async function readPeripheryTargets({ db, programmeId }: Reader) {
  return db
    .selectFrom('periphery_target')
    .where('programme_id', '=', programmeId)
    .select(['measure', 'share'])
    .execute();
}
