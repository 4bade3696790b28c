// SPDX-License-Identifier: AGPL-3.0-or-later
import { lockArriving, readAdmission } from '../../../db/calls/applications/reads.ts';
import type { Writer } from '../../../db/change.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Serve } from '../../http/serve.ts';
import type { Keeping } from '../../platform/records/views.ts';
import { release } from './commands.ts';
import { readPlafond, releaseGrant } from './contract.ts';
import { plafondView } from './views.ts';

/** Writes down why, in the dossier, and tells the firm; the examination's room does it. */
type Tell = (
  writer: Writer,
  by: Keeping & { actor: { accountId: number } },
  on: { call: string; application: number },
  reason: string,
) => Promise<void>;

export function plafondRoutes({ db, idOf, keep, overall }: Serve, acts: { tell: Tell }) {
  overall(readPlafond, async ({ params }) =>
    plafondView(db, { programmeId: await idOf(params.programme), call: params.call }),
  );
  keep(
    releaseGrant,
    async (writer, asked) => {
      const { call, application } = asked.params;
      // What was refused holds nothing: it may be withdrawn, not released.
      // Held in the order in which whoever arrives or withdraws holds them: the application, then the fund.
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
