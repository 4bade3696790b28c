// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { listCycles, listMilestones, readMilestone, readTrend } from './contract.ts';
import { cyclesView, listView, milestoneView, trendView } from './views.ts';

export function milestonesRoutes({ inProgramme }: Serve) {
  inProgramme(listMilestones, (reader, { query }) => listView(reader, query));
  inProgramme(readMilestone, (reader, { params }) => milestoneView(reader, params.milestone));
  inProgramme(listCycles, async (reader) => ({ items: await cyclesView(reader) }));
  inProgramme(readTrend, (reader, { params }) => trendView(reader, params.cycle));
}
