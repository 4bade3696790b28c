// SPDX-License-Identifier: AGPL-3.0-or-later
import { unloggedTransaction } from '../../../db/change.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import type { RequestRow } from '../../../db/platform/requests/reads.ts';
import { createEntrance } from '../../http/entrance.ts';
import type { Serve } from '../../http/serve.ts';
import { confirm, end } from './commands.ts';
import { endRequest, lookAtRequest } from './contract.ts';
import { type AsksOf, myRequestView } from './views.ts';

/** Hooks of other rooms: data about a request and actions on confirmation; injected in rooms.ts. */
export interface Concerns {
  asks: AsksOf;
  confirmed: (db: OfficinaDb, row: RequestRow, publicUrl: string) => Promise<void>;
}

/** Endpoints for the holder of the mailed link. */
export function requestsRoutes(serve: Serve, { asks, confirmed }: Concerns) {
  const { db, overall } = serve;
  const entrance = createEntrance(serve);
  overall(lookAtRequest, async ({ req, input }) => {
    const { row, first } = await confirm(db, input.token);
    if (first) await confirmed(db, row, entrance.publicUrl(req));
    return myRequestView(db, input.token, asks);
  });
  overall(endRequest, async ({ input }) => {
    await unloggedTransaction(db, (writer) => end(writer, input.token));
    return { done: true } as const;
  });
}
