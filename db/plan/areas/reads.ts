// SPDX-License-Identifier: AGPL-3.0-or-later
import { latestChange, type Reader } from '../../past.ts';

export async function readAreas({ db, programmeId }: Reader) {
  return db
    .selectFrom('area as a')
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'a.source').on('s.programme_id', '=', programmeId))
    .leftJoin('organisation as o', (join) => join.onRef('o.key', '=', 'a.lead').on('o.programme_id', '=', programmeId))
    .where('a.programme_id', '=', programmeId)
    .select([
      'a.key',
      'a.name',
      'a.position',
      'a.summary',
      'a.note',
      'a.whole',
      'a.lead',
      'o.name as lead_name',
      'a.lead_person',
      'a.source',
      's.title as source_title',
    ])
    .select((eb) =>
      eb
        .selectFrom('initiative as i')
        .where('i.programme_id', '=', programmeId)
        .whereRef('i.area', '=', 'a.key')
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('initiatives'),
    )
    .orderBy('a.whole')
    .orderBy('a.position')
    .execute();
}

export async function readInitiatives(reader: Reader, area?: string) {
  const { db, programmeId } = reader;
  let query = db
    .selectFrom('initiative as i')
    .innerJoin('area as a', (join) => join.onRef('a.key', '=', 'i.area').on('a.programme_id', '=', programmeId))
    .leftJoin('organisation as o', (join) => join.onRef('o.key', '=', 'i.owner').on('o.programme_id', '=', programmeId))
    .leftJoin('zone as z', (join) => join.onRef('z.key', '=', 'i.zone').on('z.programme_id', '=', programmeId))
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'i.source').on('s.programme_id', '=', programmeId))
    .where('i.programme_id', '=', programmeId)
    .select(['i.key', 'i.name', 'i.summary', 'i.existing', 'i.amount_eur', 'i.starts_on', 'i.ends_on', 'i.note'])
    .select(['i.withdrawn_on', 'i.withdrawn_reason'])
    .select([
      'i.area',
      'a.name as area_name',
      'i.owner',
      'o.name as owner_name',
      'i.zone',
      'z.name as zone_name',
      'i.source',
      's.title as source_title',
    ])
    .select((eb) =>
      eb
        .selectFrom('milestone as m')
        // Drafts have no promise and are not counted.
        .innerJoin('promise as p', (join) =>
          join.onRef('p.milestone', '=', 'm.key').on('p.programme_id', '=', programmeId).on('p.number', '=', 1),
        )
        .where('m.programme_id', '=', programmeId)
        .whereRef('m.initiative', '=', 'i.key')
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('milestones'),
    )
    .select(latestChange(reader, 'initiative', 'i.key').as('version'))
    .orderBy('a.position')
    .orderBy('i.existing')
    .orderBy('i.position')
    .orderBy('i.key');
  if (area) query = query.where('i.area', '=', area);
  return query.execute();
}

/** An initiative, locked until commit. */
export async function lockInitiative({ db, programmeId }: Reader, key: string) {
  return db
    .selectFrom('initiative')
    .where('programme_id', '=', programmeId)
    .where('key', '=', key)
    .selectAll()
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Keys of the milestones and calls of an initiative. */
export async function readCarriers({ db, programmeId }: Reader, initiative: string) {
  const milestones = await db
    .selectFrom('milestone')
    .select('key')
    .where('programme_id', '=', programmeId)
    .where('initiative', '=', initiative)
    .execute();
  const calls = await db
    .selectFrom('call')
    .select(['key', 'name'])
    .where('programme_id', '=', programmeId)
    .where('initiative', '=', initiative)
    .orderBy('key')
    .execute();
  return { milestones: milestones.map(({ key }) => key), calls };
}
