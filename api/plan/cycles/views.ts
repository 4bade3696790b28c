// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Reader } from '../../../db/past.ts';
import { type CycleRow, readCycles } from '../../../db/plan/cycles/reads.ts';
import { readForecasts, readMilestones, readPromises } from '../../../db/plan/milestones/reads.ts';
import type { Cycle } from '../../city/programmes/contract.ts';
import { refOf } from '../../contract.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { type Grant, may } from '../../http/rights.rules.ts';
import type { DraftMilestone } from '../drafting/contract.ts';
import { draftsOf } from '../drafting/views.ts';
import { trendOf } from '../milestones/views.ts';

export async function draftCyclesView(reader: Reader) {
  return { items: (await readCycles(reader, true)).map(cycleOf) };
}

interface Asker {
  grants: readonly Grant[] | null;
  programme: string;
}

/** A draft cycle with the milestones of the areas the account may see. Its version covers all milestones. */
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

export const cycleOf = (row: CycleRow): Cycle => ({
  key: row.key,
  name: row.name,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  adoptedOn: row.adopted_on,
  adoptedAct: row.adopted_act,
  closedOn: row.closed_on,
  closedAct: row.closed_act,
  milestones: row.milestones ?? 0,
  reviews: (row.reviews ?? []).map(({ area, areaName, learnt }) => ({ area: refOf(area, areaName), learnt })),
  version: row.version,
});

export async function cyclesView(reader: Reader): Promise<Cycle[]> {
  return (await readCycles(reader)).map(cycleOf);
}

export async function trendView(reader: Reader, key: string) {
  const cycle = (await cyclesView(reader)).find((one) => one.key === key);
  if (!cycle) throw new Refused({ code: 'unknown-item', item: key });
  const rows = await readMilestones(reader, { cycle: key });
  const keys = rows.map((row) => row.key);
  const promises = await readPromises(reader, keys);
  const forecasts = await readForecasts(reader, keys);
  return { cycle, day: reader.day, lines: rows.map((row) => trendOf(row, promises, forecasts)) };
}
