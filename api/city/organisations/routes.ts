// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { listOrganisations, readOrganisation } from './contract.ts';
import { organisationsView, organisationView } from './views.ts';

export function organisationsRoutes({ inProgramme }: Serve) {
  inProgramme(listOrganisations, (reader, { query }) => organisationsView(reader, query));
  inProgramme(readOrganisation, (reader, { params }) => organisationView(reader, params.organisation));
}
