// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Measurement } from './contract.ts';

/** How much of YYYY-MM-DD a precision leaves to compare. */
const compared: Partial<Record<Measurement['measured']['precision'], number>> = { month: 7, year: 4 };

/** Whether two dates, one perhaps coarser, can mean the same day. */
function meet(a: Measurement, b: Measurement): boolean {
  const shared = Math.min(compared[a.measured.precision] ?? 10, compared[b.measured.precision] ?? 10);
  return a.measured.date.slice(0, shared) === b.measured.date.slice(0, shared);
}

const ofTheWhole = (measurements: readonly Measurement[]) => measurements.filter((one) => one.zone === null);

/** Measurements of the whole programme that give different values for one period. */
export function atOdds(measurements: readonly Measurement[]): Measurement[] {
  const whole = ofTheWhole(measurements);
  return whole.filter((one) => whole.some((other) => meet(one, other) && other.value !== one.value));
}

/**
 * The baseline and latest value of the whole programme, and whether sources disagree on the latest. Where they do, the
 * value that the programme chose stands, else the first given; nothing is averaged.
 */
export function readingOf(measurements: readonly Measurement[]) {
  const whole = ofTheWhole(measurements);
  const last = whole.reduce((day, one) => (one.measured.date > day ? one.measured.date : day), '');
  const latest = whole.filter((one) => one.measured.date === last);
  const shown = latest.find((one) => one.chosen) ?? latest[0] ?? null;
  return {
    baseline: whole.find((one) => one.baseline) ?? null,
    latest: shown,
    disagreement: shown !== null && atOdds(whole).includes(shown),
  };
}
