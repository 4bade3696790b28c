// SPDX-License-Identifier: AGPL-3.0-or-later
import { changeOrPreview, type Writer } from '../../../db/change.ts';
import { readKnownKeys } from '../../../db/labs/import/reads.ts';
import { bodyOf } from '../../http/body.ts';
import { languageOf } from '../../http/problems.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Serve } from '../../http/serve.ts';
import { officeOf } from '../../http/session.ts';
import { gridIn } from '../../platform/tables/views.ts';
import { told } from '../import/rules.ts';
import { take } from './commands.ts';
import { importModels, type ModelRow } from './contract.ts';
import { columnsIn, knownHeadings, modelIn } from './rules.ts';

const mostBytes = 10_000_000;

const unusable = (name: string, reason: 'missing' | 'unknown-value') =>
  new Refused({ code: 'invalid-parameter', errors: [{ name, reason }] });

export function catalogueRoutes({ db, idOf, overall, today }: Serve) {
  overall(importModels, async ({ actor, params, query, req }) => {
    if (!actor) throw new Refused({ code: 'sign-in-first' });
    const programmeId = await idOf(params.programme);
    const { process, source } = query;
    const grid = await gridIn(await bodyOf(req, mostBytes), { format: 'csv', known: knownHeadings });
    const { at, ignored } = columnsIn(grid.heading);
    const lacking = ['brand', 'model'].find((name) => !at[name]);
    if (lacking) throw unusable(lacking, 'missing');
    const given = grid.rows.map(({ row, cells }) => modelIn(row, cells, at, process));
    const applied = query.apply === 'true';
    const by = { programmeId, today: today(), version: 0 };
    const office = officeOf(actor, params.programme);
    const who = { actor: office, account: actor.accountId, reason: 'import machine models' };
    const work = async (writer: Writer) => {
      if (source && !(await readKnownKeys({ db: writer, programmeId, day: by.today }, 'source')).has(source))
        throw unusable('source', 'unknown-value');
      return take(writer, by, given, source);
    };
    const tables = applied ? undefined : (['machine_model', 'machine'] as const);
    const taken = await changeOrPreview(db, who, { programmeId, tables }, work);
    const language = languageOf(req.headers['accept-language']);
    const count = (kind: ModelRow['kind']) => taken.filter((row) => row.kind === kind).length;
    const totals = {
      added: count('added'),
      changed: count('changed'),
      same: count('same'),
      refused: count('refused'),
      'duplicate-in-file': count('duplicate-in-file'),
    };
    const rows = taken.map(({ given: { row, name }, kind, key, fields, reasons }) => ({
      ...{ row, name, kind, key, fields },
      reasons: reasons.map((reason) => told(reason, language)),
    }));
    return { applied, totals, ignored, rows };
  });
}
