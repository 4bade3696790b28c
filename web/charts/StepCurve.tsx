// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from 'react-i18next';
import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts';
import { instant, monthsOf } from '../i18n/dates.ts';
import { useFormat } from '../i18n/format.ts';
import { type DirectLabel, DirectLabels } from './DirectLabels.tsx';
import { levelOn, type StepCurveProps } from './lines.ts';

const series = ['promised', 'replanned', 'reached'] as const;
const room = 84;

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

function useLabels(props: StepCurveProps): DirectLabel[] {
  const { t } = useTranslation();
  const { share } = useFormat();
  const { to, judgedOn, promised, replanned, reached } = props;
  const today = judgedOn < to ? judgedOn : to;
  const [end, now] = [instant(to), levelOn(reached, today)];
  const labels: DirectLabel[] = [
    {
      key: 'promised',
      tone: 'promised',
      text: t('charts.promised'),
      x: end,
      y: levelOn(promised, to),
      place: 'beside',
    },
    {
      key: 'reached',
      tone: 'reached',
      text: t('charts.reachedShare', { share: share(now) }),
      x: instant(today),
      y: now,
      place: 'under',
    },
  ];
  if (replanned)
    labels.push({
      key: 'replanned',
      tone: 'replanned',
      text: t('charts.replanned'),
      x: end,
      y: levelOn(replanned, to),
      place: 'beside',
    });
  return labels;
}

/** How much was promised, re-planned and reached, day by day through the cycle. */
export function StepCurve(props: StepCurveProps) {
  const { t } = useTranslation();
  const { share, monthShort } = useFormat();
  const labels = useLabels(props);
  const { label, from, to, judgedOn } = props;
  const months = monthsOf(from, to).map(instant);
  const monthAt = (time: number) => monthShort(new Date(time).toISOString());
  const step = { type: 'stepAfter', dot: false, activeDot: false, isAnimationActive: false } as const;
  return (
    <div className="curve" role="img" aria-label={label}>
      <LineChart
        responsive
        data={rowsOf(props)}
        margin={{ top: 18, right: room, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} />
        <XAxis
          dataKey="time"
          type="number"
          domain={[instant(from), instant(to)]}
          ticks={months}
          tickFormatter={monthAt}
          tickLine={false}
        />
        <YAxis
          domain={[0, 1]}
          ticks={[0, 0.25, 0.5, 0.75, 1]}
          tickFormatter={(value) => share(value)}
          width={46}
          axisLine={false}
          tickLine={false}
        />
        {judgedOn >= from && judgedOn <= to && (
          <ReferenceLine
            x={instant(judgedOn)}
            className="today"
            label={{ value: t('charts.today'), position: 'top' }}
          />
        )}
        {series.map((name) => (
          <Line key={name} {...step} dataKey={name} className={`line-${name}`} />
        ))}
        <DirectLabels labels={labels} room={room} />
      </LineChart>
    </div>
  );
}
