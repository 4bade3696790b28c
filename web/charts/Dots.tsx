// SPDX-License-Identifier: AGPL-3.0-or-later
import { instant } from '../i18n/dates.ts';
import { type Unit, useFormat } from '../i18n/format.ts';
import { apart } from './labels.ts';
import { useWidth } from './width.ts';

export interface Dot {
  key: string;
  on: string;
  value: number;
  chosen: boolean;
  baseline: boolean;
}

export interface DotsProps {
  label: string;
  unit: Unit;
  dots: readonly Dot[];
  target: number | null;
}

const [height, foot, head] = [220, 28, 18];

/** Positions of the dots; the value axis starts at zero, so that small changes look small. */
function scales(dots: readonly Dot[], target: number | null, width: number) {
  const times = dots.map(({ on }) => instant(on));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const most = Math.max(...dots.map(({ value }) => value), target ?? 0) || 1;
  const [left, right] = [width * 0.06, width * 0.82];
  return {
    x: (on: string) =>
      last === first ? (left + right) / 2 : left + ((instant(on) - first) / (last - first)) * (right - left),
    y: (value: number) => height - foot - (Math.max(value, 0) / most) * (height - foot - head),
  };
}

/** One dot per reading by date; filled: the value in use, hollow: the baseline. */
export function Dots({ label, unit, dots, target }: DotsProps) {
  const { place, width } = useWidth();
  const { quantity, month } = useFormat();
  const { x, y } = scales(dots, target, width);
  const days = [...new Map(dots.map(({ on }) => [month(on), on]))];
  // Only labels of the same day can overlap.
  const once = [...new Map(dots.map((dot) => [`${dot.on} ${dot.value}`, dot])).values()];
  const named = [...Map.groupBy(once, ({ on }) => on).values()].flatMap((some) =>
    apart(some.map((dot) => ({ ...dot, y: y(dot.value), height: 15 }))),
  );
  const dates = days.filter((_, index) => index === 0 || index === days.length - 1 || days.length < 5);
  return (
    <div className="dots" ref={place}>
      {width > 0 && (
        <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <line className="dots-base" x1={0} x2={width} y1={y(0)} y2={y(0)} />
          {target !== null && <line className="dots-target" x1={0} x2={width} y1={y(target)} y2={y(target)} />}
          {dates.map(([words, on]) => (
            <text key={on} x={x(on)} y={height - 8} textAnchor="middle">
              {words}
            </text>
          ))}
          {dots.map(({ key, on, value, chosen, baseline }) => (
            <circle
              key={key}
              className={`dot${chosen ? ' is-chosen' : ''}${baseline ? ' is-baseline' : ''}`}
              cx={x(on)}
              cy={y(value)}
              r={5}
            />
          ))}
          {named.map(({ key, on, value, shown: level }) => (
            <text key={key} className="dots-value" x={x(on) + 10} y={level + 4}>
              {quantity(value, unit)}
            </text>
          ))}
        </svg>
      )}
    </div>
  );
}
