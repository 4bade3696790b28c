// SPDX-License-Identifier: AGPL-3.0-or-later
import { readPipeline as readRows } from '../../../db/calls/desk/reads.ts';
import { may } from '../../http/rights.rules.ts';
import type { Serve } from '../../http/serve.ts';
import { runStateOf, stageOf } from '../drafting/rules.ts';
import { readPipeline } from './contract.ts';

export function pipelineRoutes({ inProgramme }: Serve) {
  inProgramme(readPipeline, async (reader, { params: { programme }, actor }) => {
    const rows = await readRows(reader.db.withSchema('public'), reader.programmeId);
    const mine = rows.filter(({ area }) => may('keep-calls', actor?.grants ?? null, { programme, area }));
    return {
      items: mine.map(({ procedure, opens_at, closes_at, now, rankings, ...row }) => {
        const window = { opensAt: opens_at.toISOString(), closesAt: closes_at.toISOString() };
        const firstCome = procedure === 'first-come';
        const stage = stageOf(runStateOf(window, now.toISOString()), { firstCome, kinds: rankings });
        return { ...row, ...window, firstCome, stage };
      }),
    };
  });
}
