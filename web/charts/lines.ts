// SPDX-License-Identifier: AGPL-3.0-or-later

export interface StepPoint {
  on: string;
  /** From 0 to 1; holds until the next point. */
  share: number;
}

export interface StepCurveProps {
  label: string;
  from: string;
  to: string;
  judgedOn: string;
  promised: readonly StepPoint[];
  /** Omitted if nothing was re-planned. */
  replanned?: readonly StepPoint[];
  /** Up to the day shown. */
  reached: readonly StepPoint[];
}

export interface TrendLine {
  key: string;
  name: string;
  /** Expected date by report date. */
  points: readonly { said: string; expected: string }[];
  late: boolean;
  /** Actual date: the line ends there. */
  ends?: string;
}

/** If not all names fit, label only open lines that slip. */
export const isCrowded = (lines: readonly unknown[]): boolean => lines.length > 10;

export interface TrendChartProps {
  label: string;
  from: string;
  to: string;
  judgedOn: string;
  lines: readonly TrendLine[];
}

/** Level of a step line on a day. */
export const levelOn = (steps: readonly StepPoint[], day: string): number =>
  steps.findLast(({ on }) => on <= day)?.share ?? 0;
