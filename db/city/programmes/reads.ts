// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { OfficinaDb } from '../../client.ts';
import type { Reader } from '../../past.ts';

export async function findProgrammeId(db: OfficinaDb, key: string): Promise<number | undefined> {
  const found = await db.selectFrom('programme').select('programme_id').where('key', '=', key).executeTakeFirst();
  return found?.programme_id;
}

export async function readProgrammeKeys(db: OfficinaDb): Promise<string[]> {
  const rows = await db.selectFrom('programme').select('key').execute();
  return rows.map(({ key }) => key);
}

export async function readProgrammes(db: OfficinaDb) {
  return db
    .selectFrom('programme as p')
    .select(['p.key', 'p.name', 'p.summary', 'p.owner_name', 'p.illustrative', 'p.adopted_on'])
    .select(['p.area_term', 'p.areas_term', 'p.zone_term', 'p.periphery_term'])
    .select((eb) => [
      eb
        // Milestones without a first promise are drafts.
        .selectFrom('promise as m')
        .whereRef('m.programme_id', '=', 'p.programme_id')
        .where('m.number', '=', 1)
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('milestones'),
      eb
        .selectFrom('area as a')
        .whereRef('a.programme_id', '=', 'p.programme_id')
        .where('a.whole', '=', false)
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('areas'),
    ])
    .orderBy('p.illustrative')
    .orderBy('p.programme_id')
    .execute();
}

export async function readProgrammeBody({ db, programmeId }: Reader) {
  return db
    .selectFrom('programme as p')
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'p.source').on('s.programme_id', '=', programmeId))
    .where('p.programme_id', '=', programmeId)
    .select([
      'p.key',
      'p.name',
      'p.summary',
      'p.objective',
      'p.owner_name',
      'p.illustrative',
      'p.adopted_on',
      'p.periphery_definition',
      'p.four_eyes',
    ])
    .select([
      'p.lead_cycle',
      'p.source',
      's.title as source_title',
      'p.area_term',
      'p.areas_term',
      'p.zone_term',
      'p.periphery_term',
    ])
    .select(sql<string>`(select timezone from public.setting)`.as('timezone'))
    .executeTakeFirst();
}

type Counted =
  | 'lab'
  | 'space'
  | 'call'
  | 'indicator'
  | 'context_entry'
  | 'fund'
  | 'agreement'
  | 'event'
  | 'organisation';

/** Number of items per room, so that empty pages are not offered. */
export async function countItems({ db, programmeId }: Reader) {
  const count = <Table extends Counted>(table: Table) =>
    db
      .selectFrom(table as 'milestone')
      .where('programme_id', '=', programmeId)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .as(table);
  return db
    .selectNoFrom([
      count('lab'),
      count('space'),
      count('call'),
      count('indicator'),
      count('context_entry'),
      // Milestones without a first promise are drafts.
      db
        .selectFrom('promise')
        .where('programme_id', '=', programmeId)
        .where('number', '=', 1)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .as('milestone'),
      count('fund'),
      count('agreement'),
      count('event'),
      count('organisation'),
    ])
    .executeTakeFirstOrThrow();
}
