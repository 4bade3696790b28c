// SPDX-License-Identifier: AGPL-3.0-or-later

export interface StepPoint {
  on: string;
  /** From 0 to 1; the level holds until the next point. */
  share: number;
}

export interface StepCurveProps {
  label: string;
  from: string;
  to: string;
  judgedOn: string;
  promised: readonly StepPoint[];
  /** Left out where nothing was re-planned. */
  replanned?: readonly StepPoint[];
  /** Up to the day judged. */
  reached: readonly StepPoint[];
}

export interface TrendLine {
  key: string;
  name: string;
  /** On the day it was said, the day it was expected. */
  points: readonly { said: string; expected: string }[];
  late: boolean;
  /** The day it happened: the line ends there. */
  ends?: string;
}

/** With more lines than names fit beside them, only those that slip and are still open are named. */
export const isCrowded = (lines: readonly unknown[]): boolean => lines.length > 10;

export interface TrendChartProps {
  label: string;
  from: string;
  to: string;
  judgedOn: string;
  lines: readonly TrendLine[];
}

/** The level a step line holds on a day. */
export const levelOn = (steps: readonly StepPoint[], day: string): number =>
  steps.findLast(({ on }) => on <= day)?.share ?? 0;
