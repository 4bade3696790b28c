// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { listMilestones, readMilestone } from './contract.ts';
import { listView, milestoneView } from './views.ts';

export function milestonesRoutes({ inProgramme }: Serve) {
  inProgramme(listMilestones, (reader, { query }) => listView(reader, query));
  inProgramme(readMilestone, (reader, { params }) => milestoneView(reader, params.milestone));
}
