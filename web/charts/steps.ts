// SPDX-License-Identifier: AGPL-3.0-or-later

/** What one colour stands for: from the least to the greatest value that it was given to. */
export interface Step {
  from: number;
  to: number;
  /** 1 the lightest, 5 the darkest. */
  tone: number;
}

const tones: readonly (readonly number[])[] = [[], [3], [2, 4], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 4, 5]];
const most = 5;

/**
 * Colour steps for what is greater than nothing: each value its own while they are few, else fifths of the zones, in
 * which equal values stay together. A step says which values it really holds, so that no legend names what is not there.
 */
export function stepsOf(values: readonly number[]): Step[] {
  const held = values.filter((value) => value > 0).toSorted((a, b) => a - b);
  const distinct = [...new Set(held)];
  const fifth = (value: number) => Math.floor((held.indexOf(value) * most) / held.length);
  const groups = distinct.length > most ? [...Map.groupBy(distinct, fifth).values()] : distinct.map((value) => [value]);
  return groups.map((group, at) => ({
    from: group[0] ?? 0,
    to: group.at(-1) ?? 0,
    tone: tones[groups.length]?.[at] ?? most,
  }));
}

export const stepAt = (steps: readonly Step[], value: number): Step | undefined =>
  steps.find(({ from, to }) => value >= from && value <= to);
