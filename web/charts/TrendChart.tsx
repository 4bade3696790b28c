// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import { instant, monthsOf } from '../i18n/dates.ts';
import { useFormat } from '../i18n/format.ts';
import { type DirectLabel, DirectLabels } from './DirectLabels.tsx';
import { isCrowded, type TrendChartProps, type TrendLine } from './lines.ts';

const room = 120;

const expectedOn = (line: TrendLine, day: string) => line.points.findLast(({ said }) => said <= day)?.expected;

function rowsOf({ lines, from, judgedOn }: TrendChartProps) {
  const days = new Set([from, judgedOn, ...lines.flatMap(({ points }) => points.map(({ said }) => said))]);
  return [...days].toSorted().map((day) => {
    const row: Record<string, number | null> = { time: instant(day) };
    for (const line of lines) {
      const expected = line.ends && day > line.ends ? undefined : expectedOn(line, day);
      row[line.key] = expected ? instant(expected) : null;
    }
    return row;
  });
}

/** Labels positioned by the chart library's axes. */
function PlottedLabels({ labels }: { labels: readonly DirectLabel[] }) {
  const [x, y, plot] = [useXAxisScale(), useYAxisScale(), usePlotArea()];
  if (!x || !y || !plot) return null;
  const scales = { x: (value: number) => x(value) ?? 0, y: (value: number) => y(value) ?? 0 };
  return <DirectLabels labels={labels} room={room} edge={plot.x + plot.width} {...scales} />;
}

/** About as many dates as fit, each on the first of a month. */
function ticksBetween(from: string, to: string, most: number): number[] {
  const months = monthsOf(from, to);
  const every = Math.ceil(months.length / most);
  return months.filter((month, index) => index % every === 0 && month >= from).map(instant);
}

const labelsOf = ({ lines, from, judgedOn }: TrendChartProps): DirectLabel[] =>
  lines
    .filter((line) => !isCrowded(lines) || (line.late && !line.ends))
    .map((line) => ({
      key: line.key,
      tone: line.late ? 'late' : 'calm',
      text: line.name,
      x: instant(judgedOn),
      y: instant(expectedOn(line, judgedOn) ?? from),
      place: 'edge',
    }));

function useMonthAt() {
  const { monthShort } = useFormat();
  return (time: number) => {
    const day = new Date(time).toISOString();
    return `${monthShort(day)} ${day.slice(2, 4)}`;
  };
}

/** Milestone trend analysis: expected date by report date. A rising line slips; on the diagonal it is due. */
export function TrendChart(props: TrendChartProps) {
  const { dayShort } = useFormat();
  const monthAt = useMonthAt();
  const { label, from, to, judgedOn, lines } = props;
  const [start, end, last] = [instant(from), instant(judgedOn), instant(to)];
  const axis = { type: 'number', tickFormatter: monthAt, tickLine: false } as const;
  const today: DirectLabel = { key: '', tone: 'today', text: dayShort(judgedOn), x: end, y: end, place: 'edge' };
  const labels = judgedOn <= to ? [...labelsOf(props), today] : labelsOf(props);
  const diagonal = [
    { x: start, y: start },
    { x: end, y: Math.min(end, last) },
  ] as const;
  const step = { type: 'stepAfter', dot: false, activeDot: false, isAnimationActive: false } as const;
  return (
    <div className="curve" role="img" aria-label={label}>
      <LineChart
        responsive
        data={rowsOf(props)}
        margin={{ top: 12, right: room, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} />
        <XAxis {...axis} dataKey="time" domain={[start, end]} ticks={ticksBetween(from, judgedOn, 5)} />
        <YAxis {...axis} domain={[start, last]} ticks={ticksBetween(from, to, 6)} width={54} axisLine={false} />
        <ReferenceLine className="today" segment={diagonal} ifOverflow="hidden" />
        {lines.map((line) => (
          <Line key={line.key} {...step} dataKey={line.key} className={line.late ? 'line-late' : 'line-calm'} />
        ))}
        <PlottedLabels labels={labels} />
      </LineChart>
    </div>
  );
}
