// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { listSources, readContext, readSource } from './contract.ts';
import { contextView, sourcesView, sourceView } from './views.ts';

export function contextRoutes({ inProgramme }: Serve) {
  inProgramme(readContext, (reader) => contextView(reader));
  inProgramme(listSources, (reader) => sourcesView(reader));
  inProgramme(readSource, (reader, { params }) => sourceView(reader, params.source));
}
