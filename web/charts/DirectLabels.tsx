// SPDX-License-Identifier: AGPL-3.0-or-later
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { apart } from './lines.ts';

export interface DirectLabel {
  key: string;
  tone: 'promised' | 'replanned' | 'reached' | 'late' | 'calm';
  text: string;
  /** In the units of the axes. */
  x: number;
  y: number;
  /** Beside the right edge of the plot, or under the point, to its left. */
  place: 'beside' | 'under';
}

const lineHeight = 15;
const letter = 6.6;

const widthOf = (text: string) => text.length * letter + 12;

const shortened = (text: string, room: number): string => {
  const most = Math.max(Math.floor(room / letter), 4);
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
};

/** Names at the lines themselves instead of a legend. */
export function DirectLabels({ labels, room }: { labels: readonly DirectLabel[]; room: number }) {
  const [x, y, plot] = [useXAxisScale(), useYAxisScale(), usePlotArea()];
  if (!x || !y || !plot) return null;
  const edge = plot.x + plot.width;
  const beside = labels.filter(({ place }) => place === 'beside').map((label) => ({ ...label, y: y(label.y) ?? 0 }));
  const under = labels.filter(({ place }) => place === 'under');
  return (
    <g className="direct-labels">
      {apart(beside, lineHeight).map(({ key, tone, text, shown }) => (
        <text key={key} className={`label-${tone}`} x={edge + 6} y={shown} dominantBaseline="middle">
          {shortened(text, room)}
        </text>
      ))}
      {under.map((label) => {
        const [at, level] = [x(label.x) ?? 0, y(label.y) ?? 0];
        const cramped = at - plot.x < widthOf(label.text);
        const low = plot.y + plot.height - level < lineHeight * 1.5;
        return (
          <text
            key={label.key}
            className={`label-${label.tone}`}
            x={cramped ? at + 6 : at - 6}
            y={low ? level - 8 : level + lineHeight}
            textAnchor={cramped ? 'start' : 'end'}
          >
            {label.text}
          </text>
        );
      })}
    </g>
  );
}
