// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Request } from 'express';
import { readSheet as readWorkbook } from 'read-excel-file/node';
import { bodyOf } from '../../http/body.ts';
import { languageOf } from '../../http/problems.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Serve } from '../../http/serve.ts';
import { type Acts, takeRows } from './commands.ts';
import { readSheet, sendSheet, xlsx } from './contract.ts';
import { headingFaults, rowsOf } from './rules.ts';
import { sheetView } from './views.ts';

const mostBytes = 2_000_000;
const mostRows = 1000;

/** First sheet of the workbook; refused if the file is no workbook or its heading is not that of a plan. */
async function rowsIn(req: Request) {
  const sheet = await readWorkbook(await bodyOf(req, mostBytes)).catch((error) => {
    throw error instanceof Refused ? error : new Refused({ code: 'wrong-type' });
  });
  const { missing, unknown } = headingFaults(sheet[0]);
  const errors = [
    ...missing.map((name) => ({ name, reason: 'missing' as const })),
    ...unknown.map((name) => ({ name, reason: 'unknown-column' as const })),
  ];
  if (errors.length > 0) throw new Refused({ code: 'invalid-parameter', errors });
  if (sheet.length > mostRows)
    throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'rows', reason: 'out-of-range' }] });
  return rowsOf(sheet);
}

/** `acts` are the commands of the other rooms, so that rows obey the same rules as the page. */
export function sheetsRoutes({ inProgramme, keep }: Serve, acts: Acts) {
  inProgramme(readSheet, async (reader, { params }) => ({
    stream: await sheetView(reader, params.cycle),
    headers: {
      'content-type': xlsx,
      'content-disposition': `attachment; filename="${params.programme}-${params.cycle}.xlsx"`,
    },
  }));
  keep(
    sendSheet,
    async (writer, asked) => {
      const { params, query, actor, req, undo } = asked;
      const asker = { actor, programme: params.programme, language: languageOf(req.headers['accept-language']) };
      const rows = await takeRows(writer, asked, { acts, cycle: params.cycle, asker }, await rowsIn(req));
      const whole = rows.every(({ kind }) => kind !== 'refused' && kind !== 'overtaken');
      const applied = query.apply === 'true' && whole;
      if (!applied) undo();
      return { applied, rows };
    },
    () => 'xlsx',
    ({ apply }) => (apply === 'true' ? undefined : ['milestone', 'promise', 'forecast']),
  );
}
