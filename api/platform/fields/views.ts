// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../../db/past.ts';
import { type Referred, readReferable } from '../../../db/platform/records/reads.ts';
import type { Referable } from './reference.rules.ts';
import { entriesOf, type Fields } from './rules.ts';

const known: readonly string[] = ['zone', 'organisation', 'source'] satisfies Referred[];

/** Items that the references of a record may name, by table. */
export async function referablesOf(reader: Reader, fields: Fields): Promise<Map<string, Referable[]>> {
  const tables = entriesOf(fields).flatMap(([, field]) => (field.kind === 'reference' ? field.table : []));
  const items = new Map<string, Referable[]>();
  for (const table of new Set(tables.filter((one) => known.includes(one))))
    items.set(table, await readReferable(reader, table as Referred));
  return items;
}
