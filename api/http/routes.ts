// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Router } from 'express';
import { answers } from '../../db/client.ts';
import { readLiveness, readOpenApi, readStatus, watchProgramme } from './contract.ts';
import { openApiOf } from './openapi.ts';
import { sendJson } from './replies.ts';
import type { Serve } from './serve.ts';

/** Service metadata. */
export function serviceRoutes(router: Router, { db, today, endpoints }: Serve, { version }: { version: string }) {
  const document = openApiOf([...endpoints, watchProgramme, readStatus, readLiveness, readOpenApi], version);
  router.get(readOpenApi.path, (req, res) => sendJson(req, res, document));
  router.get(readLiveness.path, (req, res) => sendJson(req, res, readLiveness.reply.parse({ state: 'live', version })));
  router.get(readStatus.path, async (req, res) => {
    const state = (await answers(db)) ? 'ok' : 'no-database';
    if (state !== 'ok') res.status(503);
    await sendJson(req, res, readStatus.reply.parse({ state, version, today: today() }));
  });
}
