// SPDX-License-Identifier: AGPL-3.0-or-later
import { apart, wrapped } from './labels.ts';

export interface DirectLabel {
  key: string;
  tone: 'promised' | 'replanned' | 'reached' | 'late' | 'calm' | 'today';
  text: string;
  /** In the units of the axes. */
  x: number;
  y: number;
  /** At the plot's right edge; right of the point; or centred over or under it. */
  place: 'edge' | 'after' | 'over' | 'under';
}

const lineHeight = 14;
const rise = { after: -6, over: -6, under: 15 } as const;

interface DirectLabelsProps {
  labels: readonly DirectLabel[];
  /** The margin kept free at the right. */
  room: number;
  /** The plot's right edge, and where a value lies on each axis. */
  edge: number;
  x: (value: number) => number;
  y: (value: number) => number;
}

/** Names at the lines themselves instead of a legend. */
export function DirectLabels({ labels, room, edge, x, y }: DirectLabelsProps) {
  const right = edge + 6;
  const atEdge = labels.flatMap((label) => {
    if (label.place !== 'edge') return [];
    const lines = wrapped(label.text, room);
    return [{ ...label, lines, y: y(label.y), height: lines.length * lineHeight + 2 }];
  });
  return (
    <g className="direct-labels">
      {apart(atEdge).map(({ key, tone, lines, shown }) => (
        <text key={key} className={`label-${tone}`} y={shown - (lines.length - 1) * (lineHeight / 2) + 4}>
          {lines.map((line, index) => (
            <tspan key={line} x={right} dy={index ? lineHeight : 0}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
      {labels.map(({ key, tone, text, place, ...at }) => {
        if (place === 'edge') return null;
        const [left, level] = [x(at.x), y(at.y)];
        const anchor = place === 'after' ? 'start' : 'middle';
        return (
          <text
            key={key}
            className={`label-${tone}`}
            x={place === 'after' ? left + 6 : left}
            y={level + rise[place]}
            textAnchor={anchor}
          >
            {text}
          </text>
        );
      })}
    </g>
  );
}
