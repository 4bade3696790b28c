// SPDX-License-Identifier: AGPL-3.0-or-later
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { OfficinaDb } from '../db/client.ts';
import { findProgrammeId } from '../db/programmes/reads.ts';
import { accessRoutes } from './access/routes.ts';
import { agreementsRoutes } from './agreements/routes.ts';
import { applicationsRoutes } from './applications/routes.ts';
import { areasRoutes } from './areas/routes.ts';
import { attachmentsRoutes } from './attachments/routes.ts';
import { awardsRoutes } from './awards/routes.ts';
import { boundariesRoutes } from './boundaries/routes.ts';
import { callingRoutes } from './calling/routes.ts';
import { callsRoutes } from './calls/routes.ts';
import { catalogueRoutes } from './catalogue/routes.ts';
import { censusRoutes } from './census/routes.ts';
import { chainRoutes } from './chain/routes.ts';
import { closingsRoutes } from './closings/routes.ts';
import { contextRoutes } from './context/routes.ts';
import { type Refusal, Refused } from './contract.ts';
import { cyclesRoutes } from './cycles/routes.ts';
import { dashboardRoutes } from './dashboard/routes.ts';
import { demandRoutes } from './demand/routes.ts';
import { create as createLab } from './entries/commands.ts';
import { entriesRoutes } from './entries/routes.ts';
import { evaluationRoutes } from './evaluation/routes.ts';
import { eventsRoutes } from './events/routes.ts';
import { evidenceRoutes } from './evidence/routes.ts';
import { tellReleased } from './examination/commands.ts';
import { examinationRoutes } from './examination/routes.ts';
import { exportsRoutes } from './exports/routes.ts';
import { fundsRoutes } from './funds/routes.ts';
import { assign } from './grants/commands.ts';
import { grantsRoutes } from './grants/routes.ts';
import { historyRoutes } from './history/routes.ts';
import type { Cache } from './http/cache.ts';
import type { Live } from './http/live.ts';
import { languageOf, problemOf } from './http/problems.ts';
import { serviceRoutes } from './http/routes.ts';
import { createServe, type Serve } from './http/serve.ts';
import type { OfficeSettings } from './http/session.ts';
import { importsRoutes } from './imports/routes.ts';
import { indicatorsRoutes } from './indicators/routes.ts';
import { labsRoutes } from './labs/routes.ts';
import { logRoutes } from './log/routes.ts';
import { machinesRoutes } from './machines/routes.ts';
import { mailRoutes } from './mail/routes.ts';
import { milestonesRoutes } from './milestones/routes.ts';
import { tellKeepers } from './needs/commands.ts';
import { needsRoutes } from './needs/routes.ts';
import { organisationsRoutes } from './organisations/routes.ts';
import { passkeysRoutes } from './passkeys/routes.ts';
import { invitePerson } from './people/commands.ts';
import { peopleRoutes } from './people/routes.ts';
import { photosRoutes } from './photos/routes.ts';
import { pipelineRoutes } from './pipeline/routes.ts';
import { createArrivals, refill, release } from './plafond/commands.ts';
import { plafondRoutes } from './plafond/routes.ts';
import { create, edit } from './plan/commands.ts';
import { createMilestone, editMilestone } from './plan/contract.ts';
import { planRoutes } from './plan/routes.ts';
import { programmesRoutes } from './programmes/routes.ts';
import { replan, report } from './promises/commands.ts';
import * as promises from './promises/contract.ts';
import { promisesRoutes } from './promises/routes.ts';
import { providerRoutes } from './provider/routes.ts';
import { qualificationRoutes } from './qualification/routes.ts';
import { questionsRoutes } from './questions/routes.ts';
import { rankingRoutes } from './ranking/routes.ts';
import { registerRoutes } from './register/routes.ts';
import { remindersRoutes } from './reminders/routes.ts';
import { reportsRoutes } from './reports/routes.ts';
import { ask, conclude, held } from './requests/commands.ts';
import { requestsRoutes } from './requests/routes.ts';
import { reuseRoutes } from './reuse/routes.ts';
import { sheetsRoutes } from './sheets/routes.ts';
import { spaceapiRoutes } from './spaceapi/routes.ts';
import * as spaces from './spaces/commands.ts';
import { spacesRoutes } from './spaces/routes.ts';
import { territoryRoutes } from './territory/routes.ts';

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
