// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import { changeOrPreview, type Writer } from '../../../db/change.ts';
import { readKnownKeys } from '../../../db/labs/import/reads.ts';
import { inTurns } from '../../http/apart.ts';
import { bodyOf } from '../../http/body.ts';
import { type Language, languageOf } from '../../http/problems.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Serve } from '../../http/serve.ts';
import { officeOf } from '../../http/session.ts';
import type { ChangedField } from '../../platform/history/contract.ts';
import { readerOf } from '../../platform/records/views.ts';
import { isWanted, vetted, type Wanted, withinOf } from './checks.contract.ts';
import { type Taken, take } from './commands.ts';
import { type ImportRow, importLabs } from './contract.ts';
import { told } from './rules.ts';
import { labsIn, refuseSwapped, totalsOf, withChanges } from './views.ts';

const mostBytes = 10_000_000;

type Query = z.output<typeof importLabs.query>;

const unusable = (name: string, reason: 'malformed' | 'unknown-parameter' | 'unknown-value') =>
  new Refused({ code: 'invalid-parameter', errors: [{ name, reason }] });

/** The register's own tables have no country or city to filter by. */
function wantedOf({ format, country, city, within }: Query): Wanted {
  const table = format === 'csv' || format === 'xlsx';
  if (table && country) throw unusable('country', 'unknown-parameter');
  if (table && city) throw unusable('city', 'unknown-parameter');
  const area = within ? withinOf(within) : undefined;
  if (area === null) throw unusable('within', 'malformed');
  return { country: country || undefined, city: city || undefined, within: area };
}

function rowOf(
  { lab, kind, key, fields, alike, reasons }: Taken,
  changes: ChangedField[],
  language: Language,
): ImportRow {
  return {
    row: lab.row,
    name: lab.name,
    key,
    kind,
    fields,
    changes,
    alike: alike.map(({ key: like, name, why }) => ({ key: like, name, why })),
    reasons: reasons.map((reason) => told(reason, language)),
  };
}

export function importsRoutes({ db, idOf, overall, today }: Serve) {
  // Received before the transaction, so that no connection waits for a slow upload.
  overall(importLabs, async ({ actor, params, query, req }) => {
    if (!actor) throw new Refused({ code: 'sign-in-first' });
    const programmeId = await idOf(params.programme);
    const { format, lookalikes, source } = query;
    const wanted = wantedOf(query);
    const by = { programmeId, today: today(), version: 0 };
    const bytes = await bodyOf(req, mostBytes);
    const { labs, ignored } = await labsIn(bytes, format, { db, programmeId, day: by.today });
    const lenient = format === 'okw' || format === 'fablabs';
    const given = await inTurns(labs, (lab) => vetted(lab, { today: today(), lenient }));
    await refuseSwapped({ db, programmeId, day: by.today }, given, lenient);
    const inside = given.filter((lab) => isWanted(wanted, lab));
    const applied = query.apply === 'true';
    const reason = `import ${format}`;
    const who = { actor: officeOf(actor, params.programme), account: actor.accountId, reason };
    const work = async (writer: Writer) => {
      if (source && !(await readKnownKeys({ db: writer, programmeId, day: by.today }, 'source')).has(source))
        throw unusable('source', 'unknown-value');
      const rows = await take(writer, by, inside, { reason, lookalikes, source });
      return withChanges(readerOf(writer, by), rows);
    };
    const tables = applied ? undefined : (['lab', 'machine'] as const);
    const taken = await changeOrPreview(db, who, { programmeId, tables }, work);
    const language = languageOf(req.headers['accept-language']);
    const rows = taken.map(({ row, changes }) => rowOf(row, changes, language));
    return { applied, totals: totalsOf(rows), ignored, outside: given.length - inside.length, rows };
  });
}
