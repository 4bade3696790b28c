// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../../db/change.ts';
import type { Reader } from '../../../db/past.ts';
import { type Named, readUnknown } from '../../../db/platform/records/reads.ts';
import { Refused } from '../../http/refusals.rules.ts';

/** Actor, programme and day of a write; `version` is the item's version seen by the writer. */
export interface Keeping {
  programmeId: number;
  today: string;
  version: number;
}

/** Reads within a change: the current tables. */
export const readerOf = (writer: Writer, { programmeId, today }: Keeping): Reader => ({
  db: writer,
  programmeId,
  day: today,
});

const tables = {
  area: 'area',
  initiative: 'initiative',
  owner: 'organisation',
  organisation: 'organisation',
  zone: 'zone',
  source: 'source',
  milestone: 'milestone',
} as const;

/** Refuses references to items the programme does not have. */
export async function refuseUnknown(
  reader: Reader,
  input: { [name in keyof typeof tables]?: string | null | undefined },
) {
  const named: Named[] = Object.entries(tables).flatMap(([name, table]) => {
    const key = input[name as keyof typeof tables];
    return key ? [{ name, table, key }] : [];
  });
  const unknown = await readUnknown(reader, named);
  if (unknown.length === 0) return;
  const errors = unknown.map(({ name }) => ({ name, reason: 'unknown-value' as const }));
  throw new Refused({ code: 'invalid-parameter', errors });
}
