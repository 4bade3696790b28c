// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../../db/past.ts';
import { type DraftRow, readDrafts } from '../../../db/plan/cycles/reads.ts';
import { type LockedMilestone, lockMilestone, readVersion } from '../../../db/plan/drafting/reads.ts';
import { refOf, whenOf } from '../../contract.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { milestoneView } from '../milestones/views.ts';
import type { DraftMilestone } from './contract.ts';
import type { Standing } from './rules.ts';

export const standingOf = (row: LockedMilestone): Standing => ({
  promise: row.due_on,
  doneOn: row.done_on,
  withdrawnOn: row.withdrawn_on,
  awaitingCheck: row.state === 'proposed',
  cycleEndsOn: row.ends_on,
  cycleClosedOn: row.closed_on,
});

/** Locks the milestone row until commit. */
export async function lockExistingMilestone(reader: Reader, key: string): Promise<LockedMilestone> {
  const row = await lockMilestone(reader, key);
  if (!row) throw new Refused({ code: 'unknown-item', item: key });
  return row;
}

/** Locks the milestone row until commit; refused with its current state if the version has changed. */
export async function lockMilestoneIfVersion(reader: Reader, key: string, version: number): Promise<LockedMilestone> {
  const row = await lockExistingMilestone(reader, key);
  if ((await readVersion(reader, key)) !== version) {
    const current = row.due_on === null ? await draftMilestoneView(reader, key) : await milestoneView(reader, key);
    throw new Refused({ code: 'changed-meanwhile', current });
  }
  return row;
}

/** Reply to a write: the item with its new version. */
export async function savedOf(reader: Reader, key: string) {
  return { key, version: await readVersion(reader, key) };
}

const draftOf = (row: DraftRow, version: number): DraftMilestone => ({
  key: row.key,
  version,
  name: row.name,
  summary: row.summary,
  area: { key: row.area, name: row.area_name },
  initiative: refOf(row.initiative, row.initiative_name),
  owner: refOf(row.owner, row.owner_name),
  zone: refOf(row.zone, row.zone_name),
  weight: row.weight,
  position: row.position,
  planned: whenOf(row.planned_on, row.planned_precision),
  outcome: row.outcome,
  note: row.note,
  continues: refOf(row.continues, row.continues_name),
  dependsOn: row.depends_on ?? [],
  evidence: row.evidence ?? 0,
});

export async function draftsOf(reader: Reader, filter: { cycle?: string; key?: string }): Promise<DraftMilestone[]> {
  const drafts: DraftMilestone[] = [];
  for (const row of await readDrafts(reader, filter)) drafts.push(draftOf(row, await readVersion(reader, row.key)));
  return drafts;
}

/** A milestone of a draft, with its planned date. */
export async function draftMilestoneView(reader: Reader, key: string): Promise<DraftMilestone> {
  const [draft] = await draftsOf(reader, { key });
  if (!draft) throw new Refused({ code: 'unknown-item', item: key });
  return draft;
}
