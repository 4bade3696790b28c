// SPDX-License-Identifier: AGPL-3.0-or-later
import { apart, wrapped } from './labels.ts';

export interface DirectLabel {
  key: string;
  tone: 'promised' | 'replanned' | 'reached' | 'late' | 'calm' | 'today';
  text: string;
  /** In axis units. */
  x: number;
  y: number;
  /** At the right edge of the plot; right of the point; or centred above or below it. */
  place: 'edge' | 'after' | 'over' | 'under';
}

const lineHeight = 14;
const rise = { after: -6, over: -6, under: 15 } as const;

interface DirectLabelsProps {
  labels: readonly DirectLabel[];
  /** Reserved right margin. */
  room: number;
  /** Right edge of the plot and the axis scales. */
  edge: number;
  x: (value: number) => number;
  y: (value: number) => number;
}

/** Labels at the lines instead of a legend. */
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
