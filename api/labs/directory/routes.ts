// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { listLabs, readLab } from './contract.ts';
import { labBody, labsView } from './views.ts';

export function labsRoutes({ inProgramme }: Serve) {
  inProgramme(listLabs, (reader, { query }) => labsView(reader, query));
  inProgramme(readLab, (reader, { params, query }) => labBody(reader, params.programme, params.lab, query.asOf));
}
