// SPDX-License-Identifier: AGPL-3.0-or-later
import { useFormat } from '../i18n/format.ts';
import { useWidth } from './width.ts';

export interface PileProps {
  label: string;
  /** Axis label, and the label of the line at `middle`. */
  axis: string;
  middleName: string;
  middle: number;
  dots: readonly { key: string; name: string; value: number }[];
}

const [foot, head, radius] = [44, 26, 6];

/** Stacks dots of similar value so that none is hidden. */
function piled(dots: PileProps['dots'], x: (value: number) => number) {
  const heights = new Map<number, number>();
  return dots
    .toSorted((a, b) => a.value - b.value)
    .map((dot) => {
      const column = Math.round(x(dot.value) / (radius * 2));
      const level = heights.get(column) ?? 0;
      heights.set(column, level + 1);
      return { ...dot, cx: column * radius * 2, level };
    });
}

/** One dot per item at its value, with a line at the median. */
export function Pile({ label, axis, middleName, middle, dots }: PileProps) {
  const { place, width } = useWidth();
  const { number } = useFormat();
  const most = Math.max(...dots.map(({ value }) => value), 1);
  const step = [1, 2, 5, 10, 20].find((one) => (most / one) * 40 < width) ?? 50;
  const x = (value: number) => radius * 2 + (value / most) * Math.max(width - radius * 6, 1);
  const placed = width > 0 ? piled(dots, x) : [];
  const tallest = Math.max(...placed.map(({ level }) => level), 3) + 1;
  const base = head + tallest * radius * 2;
  const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
  const right = x(middle) > width * 0.7;
  return (
    <div className="dots" ref={place}>
      {width > 0 && (
        <svg role="img" aria-label={label} width={width} height={base + foot} viewBox={`0 0 ${width} ${base + foot}`}>
          <line className="dots-base" x1={0} x2={width} y1={base} y2={base} />
          {placed.map(({ key, name, value, cx, level }) => (
            <circle key={key} className="dot" cx={cx} cy={base - radius - level * radius * 2} r={radius - 0.5}>
              <title>{`${name}: ${number(value)}`}</title>
            </circle>
          ))}
          <line className="dots-target" x1={x(middle)} x2={x(middle)} y1={12} y2={base} />
          <text className="dots-value" x={x(middle) + (right ? -6 : 6)} y={18} textAnchor={right ? 'end' : 'start'}>
            {`${middleName} ${number(middle)}`}
          </text>
          {ticks.map((tick) => (
            <text key={tick} x={x(tick)} y={base + 18} textAnchor="middle">
              {number(tick)}
            </text>
          ))}
          <text x={width} y={base + 36} textAnchor="end">
            {axis}
          </text>
        </svg>
      )}
    </div>
  );
}
