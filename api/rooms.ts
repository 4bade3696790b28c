// SPDX-License-Identifier: AGPL-3.0-or-later

import { readCalls } from '../db/calls/published/reads.ts';
import { readAwards } from '../db/money/awards/reads.ts';
import { readAreas } from '../db/plan/areas/reads.ts';
import { applicationsRoutes } from './calls/applications/routes.ts';
import { attachmentsRoutes } from './calls/attachments/routes.ts';
import { pipelineRoutes } from './calls/desk/routes.ts';
import { tellReleased } from './calls/dossiers/commands.ts';
import { examinationRoutes } from './calls/dossiers/routes.ts';
import { callingRoutes } from './calls/drafting/routes.ts';
import { evaluationRoutes } from './calls/evaluation/routes.ts';
import { demandRoutes } from './calls/figures/routes.ts';
import { createArrivals, refill, release } from './calls/first-come/commands.ts';
import { firstComeFundRoutes } from './calls/first-come/routes.ts';
import { callsRoutes } from './calls/published/routes.ts';
import { questionsRoutes } from './calls/questions/routes.ts';
import { rankingRoutes } from './calls/ranking/routes.ts';
import { contextRoutes } from './city/background/routes.ts';
import { boundariesRoutes } from './city/boundaries/routes.ts';
import { eventsRoutes } from './city/events/routes.ts';
import { indicatorsRoutes } from './city/indicators/routes.ts';
import { organisationsRoutes } from './city/organisations/routes.ts';
import { programmesRoutes } from './city/programmes/routes.ts';
import { territoryRoutes } from './city/territory/routes.ts';
import type { Serve } from './http/serve.ts';
import { labsRoutes } from './labs/directory/routes.ts';
import { create as createLab } from './labs/editing/commands.ts';
import { entriesRoutes } from './labs/editing/routes.ts';
import { registerRoutes } from './labs/figures/routes.ts';
import { importsRoutes } from './labs/import/routes.ts';
import { catalogueRoutes } from './labs/machine-catalogue/routes.ts';
import { machinesRoutes } from './labs/machines/routes.ts';
import { tellKeepers } from './labs/matching/commands.ts';
import { needsRoutes } from './labs/matching/routes.ts';
import { asksOf } from './labs/matching/views.ts';
import { photosRoutes } from './labs/photos/routes.ts';
import { proposalsRoutes } from './labs/proposals/routes.ts';
import { qualificationRoutes } from './labs/qualification/routes.ts';
import { spaceapiRoutes } from './labs/spaceapi/routes.ts';
import { agreementsRoutes } from './money/agreements/routes.ts';
import { awardsRoutes } from './money/awards/routes.ts';
import { awardedIn, awardsOf } from './money/awards/views.ts';
import { fundsRoutes } from './money/funds/routes.ts';
import { assign } from './money/granting/commands.ts';
import { grantsRoutes } from './money/granting/routes.ts';
import { chainRoutes } from './overview/chain/routes.ts';
import { dashboardRoutes } from './overview/dashboard/routes.ts';
import { exportsRoutes } from './overview/downloads/routes.ts';
import { accessRoutes } from './people/accounts/routes.ts';
import { providerRoutes } from './people/oidc/routes.ts';
import { passkeysRoutes } from './people/passkeys/routes.ts';
import { invitePerson } from './people/roles/commands.ts';
import { peopleRoutes } from './people/roles/routes.ts';
import { areasRoutes } from './plan/areas/routes.ts';
import { closingsRoutes } from './plan/closings/routes.ts';
import { cyclesRoutes } from './plan/cycles/routes.ts';
import { cyclesView } from './plan/cycles/views.ts';
import { create, edit } from './plan/drafting/commands.ts';
import { createMilestone, editMilestone } from './plan/drafting/contract.ts';
import { planRoutes } from './plan/drafting/routes.ts';
import { evidenceRoutes } from './plan/evidence/routes.ts';
import { milestonesRoutes } from './plan/milestones/routes.ts';
import { replan, report } from './plan/promises/commands.ts';
import * as promises from './plan/promises/contract.ts';
import { promisesRoutes } from './plan/promises/routes.ts';
import { remindersRoutes } from './plan/reminders/routes.ts';
import { sheetsRoutes } from './plan/spreadsheet/routes.ts';
import { logRoutes } from './platform/history/log.routes.ts';
import { historyRoutes } from './platform/history/routes.ts';
import { mailRoutes } from './platform/mail/routes.ts';
import { ask, conclude, lockConfirmedRequest } from './platform/requests/commands.ts';
import { requestsRoutes } from './platform/requests/routes.ts';
import * as spaces from './spaces/directory/commands.ts';
import { spacesRoutes } from './spaces/directory/routes.ts';
import { reuseRoutes } from './spaces/figures/routes.ts';
import { censusRoutes } from './spaces/import/routes.ts';
import { reportsRoutes } from './spaces/reports/routes.ts';

const requests = { ask, lockConfirmedRequest, conclude };
const inputs = {
  create: createMilestone.input,
  edit: editMilestone.input,
  replan: promises.replan.input,
  report: promises.report.input,
};

/** Registers the routes of all rooms and injects the cross-room dependencies. */
export const rooms: ((serve: Serve) => void)[] = [
  accessRoutes,
  peopleRoutes,
  passkeysRoutes,
  providerRoutes,
  mailRoutes,
  remindersRoutes,
  (serve) => programmesRoutes(serve, { cycles: cyclesView, areas: readAreas }),
  dashboardRoutes,
  (serve) => areasRoutes(serve, { calls: readCalls, awarded: awardedIn }),
  milestonesRoutes,
  planRoutes,
  promisesRoutes,
  cyclesRoutes,
  closingsRoutes,
  evidenceRoutes,
  territoryRoutes,
  boundariesRoutes,
  labsRoutes,
  registerRoutes,
  qualificationRoutes,
  machinesRoutes,
  photosRoutes,
  entriesRoutes,
  (serve) => requestsRoutes(serve, { asks: asksOf, confirmed: tellKeepers }),
  (serve) => proposalsRoutes(serve, { ...requests, invite: invitePerson, createLab }),
  (serve) => needsRoutes(serve, requests),
  (serve) => reportsRoutes(serve, { ...requests, create: spaces.create, addReport: spaces.addReport }),
  importsRoutes,
  catalogueRoutes,
  exportsRoutes,
  spaceapiRoutes,
  spacesRoutes,
  reuseRoutes,
  (serve) => censusRoutes(serve, spaces),
  (serve) => sheetsRoutes(serve, { create, edit, replan, report, inputs }),
  (serve) => callsRoutes(serve, awardsOf),
  (serve) => callingRoutes(serve, { refill }),
  (serve) => applicationsRoutes(serve, { invite: invitePerson, release, arrive: createArrivals(serve.db) }),
  attachmentsRoutes,
  examinationRoutes,
  questionsRoutes,
  pipelineRoutes,
  (serve) => firstComeFundRoutes(serve, { tell: tellReleased }),
  demandRoutes,
  evaluationRoutes,
  (serve) => rankingRoutes(serve, { assign, awards: readAwards }),
  grantsRoutes,
  (serve) => awardsRoutes(serve, { release }),
  chainRoutes,
  indicatorsRoutes,
  contextRoutes,
  agreementsRoutes,
  fundsRoutes,
  organisationsRoutes,
  eventsRoutes,
  historyRoutes,
  logRoutes,
];
