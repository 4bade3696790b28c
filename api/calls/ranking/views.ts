// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { readRun } from '../../../db/calls/drafting/reads.ts';
import { type RankingRow, readRankings } from '../../../db/calls/ranking/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { csvText } from '../../platform/tables/csv.views.ts';
import { marked } from '../../platform/tables/marks.rules.ts';
import type { Ranking } from './contract.ts';
import { type Draw, type RankingInput, rankingOf } from './rules.ts';

/** Lottery draw: SHA-256 of seed and number; the smallest hash comes first. */
export const drawBy =
  (seed: string): Draw =>
  (number) =>
    createHash('sha256').update(`${seed}:${number}`).digest('hex');

/** Entries of a ranking in their published form. */
export function entriesOf({ rules, applications, seed }: RankingInput): Ranking['entries'] {
  const byNumber = new Map(applications.map((one) => [one.number, one]));
  return rankingOf(applications, rules, drawBy(seed)).map((entry) => {
    const of = byNumber.get(entry.number);
    return { ...entry, firm: of?.firm ?? '', reason: of?.excluded ?? null };
  });
}

export const rankingView = (row: RankingRow): Ranking => ({
  number: row.number,
  kind: row.kind,
  publishedOn: row.published_on,
  act: row.act,
  objectionsUntil: row.objections_until?.toISOString() ?? null,
  entries: row.entries as unknown as Ranking['entries'],
});

export async function rankingsView(reader: Reader, call: string) {
  return { items: (await readRankings(reader, call)).map(rankingView) };
}

async function published(reader: Reader, call: string, number: number) {
  const row = (await readRankings(reader, call)).find((one) => one.number === number);
  if (!row) throw new Refused({ code: 'unknown-item', item: String(number) });
  return row;
}

const eur = (cents: number) => (cents === 0 ? '' : (cents / 100).toFixed(2));

/** A ranking as a table, with one column per criterion key. */
export async function csvView(
  reader: Reader,
  call: string,
  number: number,
  how: { for?: 'excel' | undefined },
): Promise<string> {
  const row = await published(reader, call, number);
  const isFigure = (name: string) => !['number', 'firm', 'outcome', 'lot', 'tie', 'reason'].includes(name);
  const criteria = (row.input as unknown as RankingInput).rules.criteria.map(({ key }) => key);
  const columns = [
    'rank',
    'number',
    'firm',
    ...criteria,
    ...'bonus total outcome lot amount_eur tie reason'.split(' '),
  ];
  const rows = rankingView(row).entries.map(({ points, amountCents, ...entry }) => {
    const values: Record<string, unknown> = { ...entry, ...points, amount_eur: eur(amountCents) };
    return columns.map((name) => {
      const words = String(values[name] ?? '');
      return isFigure(name) ? words : marked(words);
    });
  });
  return csvText([columns, ...rows], { ...how, isNumeric: (at) => isFigure(columns[at] ?? '') });
}

export async function inputsView(reader: Reader, call: string, number: number) {
  const row = await published(reader, call, number);
  const run = await readRun(reader, call);
  if (!run) throw new Refused({ code: 'unknown-item', item: call });
  return { call, number, seedHash: run.seed_hash, input: row.input, entries: rankingView(row).entries };
}
