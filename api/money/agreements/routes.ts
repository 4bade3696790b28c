// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { listAgreements, readAgreement } from './contract.ts';
import { agreementsView, agreementView } from './views.ts';

export function agreementsRoutes({ inProgramme }: Serve) {
  inProgramme(listAgreements, (reader) => agreementsView(reader));
  inProgramme(readAgreement, (reader, { params }) => agreementView(reader, params.agreement));
}
