// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { create, edit, withdraw } from './commands.ts';
import {
  createInitiative,
  editInitiative,
  listAreas,
  listInitiatives,
  readArea,
  readInitiative,
  withdrawInitiative,
} from './contract.ts';
import { areasView, areaView, type Beyond, initiativesView, initiativeView } from './views.ts';

export function areasRoutes({ inProgramme, keep }: Serve, beyond: Beyond) {
  inProgramme(listAreas, (reader) => areasView(reader));
  inProgramme(readArea, (reader, { params }) => areaView(reader, params.area, beyond));
  inProgramme(listInitiatives, async (reader, { query }) => ({ items: await initiativesView(reader, query.area) }));
  inProgramme(readInitiative, (reader, { params }) => initiativeView(reader, params.initiative));
  keep(
    createInitiative,
    (writer, asked) => create(writer, asked, asked.input),
    ({ why }) => why ?? '',
  );
  keep(
    editInitiative,
    (writer, asked) => edit(writer, asked, asked.params.initiative, asked.input),
    ({ why }) => why ?? '',
  );
  keep(
    withdrawInitiative,
    (writer, asked) => withdraw(writer, asked, asked.params.initiative, asked.input),
    ({ reason }) => reason.it,
  );
}
