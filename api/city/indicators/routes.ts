// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { listIndicators, readIndicator } from './contract.ts';
import { indicatorsView, indicatorView } from './views.ts';

export function indicatorsRoutes({ inProgramme }: Serve) {
  inProgramme(listIndicators, async (reader, { query }) => ({ items: await indicatorsView(reader, query.subject) }));
  inProgramme(readIndicator, (reader, { params }) => indicatorView(reader, params.indicator));
}
