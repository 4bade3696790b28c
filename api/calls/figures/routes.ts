// SPDX-License-Identifier: AGPL-3.0-or-later
import { refuseFuture } from '../../http/parse.ts';
import type { Serve } from '../../http/serve.ts';
import { readDemand } from './contract.ts';
import { demandView } from './views.ts';

export function demandRoutes({ db, idOf, overall, today }: Serve) {
  // Not cached: applications are outside the log and do not raise the revision.
  overall(readDemand, async ({ params, query }) => {
    refuseFuture(query.asOf, today());
    const programmeId = await idOf(params.programme);
    return demandView(db, { programmeId, call: params.call, day: query.asOf ?? today() });
  });
}
