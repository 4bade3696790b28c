// SPDX-License-Identifier: AGPL-3.0-or-later
import { changeOrPreview, type Writer } from '../../../db/change.ts';
import { readKnownKeys } from '../../../db/labs/import/reads.ts';
import { bodyOf } from '../../http/body.ts';
import { type Language, languageOf } from '../../http/problems.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Serve } from '../../http/serve.ts';
import { officeOf } from '../../http/session.ts';
import { ruleWords } from '../../http/words.ts';
import type { ImportRow } from '../../labs/import/contract.ts';
import { told } from '../../labs/import/rules.ts';
import { totalsOf, withChanges } from '../../labs/import/views.ts';
import type { ChangedField } from '../../platform/history/contract.ts';
import { readerOf } from '../../platform/records/views.ts';
import { type Acts, type Taken, take } from './commands.ts';
import { importSpaces, listSpaceLookalikes } from './contract.ts';
import { lookalikesView, spacesIn } from './views.ts';

const mostBytes = 10_000_000;

const rowOf = (
  { space, reasons, images: _, ...row }: Taken,
  changes: ChangedField[],
  language: Language,
): ImportRow => ({
  row: space.row,
  name: space.name,
  ...row,
  changes,
  reasons: reasons.map((one) =>
    'rule' in one ? { name: one.name, code: one.rule, reason: ruleWords[one.rule][language] } : told(one, language),
  ),
});

export function censusRoutes({ db, idOf, inProgramme, overall, today }: Serve, acts: Acts) {
  inProgramme(listSpaceLookalikes, (reader, { query }) => lookalikesView(reader, query));
  // Received before the transaction, so that no connection waits for a slow upload.
  overall(importSpaces, async ({ actor, params, query, req }) => {
    if (!actor) throw new Refused({ code: 'sign-in-first' });
    const { programme } = params;
    const programmeId = await idOf(programme);
    const { format, lookalikes, source } = query;
    const by = { programmeId, today: today(), version: 0 };
    const bytes = await bodyOf(req, mostBytes);
    const { given, ignored } = await spacesIn(bytes, format, { db, programmeId, day: by.today });
    const applied = query.apply === 'true';
    const reason = `import ${format}`;
    const who = { actor: officeOf(actor, programme), account: actor.accountId, reason };
    const work = async (writer: Writer) => {
      if (source && !(await readKnownKeys({ db: writer, programmeId, day: by.today }, 'source')).has(source))
        throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'source', reason: 'unknown-value' }] });
      const rows = await take(writer, by, given, { programme, reason, lookalikes, source, acts });
      return withChanges(readerOf(writer, by), rows);
    };
    const tables = applied ? undefined : (['space'] as const);
    const taken = await changeOrPreview(db, who, { programmeId, tables }, work);
    const language = languageOf(req.headers['accept-language']);
    const rows = taken.map(({ row, changes }) => rowOf(row, changes, language));
    return { applied, totals: totalsOf(rows), ignored, rows };
  });
}
