// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../http/serve.ts';
import { listAreas, listInitiatives, readArea, readInitiative } from './contract.ts';
import { areasView, areaView, initiativesView, initiativeView } from './views.ts';

export function areasRoutes({ inProgramme }: Serve) {
  inProgramme(listAreas, (reader) => areasView(reader));
  inProgramme(readArea, (reader, { params }) => areaView(reader, params.area));
  inProgramme(listInitiatives, async (reader, { query }) => ({ items: await initiativesView(reader, query.area) }));
  inProgramme(readInitiative, (reader, { params }) => initiativeView(reader, params.initiative));
}
