// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../past.ts';

export async function readIndicators({ db, programmeId }: Reader, subject?: string) {
  let query = db
    .selectFrom('indicator as i')
    .leftJoin('area as a', (join) => join.onRef('a.key', '=', 'i.area').on('a.programme_id', '=', programmeId))
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'i.source').on('s.programme_id', '=', programmeId))
    .where('i.programme_id', '=', programmeId)
    .select(['i.key', 'i.name', 'i.summary', 'i.subject', 'i.unit', 'i.better', 'i.target', 'i.target_on', 'i.note'])
    .select(['i.area', 'a.name as area_name', 'i.source', 's.title as source_title'])
    .orderBy('i.position')
    .orderBy('i.key');
  if (subject) query = query.where('i.subject', '=', subject as never);
  return query.execute();
}

export async function readMeasurements({ db, programmeId }: Reader) {
  return db
    .selectFrom('measurement as m')
    .leftJoin('zone as z', (join) => join.onRef('z.key', '=', 'm.zone').on('z.programme_id', '=', programmeId))
    .leftJoin('source as s', (join) => join.onRef('s.key', '=', 'm.source').on('s.programme_id', '=', programmeId))
    .where('m.programme_id', '=', programmeId)
    .select([
      'm.key',
      'm.indicator',
      'm.value',
      'm.measured_on',
      'm.measured_precision',
      'm.baseline',
      'm.chosen',
      'm.note',
    ])
    .select(['m.zone', 'z.name as zone_name', 'm.source', 's.title as source_title'])
    .orderBy('m.indicator')
    .orderBy('m.measured_on')
    .orderBy('m.key')
    .execute();
}
