// SPDX-License-Identifier: AGPL-3.0-or-later
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
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

/** Names at the lines themselves instead of a legend. `room` is the margin kept free at the right. */
export function DirectLabels({ labels, room }: { labels: readonly DirectLabel[]; room: number }) {
  const [x, y, plot] = [useXAxisScale(), useYAxisScale(), usePlotArea()];
  if (!x || !y || !plot) return null;
  const right = plot.x + plot.width + 6;
  const atEdge = labels.flatMap((label) => {
    if (label.place !== 'edge') return [];
    const lines = wrapped(label.text, room);
    return [{ ...label, lines, y: y(label.y) ?? 0, height: lines.length * lineHeight + 2 }];
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
        const [left, level] = [x(at.x) ?? 0, y(at.y) ?? 0];
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
