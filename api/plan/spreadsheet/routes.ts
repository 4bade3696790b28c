// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Request } from 'express';
import { changeOrPreview, type Writer } from '../../../db/change.ts';
import { bodyOf } from '../../http/body.ts';
import { languageOf } from '../../http/problems.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Serve } from '../../http/serve.ts';
import { officeOf } from '../../http/session.ts';
import { bare } from '../../platform/records/rules.ts';
import { gridIn } from '../../platform/tables/views.ts';
import { type Acts, takeRows } from './commands.ts';
import { readSheet, sendSheet, xlsx } from './contract.ts';
import { type Cells, cellsOf, columns, headingFaults } from './rules.ts';
import { sheetView } from './views.ts';

const mostBytes = 2_000_000;
const mostRows = 1000;

/** Rows of the workbook; refused if the file is no workbook or its heading is not that of a plan. */
async function rowsIn(req: Request) {
  const { heading, rows } = await gridIn(await bodyOf(req, mostBytes), { format: 'xlsx', known: columns.map(bare) });
  const { missing, unknown } = headingFaults(heading);
  const errors = [
    ...missing.map((name) => ({ name, reason: 'missing' as const })),
    ...unknown.map((name) => ({ name, reason: 'unknown-column' as const })),
  ];
  if (errors.length > 0) throw new Refused({ code: 'invalid-parameter', errors });
  if (rows.length > mostRows) throw new Refused({ code: 'beyond-bound', bound: 'rows', most: mostRows });
  return rows.map(({ row, cells }) => ({ row, cells: cellsOf(cells as Partial<Cells>) }));
}

/** `acts` are the commands of the other rooms, so that rows obey the same rules as the page. */
export function sheetsRoutes({ db, idOf, inProgramme, overall, today }: Serve, acts: Acts) {
  inProgramme(readSheet, async (reader, { params }) => ({
    stream: await sheetView(reader, params.cycle),
    headers: {
      'content-type': xlsx,
      'content-disposition': `attachment; filename="${params.programme}-${params.cycle}.xlsx"`,
    },
  }));
  // Received and read before the transaction, so that no connection waits for a slow upload.
  overall(sendSheet, async ({ actor, params, query, req }) => {
    if (!actor) throw new Refused({ code: 'sign-in-first' });
    const rows = await rowsIn(req);
    const { programme, cycle } = params;
    const programmeId = await idOf(programme);
    const by = { programmeId, today: today(), version: 0 };
    const who = { actor: officeOf(actor, programme), account: actor.accountId, reason: 'xlsx', dryRun: false };
    const asker = { actor, programme, language: languageOf(req.headers['accept-language']) };
    const work = async (writer: Writer) => {
      const taken = await takeRows(writer, by, { acts, cycle, asker }, rows);
      const isWhole = taken.every(({ kind }) => kind !== 'refused' && kind !== 'overtaken');
      const applied = query.apply === 'true' && isWhole;
      who.dryRun = !applied;
      return { applied, rows: taken };
    };
    const tables = query.apply === 'true' ? undefined : (['milestone', 'promise', 'forecast'] as const);
    return changeOrPreview(db, who, { programmeId, tables }, work);
  });
}
