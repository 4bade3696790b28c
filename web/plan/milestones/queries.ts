// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReplyOf } from '../../../api/contract.ts';
import type { readTrend } from '../../../api/plan/cycles/contract.ts';
import type { listMilestones, MilestoneSummary, readMilestone, Status } from '../../../api/plan/milestones/contract.ts';
import { useText } from '../../i18n/text.ts';
import { useProgramme } from '../../programme.ts';
import { useReading } from '../../reading.ts';

export type Milestone = ReplyOf<typeof readMilestone>;

const room = '/api/v1/programmes/{programme}';

export interface Wanted {
  cycle: string | undefined;
  area?: string | undefined;
  status?: Status | undefined;
  zone?: string | undefined;
  owner?: string | undefined;
  q?: string | undefined;
}

/** The milestones of a cycle; no cycle has more than 200. */
export const useMilestones = (wanted: Wanted) =>
  useReading<typeof listMilestones>(`${room}/milestones`, {}, { ...wanted, sort: 'area', limit: 200 });

export const useTrend = (cycle: string) => useReading<typeof readTrend>(`${room}/cycles/{cycle}/trend`, { cycle }, {});

export const useMilestone = (milestone: string) =>
  useReading<typeof readMilestone>(`${room}/milestones/{milestone}`, { milestone }, {});

/** Areas and milestones as chart props in the page's language. */
export function usePlanned(milestones: readonly MilestoneSummary[]) {
  const { areaList } = useProgramme();
  const text = useText();
  return {
    areas: areaList.map(({ key, name }) => ({ key, name: text(name).text, to: `areas/${key}` })),
    rows: milestones.map((one) => ({ ...one, area: one.area.key, name: text(one.name).text })),
  };
}
