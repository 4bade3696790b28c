// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Measurement } from './contract.ts';

/**
 * The baseline and latest value of the whole programme, and whether sources disagree on the latest. Where they do, the
 * value that the programme chose stands, else the first given; nothing is averaged.
 */
export function readingOf(measurements: Measurement[]) {
  const whole = measurements.filter((one) => one.zone === null);
  const last = whole.reduce((day, one) => (one.measured.date > day ? one.measured.date : day), '');
  const sameDay = whole.filter((one) => one.measured.date === last);
  const latest = sameDay.find((one) => one.chosen) ?? sameDay[0] ?? null;
  return {
    baseline: whole.find((one) => one.baseline) ?? null,
    latest,
    disagreement: sameDay.some((one) => one.value !== latest?.value),
  };
}
