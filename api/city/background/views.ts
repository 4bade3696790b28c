// SPDX-License-Identifier: AGPL-3.0-or-later
import { readCited, readContextEntries, readSources } from '../../../db/city/background/reads.ts';
import { readProgrammeBody } from '../../../db/city/programmes/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { refOf, whenOf } from '../../contract.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Source } from './contract.ts';

export async function contextView(reader: Reader) {
  const rows = await readContextEntries(reader);
  const body = await readProgrammeBody(reader);
  const items = rows.map((row) => ({
    key: row.key,
    kind: row.kind,
    position: row.position,
    name: row.name,
    body: row.body,
    amountEur: row.amount_eur,
    happened: whenOf(row.happened_on, row.happened_precision),
    source: refOf(row.source, row.source_title),
    note: row.note,
  }));
  return { objective: body?.objective ?? null, items };
}

function sourceOf(row: Awaited<ReturnType<typeof readSources>>[number]): Source {
  const { key, title, publisher, kind, document, url, licence, note } = row;
  return {
    key,
    title,
    publisher,
    kind,
    document,
    url,
    published: whenOf(row.published_on, row.published_precision),
    licence,
    note,
    taken: row.taken ?? 0,
  };
}

export async function sourcesView(reader: Reader) {
  return { items: (await readSources(reader)).map(sourceOf) };
}

export async function sourceView(reader: Reader, key: string) {
  const [row] = await readSources(reader, key);
  if (!row) throw new Refused({ code: 'unknown-item', item: key });
  return { ...sourceOf(row), items: await readCited(reader, key) };
}
