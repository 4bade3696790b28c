// SPDX-License-Identifier: AGPL-3.0-or-later
import { changeOrPreview, type Writer } from '../../../db/change.ts';
import { readApart } from '../../http/apart.ts';
import { bodyOf } from '../../http/body.ts';
import { languageOf } from '../../http/problems.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Serve } from '../../http/serve.ts';
import { officeOf } from '../../http/session.ts';
import { takeBoundaries } from './commands.ts';
import { readBoundaries, sendBoundaries } from './contract.ts';
import type { Drawn } from './file.views.ts';
import { boundariesView } from './views.ts';

const mostBytes = 8_000_000;
const reader = new URL('./file.views.ts', import.meta.url);

export function boundariesRoutes({ db, idOf, inProgramme, overall, today }: Serve) {
  inProgramme(readBoundaries, (past, { query }) => boundariesView(past, query.kind));
  // The file is received and processed before the transaction, so that no connection waits for it.
  overall(sendBoundaries, async ({ actor, params, query, req }) => {
    if (!actor) throw new Refused({ code: 'sign-in-first' });
    const { kind, property, apply } = query;
    const bytes = await bodyOf(req, mostBytes);
    const { rows: drawn } = await readApart<{ rows: Drawn[] }>(reader, bytes, { property });
    const programmeId = await idOf(params.programme);
    const by = { programmeId, today: today() };
    const who = {
      actor: officeOf(actor, params.programme),
      account: actor.accountId,
      reason: 'geojson',
      dryRun: false,
    };
    const asked = { kind, property, language: languageOf(req.headers['accept-language']) };
    const work = async (writer: Writer) => {
      const taken = await takeBoundaries(writer, by, asked, drawn);
      const applied = apply === 'true' && taken.rows.every((row) => row.kind !== 'refused');
      who.dryRun = !applied;
      return { applied, ...taken };
    };
    const tables = apply === 'true' ? undefined : (['zone'] as const);
    return changeOrPreview(db, who, { programmeId, tables }, work);
  });
}
