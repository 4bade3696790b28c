// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { listEvents, readEvent } from './contract.ts';
import { eventsView, eventView } from './views.ts';

export function eventsRoutes({ inProgramme }: Serve) {
  inProgramme(listEvents, (reader, { query }) => eventsView(reader, query));
  inProgramme(readEvent, (reader, { params }) => eventView(reader, params.event));
}
