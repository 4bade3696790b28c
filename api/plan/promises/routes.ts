// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { replan as replanMilestone, report as reportOn, withdraw as withdrawMilestone } from './commands.ts';
import { replan, report, withdraw } from './contract.ts';

export function promisesRoutes({ keep }: Serve) {
  keep(
    replan,
    (writer, asked) => replanMilestone(writer, asked, asked.params.milestone, asked.input),
    ({ reason }) => reason.it,
  );
  keep(
    report,
    (writer, asked) => reportOn(writer, asked, asked.params.milestone, asked.input),
    ({ reason, note }) => reason?.it ?? note?.it ?? '',
  );
  keep(
    withdraw,
    (writer, asked) => withdrawMilestone(writer, asked, asked.params.milestone, asked.input),
    ({ reason }) => reason.it,
  );
}
