// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../http/serve.ts';
import { listSpaces, readSpace } from './contract.ts';
import { spacesView, spaceView } from './views.ts';

export function spacesRoutes({ inProgramme }: Serve) {
  inProgramme(listSpaces, (reader, { query }) => spacesView(reader, query));
  inProgramme(readSpace, (reader, { params }) => spaceView(reader, params.space));
}
