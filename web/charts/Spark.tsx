// SPDX-License-Identifier: AGPL-3.0-or-later

import { instant } from '../i18n/dates.ts';
import { type Unit, useFormat } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate.ts';

interface SparkPoint {
  on: string;
  value: number;
  baseline?: boolean;
}

export interface SparkProps {
  name: string;
  unit: Unit;
  /** In chronological order. */
  points: readonly SparkPoint[];
}

const [width, height, edge] = [120, 32, 4];

/** Sparkline of an indicator: hollow dot for the baseline, filled for the latest value. */
export function Spark({ name, unit, points }: SparkProps) {
  const { t } = useTranslate();
  const { quantity } = useFormat();
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [start, end] = [instant(first.on), instant(last.on)];
  const x = (on: string) => edge + ((instant(on) - start) / (end - start || 1)) * (width - 2 * edge);
  const y = (value: number) => height - edge - ((value - low) / (high - low || 1)) * (height - 2 * edge);
  const base = points.find(({ baseline }) => baseline) ?? first;
  const description = t('charts.sparkline', { first: quantity(first.value, unit), last: quantity(last.value, unit) });
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`${name}: ${description}`}
    >
      <polyline className="spark-line" points={points.map(({ on, value }) => `${x(on)},${y(value)}`).join(' ')} />
      <circle className="spark-base" cx={x(base.on)} cy={y(base.value)} r={3} />
      <circle className="spark-last" cx={x(last.on)} cy={y(last.value)} r={3} />
    </svg>
  );
}
