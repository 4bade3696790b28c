// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../http/serve.ts';
import { listChanges } from './contract.ts';
import { changesView } from './views.ts';

export function historyRoutes({ inProgramme }: Serve) {
  inProgramme(listChanges, (reader, { query }) => changesView(reader, query));
}
