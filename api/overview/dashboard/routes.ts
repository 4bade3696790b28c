// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { readDashboard } from './contract.ts';
import { dashboardView } from './views.ts';

export function dashboardRoutes({ inProgramme }: Serve) {
  inProgramme(readDashboard, (reader, { query }) => dashboardView(reader, query.cycle));
}
