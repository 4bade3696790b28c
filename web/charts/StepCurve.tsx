// SPDX-License-Identifier: AGPL-3.0-or-later
import { useLayoutEffect, useRef, useState } from 'react';
import { civilDate, instant, monthsOf } from '../i18n/dates.ts';
import { useFormat } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate.ts';
import { type DirectLabel, DirectLabels } from './DirectLabels.tsx';
import { longestApart } from './labels.ts';
import { levelOn, type StepCurveProps } from './lines.ts';

const series = ['promised', 'replanned', 'reached'] as const;

/** The three step lines merged into rows by day. */
function rowsOf({ from, to, judgedOn, ...steps }: StepCurveProps) {
  const days = new Set([from, to, ...series.flatMap((name) => steps[name]?.map(({ on }) => on) ?? [])]);
  if (judgedOn >= from && judgedOn <= to) days.add(judgedOn);
  return [...days]
    .filter((day) => day >= from && day <= to)
    .toSorted()
    .map((day) => ({
      time: instant(day),
      promised: levelOn(steps.promised, day),
      replanned: steps.replanned ? levelOn(steps.replanned, day) : null,
      reached: day > judgedOn ? null : levelOn(steps.reached, day),
    }));
}

type Rows = ReturnType<typeof rowsOf>;

/** Labels the planned lines where they diverge, otherwise at their ends. */
function plannedLabel(
  name: 'promised' | 'replanned',
  text: string,
  rows: Rows,
  { end, today }: { end: number; today: number },
): DirectLabel {
  const both = rows.map(({ time, promised, replanned }) => {
    const other = replanned ?? promised;
    return name === 'promised' ? { time, one: promised, other } : { time, one: other, other: promised };
  });
  // Prefer the future part: no other line runs there.
  const stretch = longestApart(both.filter(({ time }) => time >= today)) ?? longestApart(both);
  if (!stretch) return { key: name, tone: name, text, x: end, y: rows.at(-1)?.[name] ?? 0, place: 'edge' };
  const [higher] = both.filter(({ time }) => time === stretch.from);
  const place = higher && higher.one > higher.other ? 'over' : 'under';
  return { key: name, tone: name, text, x: (stretch.from + stretch.to) / 2, y: stretch.level, place };
}

function useLabels({ to, judgedOn, replanned, reached }: StepCurveProps, rows: Rows): DirectLabel[] {
  const { t } = useTranslate();
  const { share } = useFormat();
  const today = judgedOn < to ? judgedOn : to;
  const [end, now] = [instant(to), levelOn(reached, today)];
  const span = end - (rows[0]?.time ?? end);
  const late = end - instant(today) < span / 4;
  const labels: DirectLabel[] = [plannedLabel('promised', t('charts.promised'), rows, { end, today: instant(today) })];
  if (replanned) labels.push(plannedLabel('replanned', t('charts.replanned'), rows, { end, today: instant(today) }));
  const text = t('charts.reachedShare', { share: share(now) });
  labels.push({ key: 'reached', tone: 'reached', text, x: instant(today), y: now, place: late ? 'edge' : 'after' });
  return labels;
}

const gap = { top: 18, bottom: 24, left: 46 };
const levels = [0, 0.25, 0.5, 0.75, 1];

/** Measured size of the chart's container. */
function useSize() {
  const place = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    if (!place.current) return;
    const measure = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    measure.observe(place.current);
    return () => measure.disconnect();
  }, []);
  return { place, ...size };
}

interface Plot {
  x: (time: number) => number;
  y: (share: number) => number;
  edge: number;
}

/** A step line: each level holds until the next change. */
function stepPath(rows: Rows, name: (typeof series)[number], { x, y }: Plot): string {
  return rows
    .flatMap((row, at) => {
      const level = row[name];
      if (level === null) return [];
      return at === 0 ? `M${x(row.time)} ${y(level)}` : `H${x(row.time)}V${y(level)}`;
    })
    .join('');
}

function Axes({ plot, months, bottom }: { plot: Plot; months: number[]; bottom: number }) {
  const { share, monthShort } = useFormat();
  return (
    <g className="axes">
      {levels.map((level) => (
        <g key={level}>
          <line x1={gap.left} x2={plot.edge} y1={plot.y(level)} y2={plot.y(level)} />
          <text x={gap.left - 8} y={plot.y(level) + 4} textAnchor="end">
            {share(level)}
          </text>
        </g>
      ))}
      {months.map((month) => (
        <text key={month} x={plot.x(month)} y={bottom + 18} textAnchor="middle">
          {monthShort(civilDate(month))}
        </text>
      ))}
    </g>
  );
}

function Today({ plot, day, bottom }: { plot: Plot; day: string; bottom: number }) {
  const { dayShort } = useFormat();
  const x = plot.x(instant(day));
  return (
    <g className="today">
      <line x1={x} x2={x} y1={gap.top} y2={bottom} />
      <text x={x} y={gap.top - 6} textAnchor="middle">
        {dayShort(day)}
      </text>
    </g>
  );
}

/** Promised, re-planned and reached over the cycle. Plain SVG, because it is above the fold. */
export function StepCurve(props: StepCurveProps) {
  const { place, width, height } = useSize();
  const { label, from, to, judgedOn } = props;
  const rows = rowsOf(props);
  const labels = useLabels(props, rows);
  const room = labels.some(({ place: at }) => at === 'edge') ? 96 : 12;
  const [start, end] = [instant(from), instant(to)];
  const [edge, bottom] = [width - room, height - gap.bottom];
  const plot: Plot = {
    x: (time) => gap.left + ((time - start) / (end - start || 1)) * (edge - gap.left),
    y: (share) => bottom - share * (bottom - gap.top),
    edge,
  };
  return (
    <div className="chart-place">
      <div className="curve" ref={place}>
        {width > 0 && (
          <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
            <Axes plot={plot} months={monthsOf(from, to).map(instant)} bottom={bottom} />
            {judgedOn >= from && judgedOn < to && <Today plot={plot} day={judgedOn} bottom={bottom} />}
            {series.map((name) => (
              <path key={name} className={`step line-${name}`} d={stepPath(rows, name, plot)} />
            ))}
            <DirectLabels labels={labels} room={room} {...plot} />
          </svg>
        )}
      </div>
    </div>
  );
}
