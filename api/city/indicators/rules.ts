// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Measurement } from './contract.ts';

/** First day of the span of a date with that precision; the date itself is the last. */
function firstDay({ measured: { date, precision } }: Measurement): string {
  const [year, month] = [date.slice(0, 4), Number(date.slice(5, 7))];
  const from = (first: number) => `${year}-${String(first).padStart(2, '0')}-01`;
  if (precision === 'year') return from(1);
  if (precision === 'half-year') return from(month <= 6 ? 1 : 7);
  if (precision === 'quarter') return from(Math.floor((month - 1) / 3) * 3 + 1);
  return precision === 'month' ? from(month) : date;
}

/** True if two dates can mean the same day, given their precision. */
function meet(a: Measurement, b: Measurement): boolean {
  return firstDay(a) <= b.measured.date && firstDay(b) <= a.measured.date;
}

const ofTheWhole = (measurements: readonly Measurement[]) => measurements.filter((one) => one.zone === null);

/** Programme-wide measurements with different values for the same period. */
export function atOdds(measurements: readonly Measurement[]): Measurement[] {
  const whole = ofTheWhole(measurements);
  return whole.filter((one) => whole.some((other) => meet(one, other) && other.value !== one.value));
}

/**
 * Programme-wide baseline and latest value, and whether sources disagree on the latest. If they do, the value chosen by
 * the programme applies, else the first one recorded; values are never averaged.
 */
export function readingOf(measurements: readonly Measurement[]) {
  const whole = ofTheWhole(measurements);
  const last = whole.reduce<Measurement | null>(
    (one, other) => (one === null || other.measured.date > one.measured.date ? other : one),
    null,
  );
  const same = whole.filter((one) => last !== null && meet(one, last));
  const shown = same.find((one) => one.chosen) ?? last;
  return {
    baseline: whole.find((one) => one.baseline) ?? null,
    latest: shown,
    disagreement: shown !== null && atOdds(whole).includes(shown),
  };
}
