// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OfficinaDb } from '../../client.ts';

interface Of {
  programmeId: number;
  call: string;
}

const columns = ['r.record_id', 'r.application_id', 'r.made_at', 'r.kind', 'r.words', 'r.until'] as const;
const about = ['r.to_record', 'r.about', 'r.files', 'r.accepted'] as const;

/** Dossier records of a call's applications, or of one of them, oldest first. */
export async function readRecords(db: OfficinaDb, { programmeId, call }: Of, applicationId?: number) {
  let query = db
    .selectFrom('access.application_record as r')
    .innerJoin('access.application as a', 'a.application_id', 'r.application_id')
    .where('a.programme_id', '=', programmeId)
    .where('a.call', '=', call);
  if (applicationId !== undefined) query = query.where('r.application_id', '=', applicationId);
  return query
    .select([...columns, ...about])
    .orderBy('r.record_id')
    .execute();
}
export type RecordRow = Awaited<ReturnType<typeof readRecords>>[number];
