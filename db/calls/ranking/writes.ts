// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../change.ts';
import { keyBelow } from '../../values.ts';
import { nextNumber } from '../drafting/writes.ts';
import { type RankingRow, rankingColumns } from './reads.ts';

interface NewRanking {
  kind: RankingRow['kind'];
  published_on: string;
  act: string;
  objections_until: string | null;
  input: object;
  /** Entries as JSON. */
  entries: string;
}

/** Appends a ranking to those of the call; returns the stored row. */
export async function addRanking(
  writer: Writer,
  of: { programmeId: number; call: string },
  values: NewRanking,
): Promise<RankingRow> {
  return writer
    .insertInto('ranking')
    .values({
      ...values,
      programme_id: of.programmeId,
      key: keyBelow(of.call, 'n'),
      call: of.call,
      number: nextNumber('ranking', of),
    } as never)
    .returning(rankingColumns)
    .executeTakeFirstOrThrow();
}
