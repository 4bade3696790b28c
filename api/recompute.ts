// SPDX-License-Identifier: AGPL-3.0-or-later
// npm run recompute -- <file>: computes a published ranking again from the file published with it, with no database.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { canonical } from './calls/applications/rules.ts';
import type { RankingInput } from './calls/ranking/rules.ts';
import { entriesOf } from './calls/ranking/views.ts';

interface Published {
  call: string;
  number: number;
  seedHash: string | null;
  input: RankingInput;
  entries: unknown[];
}

/** Differences between the published ranking and the one recomputed from its inputs; empty if they agree. */
export function differencesIn({ seedHash, input, entries }: Published): string[] {
  const seed = createHash('sha256').update(input.seed).digest('hex');
  const again = entriesOf(input);
  return [
    ...(seedHash === seed ? [] : ['the seed is not the one that was committed to']),
    ...(again.length === entries.length ? [] : [`${entries.length} entries are published, ${again.length} follow`]),
    ...again.flatMap((entry, at) =>
      canonical(entry) === canonical(entries[at])
        ? []
        : [`place ${at + 1}: ${canonical(entries[at])} → ${canonical(entry)}`],
    ),
  ];
}

if (import.meta.main) {
  const published = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Published;
  const differences = differencesIn(published);
  for (const line of differences) console.log(line);
  const { call, number, entries } = published;
  if (differences.length === 0) console.log(`${call}, ranking ${number}: ${entries.length} entries, all as published.`);
  process.exitCode = differences.length === 0 ? 0 : 1;
}
