// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { listZones } from './contract.ts';
import { territoryView } from './views.ts';

export function territoryRoutes({ inProgramme }: Serve) {
  inProgramme(listZones, async (reader, { query }) => {
    const { definition, zones, shares } = await territoryView(reader, query);
    return { definition, items: zones, periphery: shares };
  });
}
