// SPDX-License-Identifier: AGPL-3.0-or-later
import { differenceInMonths } from 'date-fns/differenceInMonths';
import { endOfMonth } from 'date-fns/endOfMonth';
import { endOfYear } from 'date-fns/endOfYear';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';

export type Pace = 'month' | 'half-year' | 'year';

const mostMonths = 24;
const mostHalfYears = 8 * 12;

/** Sampling interval by length of period, for a readable chart. */
export function paceOf(first: string, last: string): Pace {
  const months = differenceInMonths(parseISO(last), parseISO(first));
  if (months <= mostMonths) return 'month';
  return months <= mostHalfYears ? 'half-year' : 'year';
}

function endOf(day: string, pace: Pace): string {
  if (pace === 'half-year') return `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? '06-30' : '12-31'}`;
  const end = pace === 'month' ? endOfMonth(parseISO(day)) : endOfYear(parseISO(day));
  return formatISO(end, { representation: 'date' });
}

const after = (day: string) =>
  formatISO(new Date(parseISO(day).getFullYear(), parseISO(day).getMonth(), parseISO(day).getDate() + 1), {
    representation: 'date',
  });

/** End days of the intervals from the first day, and the last day itself. */
export function ticksBetween(first: string, last: string, pace: Pace): string[] {
  const ticks: string[] = [];
  for (let end = endOf(first, pace); end < last; end = endOf(after(end), pace)) ticks.push(end);
  return [...ticks, last];
}

/** Median; null for an empty list. */
export function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
