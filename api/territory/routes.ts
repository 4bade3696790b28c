// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../http/serve.ts';
import { listZones } from './contract.ts';
import { peripheryView, zonesView } from './views.ts';

export function territoryRoutes({ inProgramme }: Serve) {
  inProgramme(listZones, async (reader, { query }) => {
    const { definition, shares } = await peripheryView(reader);
    return { definition, items: await zonesView(reader, query), periphery: shares };
  });
}
