// SPDX-License-Identifier: AGPL-3.0-or-later

/** One colour step: lowest and highest value in it. */
export interface Step {
  from: number;
  to: number;
  /** From 1 (lightest) to 5 (darkest). */
  tone: number;
}

const tones: readonly (readonly number[])[] = [[], [3], [2, 4], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 4, 5]];
const most = 5;

/**
 * Colour steps for positive values: one per value if there are few, otherwise quintiles of zones with equal values
 * kept together. A step holds its actual range, so that the legend shows only values that occur.
 */
export function stepsOf(values: readonly number[]): Step[] {
  const positive = values.filter((value) => value > 0).toSorted((a, b) => a - b);
  const distinct = [...new Set(positive)];
  const fifth = (value: number) => Math.floor((positive.indexOf(value) * most) / positive.length);
  const groups = distinct.length > most ? [...Map.groupBy(distinct, fifth).values()] : distinct.map((value) => [value]);
  return groups.map((group, at) => ({
    from: group[0] ?? 0,
    to: group.at(-1) ?? 0,
    tone: tones[groups.length]?.[at] ?? most,
  }));
}

export const stepAt = (steps: readonly Step[], value: number): Step | undefined =>
  steps.find(({ from, to }) => value >= from && value <= to);
