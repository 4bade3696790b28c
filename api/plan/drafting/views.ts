// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../../db/change.ts';
import type { Reader } from '../../../db/past.ts';
import {
  type LockedMilestone,
  lockMilestone,
  type Named,
  readUnknown,
  readVersion,
} from '../../../db/plan/drafting/reads.ts';
import { Refused } from '../../contract.ts';
import { draftMilestoneView } from '../cycles/views.ts';
import { milestoneView } from '../milestones/views.ts';
import type { Standing } from './rules.ts';

/** Who writes, where and on which day; `version` is what was seen of the item. */
export interface Keeping {
  programmeId: number;
  today: string;
  version: number;
}

/** What is read within a change: the tables as they are now. */
export const readerOf = (writer: Writer, { programmeId, today }: Keeping): Reader => ({
  db: writer,
  programmeId,
  day: today,
});

export const standingOf = (row: LockedMilestone): Standing => ({
  promise: row.due_on,
  doneOn: row.done_on,
  withdrawnOn: row.withdrawn_on,
  awaitingCheck: row.state === 'proposed',
  cycleEndsOn: row.ends_on,
  cycleClosedOn: row.closed_on,
});

/** A milestone that is about to be changed, held until the change ends. */
export async function heldMilestone(reader: Reader, key: string): Promise<LockedMilestone> {
  const row = await lockMilestone(reader, key);
  if (!row) throw new Refused({ code: 'unknown-item', item: key });
  return row;
}

/** The same, provided that it is still what was seen; otherwise refused with what it has become. */
export async function seenMilestone(reader: Reader, key: string, version: number): Promise<LockedMilestone> {
  const row = await heldMilestone(reader, key);
  if ((await readVersion(reader, key)) !== version) {
    const current = row.due_on === null ? await draftMilestoneView(reader, key) : await milestoneView(reader, key);
    throw new Refused({ code: 'changed-meanwhile', current });
  }
  return row;
}

/** What a write answers: the item with its new version. */
export async function keptOf(reader: Reader, key: string) {
  return { key, version: await readVersion(reader, key) };
}

const tables = {
  area: 'area',
  initiative: 'initiative',
  owner: 'organisation',
  organisation: 'organisation',
  zone: 'zone',
  source: 'source',
  milestone: 'milestone',
} as const;

/** Refuses what names an item that the programme does not have. */
export async function refuseUnknown(
  reader: Reader,
  input: { [name in keyof typeof tables]?: string | null | undefined },
) {
  const named: Named[] = Object.entries(tables).flatMap(([name, table]) => {
    const key = input[name as keyof typeof tables];
    return key ? [{ name, table, key }] : [];
  });
  const unknown = await readUnknown(reader, named);
  if (unknown.length === 0) return;
  const errors = unknown.map(({ name }) => ({ name, reason: 'unknown-value' as const }));
  throw new Refused({ code: 'invalid-parameter', errors });
}
