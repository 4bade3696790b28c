// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { listCalls, readCall } from './contract.ts';
import { type AwardsOf, callsView, callView } from './views.ts';

export function callsRoutes({ inProgramme }: Serve, awardsOf: AwardsOf) {
  inProgramme(listCalls, (reader, { query }) => callsView(reader, query));
  inProgramme(readCall, (reader, { params }) => callView(reader, params.call, awardsOf));
}
