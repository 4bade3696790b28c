// SPDX-License-Identifier: AGPL-3.0-or-later
import { apart } from './labels.ts';
import { useWidth } from './width.ts';

export interface StackPart {
  key: string;
  name: string;
}

export interface StacksProps {
  label: string;
  /** Parts of the columns from the bottom up, coloured by `tone-<key>`. */
  parts: readonly StackPart[];
  columns: readonly { key: string; name: string; values: Record<string, number> }[];
}

const [height, foot, head, room] = [300, 26, 12, 128];

type Column = StacksProps['columns'][number];

/** Start and end of each part of a column, in its unit. */
function stacked(parts: readonly StackPart[], { values }: Column) {
  let base = 0;
  return parts.map((part) => {
    const from = base;
    base += values[part.key] ?? 0;
    return { ...part, from, to: base, value: values[part.key] ?? 0 };
  });
}

const totalOf = (parts: readonly StackPart[], column: Column) => stacked(parts, column).at(-1)?.to ?? 0;

/** Stacked columns over time; the parts are labelled beside the last column. */
export function Stacks({ label, parts, columns }: StacksProps) {
  const { place, width } = useWidth();
  const most = Math.max(...columns.map((column) => totalOf(parts, column)), 1);
  const slot = Math.max(width - room, 0) / Math.max(columns.length, 1);
  const y = (value: number) => height - foot - (value / most) * (height - foot - head);
  const last = columns.at(-1);
  const named = last ? stacked(parts, last).filter(({ value }) => value > 0) : [];
  const labels = apart(named.map((part) => ({ ...part, y: y((part.from + part.to) / 2), height: 16 })));
  // As many dates as fit; always the last.
  const every = Math.ceil(64 / Math.max(slot, 1));
  const dated = columns
    .map((column, at) => ({ ...column, at }))
    .filter(({ at }) => (columns.length - 1 - at) % every === 0);
  return (
    <div className="stacks" ref={place}>
      {width > 0 && (
        <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          {columns.map((column, at) => (
            <g key={column.key}>
              {stacked(parts, column).map(({ key, name, from, to, value }) =>
                value === 0 ? null : (
                  <rect
                    key={key}
                    className={`stack tone-${key}`}
                    x={at * slot + slot * 0.08}
                    width={slot * 0.84}
                    y={y(to)}
                    height={Math.max(y(from) - y(to) - 1, 0.5)}
                  >
                    <title>{`${column.name}: ${name} ${value}`}</title>
                  </rect>
                ),
              )}
            </g>
          ))}
          <line className="dots-base" x1={0} x2={slot * columns.length} y1={y(0)} y2={y(0)} />
          {dated.map(({ key, name, at }) => (
            <text
              key={key}
              x={(at + 0.5) * slot}
              y={height - 8}
              textAnchor={at === 0 && slot < 60 ? 'start' : 'middle'}
            >
              {name}
            </text>
          ))}
          {labels.map(({ key, name, value, shown }) => (
            <g key={key}>
              <rect className={`stack tone-${key}`} x={slot * columns.length + 8} y={shown - 5} width={9} height={9} />
              <text className="dots-value" x={slot * columns.length + 22} y={shown + 4}>
                {`${name} ${value}`}
              </text>
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}
