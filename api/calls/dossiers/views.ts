// SPDX-License-Identifier: AGPL-3.0-or-later
import { type RecordRow, readRecords } from '../../../db/calls/dossiers/reads.ts';
import { readRankings } from '../../../db/calls/ranking/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { runOf } from '../drafting/views.ts';
import type { DossierEntry } from './contract.ts';
import { openObjections, openRequests, type Recorded } from './rules.ts';

export const ruled = (row: RecordRow): Recorded & { row: RecordRow } => ({
  recordId: row.record_id,
  kind: row.kind,
  until: row.until,
  toRecord: row.to_record,
  about: row.about,
  row,
});

/** Dossier of one application for display. */
export function entriesOf(rows: readonly RecordRow[], now: Date): DossierEntry[] {
  const records = rows.map(ruled);
  const open = [...openRequests(records, now), ...openObjections(records)];
  return records.map((one) => ({
    recordId: one.recordId,
    madeAt: one.row.made_at.toISOString(),
    kind: one.kind,
    words: one.row.words,
    until: one.until?.toISOString() ?? null,
    toRecord: one.toRecord,
    about: one.about,
    files: one.row.files,
    accepted: one.row.accepted,
    open: open.includes(one),
  }));
}

/** Deadline for objections to a call's ranking; only set while a provisional ranking is the latest. */
export async function objectionsUntilOf(reader: Reader, call: string): Promise<Date | null> {
  const last = (await readRankings({ ...reader, db: reader.db.withSchema('public') }, call)).at(-1);
  return last?.kind === 'provisional' ? last.objections_until : null;
}

/** Context of a command on one application: call with clock, dossier records, deadline for objections. */
export async function dossierOf(reader: Reader, call: string, applicationId: number) {
  const of = { programmeId: reader.programmeId, call };
  const rows = await readRecords(reader.db, of, applicationId);
  return {
    run: await runOf(reader, call),
    records: rows.map(ruled),
    objectionsUntil: await objectionsUntilOf(reader, call),
  };
}
