// SPDX-License-Identifier: AGPL-3.0-or-later

import { createEntrance } from '../../http/entrance.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Serve } from '../../http/serve.ts';
import { listOutbox } from './contract.ts';
import { outboxView } from './views.ts';

export function mailRoutes(serve: Serve) {
  const { showsOutbox } = createEntrance(serve);
  serve.overall(listOutbox, async ({ req }) => {
    if (!showsOutbox(req)) throw new Refused({ code: 'unknown-address' });
    return outboxView(serve.db);
  });
}
