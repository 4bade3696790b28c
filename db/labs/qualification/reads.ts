// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { OfficinaDb } from '../../client.ts';
import type { Reader } from '../../past.ts';

/** Requirements of the programme's qualified list. */
export async function readRequirements({ db, programmeId }: Reader) {
  return db
    .selectFrom('lab_requirement')
    .where('programme_id', '=', programmeId)
    .select(['key', 'name', 'measure', 'at_least', 'document', 'note'])
    .orderBy('position')
    .orderBy('key')
    .execute();
}
export type RequirementRow = Awaited<ReturnType<typeof readRequirements>>[number];

/** Qualification steps of one lab or of all, oldest first. */
export async function readSteps({ db, programmeId }: Reader, lab?: string) {
  let query = db
    .selectFrom('qualification_step as q')
    .innerJoin('lab as l', (join) => join.onRef('l.key', '=', 'q.lab').on('l.programme_id', '=', programmeId))
    .where('q.programme_id', '=', programmeId)
    .where('l.merged_into', 'is', null)
    .select([
      'q.key',
      'q.lab',
      'l.name as lab_name',
      'l.kind',
      'q.number',
      'q.act',
      'q.made_on',
      'q.until_on',
      'q.reason',
    ])
    .orderBy('q.lab')
    .orderBy('q.number');
  if (lab) query = query.where('q.lab', '=', lab);
  return query.execute();
}
export type StepRow = Awaited<ReturnType<typeof readSteps>>[number];

/** Measured values of some labs. */
export async function readMeasures({ db, programmeId }: Reader, labs: readonly string[]) {
  return db
    .selectFrom('lab as l')
    .where('l.programme_id', '=', programmeId)
    .where('l.key', '=', sql<string>`any(${[...labs]})`)
    .select(['l.key', 'l.name', 'l.workstations', 'l.floor_area_m2', 'l.staff', 'l.access', 'l.services'])
    .select((eb) => {
      const machines = eb
        .selectFrom('machine as m')
        .where('m.programme_id', '=', programmeId)
        .whereRef('m.lab', '=', 'l.key');
      return [
        machines.select((of) => of.fn.sum<number | null>('m.quantity').as('n')).as('machines'),
        machines.select(sql<number>`count(distinct m.process)::int`.as('n')).as('processes'),
      ];
    })
    .execute();
}
export type MeasuresRow = Awaited<ReturnType<typeof readMeasures>>[number];

export async function readDocuments(db: OfficinaDb, programmeId: number, lab: string) {
  return db
    .selectFrom('access.lab_document')
    .where('programme_id', '=', programmeId)
    .where('lab', '=', lab)
    .select(['document_id', 'requirement', 'file_hash', 'file_name', 'file_type', 'file_bytes', 'added_at'])
    .orderBy('added_at')
    .orderBy('document_id')
    .execute();
}
