// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { set } from './commands.ts';
import { listProgrammes, readProgramme, setProgramme } from './contract.ts';
import { type Plan, programmesView, programmeView } from './views.ts';

export function programmesRoutes({ inProgramme, keep, overall, db, today }: Serve, plan: Plan) {
  overall(listProgrammes, () => programmesView(db));
  inProgramme(readProgramme, (reader) => programmeView(reader, today(), plan));
  keep(
    setProgramme,
    (writer, { programmeId, input }) => set(writer, programmeId, input),
    ({ why }) => why,
  );
}
