// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { readChain } from './contract.ts';
import { chainView } from './views.ts';

export function chainRoutes({ inProgramme }: Serve) {
  inProgramme(readChain, (reader, { query }) => chainView(reader, query));
}
