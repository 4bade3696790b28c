// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Router } from 'express';
import { answers } from '../../db/client.ts';
import { readLiveness, readOpenApi, readStatus, watchProgramme } from './contract.ts';
import { openApiOf } from './openapi.ts';
import { Refused } from './refusals.rules.ts';
import { sendJson } from './replies.ts';
import type { Serve } from './serve.ts';

/** Service metadata. */
export function serviceRoutes(
  router: Router,
  { db, today, endpoints, settings }: Serve,
  { version }: { version: string },
) {
  const all = [...endpoints, watchProgramme, readStatus, readLiveness, readOpenApi];
  const document = openApiOf(all, { version, publicUrl: settings.publicUrl });
  router.get(readOpenApi.path, (req, res) => sendJson(req, res, document));
  router.get(readLiveness.path, (req, res) => sendJson(req, res, readLiveness.reply.parse({ state: 'live', version })));
  router.get(readStatus.path, async (req, res) => {
    if (!(await answers(db))) throw new Refused({ code: 'database-unreachable' });
    await sendJson(req, res, readStatus.reply.parse({ state: 'ok', version, today: today() }));
  });
}
