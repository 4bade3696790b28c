// SPDX-License-Identifier: AGPL-3.0-or-later
import { openFile } from '../../http/files.ts';
import type { Serve } from '../../http/serve.ts';
import { publish } from './commands.ts';
import { listRankings, publishRanking, rankingCsv, readInputs } from './contract.ts';
import { csvView, inputsView, rankingsView } from './views.ts';

/** `acts.assign` creates awards from the assignments; implemented by api/money/granting. */
export function rankingRoutes({ inProgramme, keep }: Serve, acts: Parameters<typeof publish>[4]) {
  inProgramme(listRankings, (reader, { params }) => rankingsView(reader, params.call));
  inProgramme(readInputs, (reader, { params }) => inputsView(reader, params.call, params.ranking));
  inProgramme(rankingCsv, async (reader, { params: { call, ranking }, query }) => {
    const text = await csvView(reader, call, ranking, query);
    return openFile('text/csv; charset=utf-8', `${call}-ranking-${ranking}.csv`, text);
  });
  keep(
    publishRanking,
    (writer, asked) => publish(writer, asked, asked.params.call, asked.input, acts),
    ({ act }) => act,
  );
}
