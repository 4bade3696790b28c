// SPDX-License-Identifier: AGPL-3.0-or-later
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import { diskFull, isAway, type OfficinaDb } from '../db/client.ts';
import type { Cache } from './http/cache.ts';
import { watchProgramme } from './http/contract.ts';
import type { Live } from './http/live.ts';
import type { ServePage } from './http/page.ts';
import { parse } from './http/parse.ts';
import { languageOf, problemOf } from './http/problems.ts';
import { type Refusal, Refused } from './http/refusals.rules.ts';
import { serviceRoutes } from './http/routes.ts';
import { security } from './http/security.ts';
import { createServe } from './http/serve.ts';
import type { OfficeSettings } from './http/session.ts';
import { rooms } from './rooms.ts';

export interface AppParts {
  db: OfficinaDb;
  today: () => string;
  cache: Cache;
  live: Live;
  settings: OfficeSettings;
  logger: Logger;
  version: string;
  strict?: boolean;
  page: ServePage;
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  if ((error as { type?: string }).type === 'entity.too.large') return { code: 'too-large', mostBytes: 256_000 };
  // Errors of the framework itself, e.g. an address that is not UTF-8.
  const { status } = error as { status?: number };
  if (status && status >= 400 && status < 500) return { code: 'invalid-parameter', errors: [] };
  const code = String((error as { code?: unknown }).code ?? '');
  // Class 23: integrity constraint violated, e.g. by concurrent writes.
  if (/^23/.test(code)) return { code: 'against-rule', rule: 'database-refused' };
  if (code === diskFull || code === 'ENOSPC') return { code: 'database-full' };
  return { code: isAway(error) ? 'database-unreachable' : 'unexpected' };
}

function sendProblem(req: Request, res: Response, refusal: Refusal) {
  if (refusal.code === 'too-many') res.set('retry-after', String(refusal.retryAfterSeconds));
  if (refusal.code === 'database-unreachable') res.set('retry-after', '2');
  const problem = problemOf(refusal, languageOf(req.headers['accept-language']), req.method);
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

export function createApp({ db, today, cache, live, settings, logger, version, strict, page }: AppParts): Express {
  const app = express();
  // Whose X-Forwarded-For and -Proto are believed.
  app.set('trust proxy', settings.proxies);
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(security);
  const router = express.Router({ caseSensitive: true, strict: true });
  const serve = createServe(router, { db, today, cache, settings, ...(strict ? { strict } : {}) });
  for (const room of rooms) room(serve);
  cache.serves(serve.endpoints);
  serviceRoutes(router, serve, { version });
  router.get(watchProgramme.path.replace('{programme}', ':programme'), async (req, res) => {
    const { programme } = parse(watchProgramme.params, req.params);
    await serve.idOf(programme);
    live.watch(programme, req, res);
  });
  app.use(router);
  app.use('/api', (req, res) => {
    sendProblem(req, res, {
      code: req.method === 'GET' || req.method === 'HEAD' ? 'unknown-address' : 'method-not-allowed',
    });
  });
  app.use(async (req, res) => {
    // Without the database the page itself says what is wrong.
    const isProgramme = (key: string) =>
      serve.idOf(key).then(
        () => true,
        (error) => !(error instanceof Refused),
      );
    if (!(await page(req, res, isProgramme))) sendProblem(req, res, { code: 'unknown-address' });
  });
  app.use(onError(logger));
  return app;
}
