// SPDX-License-Identifier: AGPL-3.0-or-later
import { Refused } from '../contract.ts';
import type { Serve } from '../http/serve.ts';
import { release } from './commands.ts';
import { readPlafond, releaseGrant } from './contract.ts';
import { plafondView } from './views.ts';

export function plafondRoutes({ db, idOf, keep, overall }: Serve) {
  overall(readPlafond, async ({ params }) =>
    plafondView(db, { programmeId: await idOf(params.programme), call: params.call }),
  );
  keep(
    releaseGrant,
    async (writer, asked) => {
      const { call, application } = asked.params;
      if (!(await release(writer, asked, call, application)))
        throw new Refused({ code: 'unknown-item', item: String(application) });
      return { done: true } as const;
    },
    ({ reason }) => reason,
  );
}
