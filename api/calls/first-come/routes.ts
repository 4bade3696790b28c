// SPDX-License-Identifier: AGPL-3.0-or-later
import { lockArriving, readAdmission } from '../../../db/calls/applications/reads.ts';
import type { Writer } from '../../../db/change.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Serve } from '../../http/serve.ts';
import type { Keeping } from '../../platform/records/views.ts';
import { release } from './commands.ts';
import { readFirstComeFund, releaseGrant } from './contract.ts';
import { firstComeFundView } from './views.ts';

/** Records the reason in the dossier and mails the firm; implemented by api/calls/dossiers. */
type Tell = (
  writer: Writer,
  by: Keeping & { actor: { accountId: number } },
  on: { call: string; application: number },
  reason: string,
) => Promise<void>;

export function firstComeFundRoutes({ db, idOf, keep, overall }: Serve, acts: { tell: Tell }) {
  overall(readFirstComeFund, async ({ params }) =>
    firstComeFundView(db, { programmeId: await idOf(params.programme), call: params.call }),
  );
  keep(
    releaseGrant,
    async (writer, asked) => {
      const { call, application } = asked.params;
      // A refused application holds no money: it can be withdrawn, not released.
      // Same lock order as for submission and withdrawal (avoids deadlocks): application, then fund.
      await lockArriving(writer, [application]);
      const refused = (await readAdmission(writer, application))?.state === 'refused';
      if (refused || !(await release(writer, asked, call, { application })))
        throw new Refused({ code: 'unknown-item', item: String(application) });
      await acts.tell(writer, asked, { call, application }, asked.input.reason);
      return { done: true } as const;
    },
    ({ reason }) => reason,
  );
}
