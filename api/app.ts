// SPDX-License-Identifier: AGPL-3.0-or-later
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { findProgrammeId } from '../db/city/programmes/reads.ts';
import type { OfficinaDb } from '../db/client.ts';
import { applicationsRoutes } from './calls/applications/routes.ts';
import { attachmentsRoutes } from './calls/attachments/routes.ts';
import { pipelineRoutes } from './calls/desk/routes.ts';
import { tellReleased } from './calls/dossiers/commands.ts';
import { examinationRoutes } from './calls/dossiers/routes.ts';
import { callingRoutes } from './calls/drafting/routes.ts';
import { evaluationRoutes } from './calls/evaluation/routes.ts';
import { demandRoutes } from './calls/figures/routes.ts';
import { createArrivals, refill, release } from './calls/first-come/commands.ts';
import { plafondRoutes } from './calls/first-come/routes.ts';
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
import { type Refusal, Refused } from './contract.ts';
import type { Cache } from './http/cache.ts';
import type { Live } from './http/live.ts';
import { languageOf, problemOf } from './http/problems.ts';
import { serviceRoutes } from './http/routes.ts';
import { createServe, type Serve } from './http/serve.ts';
import type { OfficeSettings } from './http/session.ts';
import { labsRoutes } from './labs/directory/routes.ts';
import { create as createLab } from './labs/editing/commands.ts';
import { entriesRoutes } from './labs/editing/routes.ts';
import { registerRoutes } from './labs/figures/routes.ts';
import { importsRoutes } from './labs/import/routes.ts';
import { catalogueRoutes } from './labs/machine-catalogue/routes.ts';
import { machinesRoutes } from './labs/machines/routes.ts';
import { tellKeepers } from './labs/matching/commands.ts';
import { needsRoutes } from './labs/matching/routes.ts';
import { photosRoutes } from './labs/photos/routes.ts';
import { ask, conclude, held } from './labs/proposals/commands.ts';
import { requestsRoutes } from './labs/proposals/routes.ts';
import { qualificationRoutes } from './labs/qualification/routes.ts';
import { spaceapiRoutes } from './labs/spaceapi/routes.ts';
import { agreementsRoutes } from './money/agreements/routes.ts';
import { awardsRoutes } from './money/awards/routes.ts';
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
import * as spaces from './spaces/directory/commands.ts';
import { spacesRoutes } from './spaces/directory/routes.ts';
import { reuseRoutes } from './spaces/figures/routes.ts';
import { censusRoutes } from './spaces/import/routes.ts';
import { reportsRoutes } from './spaces/reports/routes.ts';

export interface AppParts {
  db: OfficinaDb;
  today: () => string;
  cache: Cache;
  live: Live;
  settings: OfficeSettings;
  logger: Logger;
  version: string;
  /** Serves the page's files; says whether it did. */
  page: (req: Request, res: Response) => Promise<boolean>;
}

const inputs = {
  create: createMilestone.input,
  edit: editMilestone.input,
  replan: promises.replan.input,
  report: promises.report.input,
};

const rooms: ((serve: Serve) => void)[] = [
  accessRoutes,
  peopleRoutes,
  passkeysRoutes,
  providerRoutes,
  mailRoutes,
  remindersRoutes,
  programmesRoutes,
  dashboardRoutes,
  areasRoutes,
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
  (serve) => requestsRoutes(serve, { invite: invitePerson, createLab, confirmed: tellKeepers }),
  (serve) => needsRoutes(serve, { ask }),
  (serve) => reportsRoutes(serve, { ask, held, conclude, create: spaces.create, addReport: spaces.addReport }),
  importsRoutes,
  catalogueRoutes,
  exportsRoutes,
  spaceapiRoutes,
  spacesRoutes,
  reuseRoutes,
  (serve) => censusRoutes(serve, spaces),
  (serve) => sheetsRoutes(serve, { create, edit, replan, report, inputs }),
  callsRoutes,
  (serve) => callingRoutes(serve, { refill }),
  (serve) => applicationsRoutes(serve, { invite: invitePerson, release, arrive: createArrivals(serve.db) }),
  attachmentsRoutes,
  examinationRoutes,
  questionsRoutes,
  pipelineRoutes,
  (serve) => plafondRoutes(serve, { tell: tellReleased }),
  demandRoutes,
  evaluationRoutes,
  (serve) => rankingRoutes(serve, { assign }),
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

const security = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      objectSrc: ["'none'"],
    },
  },
  strictTransportSecurity: false,
});

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  if ((error as { type?: string }).type === 'entity.too.large') return { code: 'too-large', mostBytes: 256_000 };
  // What the frame itself refuses, such as an address that is not UTF-8.
  const { status } = error as { status?: number };
  if (status && status >= 400 && status < 500) return { code: 'invalid-parameter', errors: [] };
  const code = String((error as { code?: unknown }).code ?? '');
  // Class 23: a constraint held what the command did not foresee, as when two write at once.
  if (/^23/.test(code)) return { code: 'against-rule', rule: 'database-refused' };
  // Classes 08, 53, 57 of SQLSTATE, a database that takes no connections, and what the socket says: the request was right.
  const away =
    /^(08|57P|53|55000|3D000)|ECONNREFUSED|ECONNRESET|ETIMEDOUT/.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect/.test(String(error));
  return { code: away ? 'database-unreachable' : 'unexpected' };
}

function sendProblem(req: Request, res: Response, refusal: Refusal) {
  if (refusal.code === 'too-many') res.set('retry-after', String(refusal.retryAfterSeconds));
  const problem = problemOf(refusal, languageOf(req.headers['accept-language']));
  res
    .status(problem.status)
    .set('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem));
}

function onError(logger: Logger): ErrorRequestHandler {
  return (error, req, res, _next) => {
    const refusal = refusalOf(error);
    if (refusal.code === 'unexpected') logger.error({ err: error, path: req.path }, 'a request failed');
    if (!res.headersSent) sendProblem(req, res, refusal);
  };
}

export function createApp({ db, today, cache, live, settings, logger, version, page }: AppParts): Express {
  const app = express();
  // The service listens on this machine alone: whatever forwards to it is trusted to say for whom.
  app.set('trust proxy', 'loopback');
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(security);
  const router = express.Router({ caseSensitive: true, strict: true });
  const serve = createServe(router, { db, today, cache, settings });
  for (const room of rooms) room(serve);
  serviceRoutes(router, serve, { version });
  router.get('/api/v1/programmes/:programme/live', async (req, res) => {
    const { programme } = req.params;
    if ((await findProgrammeId(db, programme)) === undefined)
      throw new Refused({ code: 'unknown-programme', programme });
    live.watch(programme, req, res);
  });
  app.use(router);
  app.use('/api', (req, res) => {
    sendProblem(req, res, {
      code: req.method === 'GET' || req.method === 'HEAD' ? 'unknown-address' : 'method-not-allowed',
    });
  });
  app.use(async (req, res) => {
    if (!(await page(req, res))) sendProblem(req, res, { code: 'unknown-address' });
  });
  app.use(onError(logger));
  return app;
}
