// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { check, end, jobs, pay, type Release, step, takeBack } from './commands.ts';
import * as contract from './contract.ts';
import { awardsView, awardView } from './views.ts';

/** `acts.release` returns money to a fund and admits waiting applications; implemented by api/calls/first-come. */
export function awardsRoutes({ inProgramme, keep }: Serve, acts: { release: Release }) {
  inProgramme(contract.listAwards, (reader, { query }) => awardsView(reader, query));
  inProgramme(contract.readAward, (reader, { params }) => awardView(reader, params.award));
  keep(
    contract.recordStep,
    (writer, asked) => step(writer, asked, asked.params.award, asked.input),
    ({ act }) => act ?? '',
  );
  keep(contract.recordJobs, (writer, asked) => jobs(writer, asked, asked.params.award, asked.input));
  keep(
    contract.recordPayment,
    (writer, asked) => pay(writer, asked, asked.params.award, asked.input),
    ({ act }) => act ?? '',
  );
  keep(
    contract.removePayment,
    (writer, asked) => takeBack(writer, asked, asked.params.award, asked.params.payment),
    ({ why }) => why,
  );
  keep(contract.recordCheck, (writer, asked) => check(writer, asked, asked.params.award, asked.input));
  keep(
    contract.endAward,
    (writer, asked) => end(writer, asked, asked.params.award, asked.input, acts),
    ({ act, reason }) => reason?.it ?? act ?? '',
  );
}
