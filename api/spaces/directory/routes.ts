// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { create, edit, move } from './commands.ts';
import * as contract from './contract.ts';
import { placeView, spacesView, spaceView } from './views.ts';

export function spacesRoutes({ inProgramme, keep }: Serve) {
  inProgramme(contract.listSpaces, (reader, { query }) => spacesView(reader, query));
  inProgramme(contract.readSpace, (reader, { params, query }) =>
    spaceView(reader, params.programme, params.space, query.asOf),
  );
  inProgramme(contract.readSpacePlace, (reader, { params }) => placeView(reader, params.space));
  keep(
    contract.createSpace,
    (writer, asked) => create(writer, asked, asked.input),
    ({ why }) => why ?? '',
  );
  keep(
    contract.editSpace,
    (writer, asked) => edit(writer, asked, asked.params, asked.input),
    ({ why }) => why ?? '',
  );
  keep(
    contract.moveSpace,
    (writer, asked) => move(writer, asked, asked.params, asked.input),
    ({ reason }) => reason.it,
  );
}
