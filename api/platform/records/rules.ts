// SPDX-License-Identifier: AGPL-3.0-or-later
import { endOfMonth } from 'date-fns/endOfMonth';
import { endOfQuarter } from 'date-fns/endOfQuarter';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import type { Precision } from '../../contract.ts';

/** Last day of the span of a coarse date; "by the end of a cycle" is the cycle's last day. */
export function lastDayOf(date: string, precision: Precision, cycleEndsOn: string): string {
  const day = parseISO(date);
  const civil = (last: Date) => formatISO(last, { representation: 'date' });
  switch (precision) {
    case 'month':
      return civil(endOfMonth(day));
    case 'quarter':
      return civil(endOfQuarter(day));
    case 'half-year':
      return `${date.slice(0, 4)}-${date.slice(5, 7) <= '06' ? '06-30' : '12-31'}`;
    case 'year':
      return `${date.slice(0, 4)}-12-31`;
    case 'cycle':
      return cycleEndsOn;
    default:
      return date;
  }
}

const longestStem = 48;

/** A key derived from a name: ASCII letters, digits and hyphens. */
export function stemOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const stem = plain.replace(/[^a-z0-9]+/g, '-').slice(0, longestStem);
  return stem.replace(/^-+|-+$/g, '') || 'voce';
}

/** The stem itself, or the stem with the first unused number from 2. */
export function freeKey(stem: string, taken: ReadonlySet<string>): string {
  if (!taken.has(stem)) return stem;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}

/** Words for comparison, without capitals, accents, brackets and signs: "Superficie (m²)" becomes "superficie m2". */
export const bare = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
