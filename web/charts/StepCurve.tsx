// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from 'react-i18next';
import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts';
import { civilDate, instant, monthsOf } from '../i18n/dates.ts';
import { useFormat } from '../i18n/format.ts';
import { type DirectLabel, DirectLabels } from './DirectLabels.tsx';
import { longestApart } from './labels.ts';
import { levelOn, type StepCurveProps } from './lines.ts';

const series = ['promised', 'replanned', 'reached'] as const;

/** The three steps as rows that share their days, as the drawing wants them. */
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

/** The planned lines are named where they lie apart, at their ends where they do not. */
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
  // In what is still to come, where there is such: there no other line runs.
  const stretch = longestApart(both.filter(({ time }) => time >= today)) ?? longestApart(both);
  if (!stretch) return { key: name, tone: name, text, x: end, y: rows.at(-1)?.[name] ?? 0, place: 'edge' };
  const [higher] = both.filter(({ time }) => time === stretch.from);
  const place = higher && higher.one > higher.other ? 'over' : 'under';
  return { key: name, tone: name, text, x: (stretch.from + stretch.to) / 2, y: stretch.level, place };
}

function useLabels({ to, judgedOn, replanned, reached }: StepCurveProps, rows: Rows): DirectLabel[] {
  const { t } = useTranslation();
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

/** How much was promised, re-planned and reached, day by day through the cycle. */
export function StepCurve(props: StepCurveProps) {
  const { share, monthShort, dayShort } = useFormat();
  const { label, from, to, judgedOn } = props;
  const rows = rowsOf(props);
  const labels = useLabels(props, rows);
  const room = labels.some(({ place }) => place === 'edge') ? 96 : 12;
  const months = monthsOf(from, to).map(instant);
  const x = { type: 'number', domain: [instant(from), instant(to)], ticks: months } as const;
  const monthAt = (time: number) => monthShort(civilDate(time));
  const y = { domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], width: 46, axisLine: false, tickLine: false } as const;
  const step = { type: 'stepAfter', dot: false, activeDot: false, isAnimationActive: false } as const;
  const today = { value: dayShort(judgedOn), position: 'top' } as const;
  return (
    <div className="curve" role="img" aria-label={label}>
      <LineChart
        responsive
        data={rows}
        margin={{ top: 18, right: room, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} />
        <XAxis {...x} dataKey="time" tickFormatter={monthAt} tickLine={false} />
        <YAxis {...y} tickFormatter={(value) => share(value)} />
        {judgedOn >= from && judgedOn < to && <ReferenceLine x={instant(judgedOn)} className="today" label={today} />}
        {series.map((name) => (
          <Line key={name} {...step} dataKey={name} className={`line-${name}`} />
        ))}
        <DirectLabels labels={labels} room={room} />
      </LineChart>
    </div>
  );
}
