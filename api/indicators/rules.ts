// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Measurement } from './contract.ts';

/** The baseline and latest value of the whole programme, and whether sources disagree on the latest. */
export function readingOf(measurements: Measurement[]) {
  const whole = measurements.filter((one) => one.zone === null);
  const latest = whole.reduce<Measurement | null>(
    (last, one) => (last === null || one.measured.date > last.measured.date ? one : last),
    null,
  );
  const sameDay = whole.filter((one) => one.measured.date === latest?.measured.date);
  return {
    baseline: whole.find((one) => one.baseline) ?? null,
    latest,
    disagreement: sameDay.some((one) => one.value !== latest?.value),
  };
}
