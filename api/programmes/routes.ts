// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../http/serve.ts';
import { listProgrammes, readProgramme } from './contract.ts';
import { programmesView, programmeView } from './views.ts';

export function programmesRoutes({ inProgramme, overall, db, today }: Serve) {
  overall(listProgrammes, () => programmesView(db));
  inProgramme(readProgramme, (reader) => programmeView(reader, today()));
}
