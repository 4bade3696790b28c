// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OfficinaDb } from '../../client.ts';
import type { Reader } from '../../past.ts';

export const rankingColumns = [
  'number',
  'kind',
  'published_on',
  'act',
  'objections_until',
  'input',
  'entries',
] as const;

/** Published rankings of a call, oldest first. */
export async function readRankings({ db, programmeId }: Reader, call: string) {
  return db
    .selectFrom('ranking')
    .where('programme_id', '=', programmeId)
    .where('call', '=', call)
    .select(rankingColumns)
    .orderBy('number')
    .execute();
}
export type RankingRow = Awaited<ReturnType<typeof readRankings>>[number];

/** Lottery seed of a call, secret until the call closes. */
export async function readSeed(db: OfficinaDb, programmeId: number, call: string): Promise<string | null> {
  const found = await db
    .selectFrom('access.call_draft')
    .where('programme_id', '=', programmeId)
    .where('published_as', '=', call)
    .select('seed')
    .executeTakeFirst();
  return found?.seed ?? null;
}
