// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Reader } from '../../../db/past.ts';
import { type DraftRow, readCycles, readDrafts } from '../../../db/plan/cycles/reads.ts';
import { readVersion } from '../../../db/plan/drafting/reads.ts';
import { Refused, refOf, whenOf } from '../../contract.ts';
import { type Grant, may } from '../../people/accounts/rules.ts';
import { cycleOf } from '../milestones/views.ts';
import type { DraftMilestone } from './contract.ts';

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

async function draftsOf(reader: Reader, filter: { cycle?: string; key?: string }): Promise<DraftMilestone[]> {
  const drafts: DraftMilestone[] = [];
  for (const row of await readDrafts(reader, filter)) drafts.push(draftOf(row, await readVersion(reader, row.key)));
  return drafts;
}

/** A milestone that was never adopted, as it is planned. */
export async function draftMilestoneView(reader: Reader, key: string): Promise<DraftMilestone> {
  const [draft] = await draftsOf(reader, { key });
  if (!draft) throw new Refused({ code: 'unknown-item', item: key });
  return draft;
}

export async function draftCyclesView(reader: Reader) {
  return { items: (await readCycles(reader, true)).map(cycleOf) };
}

interface Asker {
  grants: readonly Grant[] | null;
  programme: string;
}

/** A draft cycle with its milestones; who may see some areas sees theirs. Its version counts every one of them. */
export async function draftView(reader: Reader, key: string, asker?: Asker) {
  const row = (await readCycles(reader, true)).find((one) => one.key === key);
  if (!row) throw new Refused({ code: 'unknown-item', item: key });
  const drafts = await draftsOf(reader, { cycle: key });
  const cycle = cycleOf(row);
  const sees = ({ area }: DraftMilestone) =>
    !asker || may('see-drafts', asker.grants, { programme: asker.programme, area: area.key });
  return {
    cycle,
    version: Math.max(cycle.version, ...drafts.map(({ version }) => version)),
    milestones: drafts.filter(sees),
  };
}
