// SPDX-License-Identifier: AGPL-3.0-or-later

import type { MilestoneSummary, TrendLine } from '../../../api/plan/milestones/contract.ts';
import { LateTrendChart, Lazily } from '../../charts/Lazily.tsx';
import { isCrowded } from '../../charts/lines.ts';
import { useTrendTable } from '../../charts/tables.ts';
import { addDays } from '../../i18n/dates.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { Figure } from '../../ui/Figure.tsx';
import type { FigureNotesProps } from '../../ui/FigureNotes.tsx';

export const hasSlipped = ({ status, delayDays }: MilestoneSummary) => status !== 'withdrawn' && (delayDays ?? 0) > 0;

interface TrendFigureProps extends Pick<FigureNotesProps, 'source' | 'owner'> {
  title: string;
  lines: readonly TrendLine[];
  slipped: readonly string[];
  /** First and last day of the cycle: the minimum range of the chart. */
  from: string;
  to: string;
}

/** Date of the last report; the lines end there or at the end of the cycle. */
function frameOf({ lines, from, to }: Pick<TrendFigureProps, 'lines' | 'from' | 'to'>, day: string) {
  const points = lines.flatMap((line) => line.points);
  const said = points.map(({ reportedOn }) => reportedOn).toSorted();
  const dates = points.map(({ date }) => date).toSorted();
  const last = [to, said.at(-1) ?? to].toSorted().at(-1) ?? to;
  return {
    from: [from, said[0] ?? from].toSorted()[0] ?? from,
    to: addDays([to, dates.at(-1) ?? to].toSorted().at(-1) ?? to, 15),
    judgedOn: day < last ? day : last,
  };
}

const endOf = (points: TrendLine['points']) => {
  const done = points.find(({ kind }) => kind === 'done');
  return done ? { ends: done.reportedOn } : {};
};

/** Trend chart of the expected dates. */
export function TrendFigure({ title, lines, slipped, from, to, ...notes }: TrendFigureProps) {
  const { t } = useTranslate();
  const text = useText();
  const { owner, source, updatedOn, day } = useProgramme();
  const trend = {
    label: title,
    ...frameOf({ lines, from, to }, day),
    lines: lines.map(({ key, name, points }) => ({
      key,
      name: text(name).text,
      late: slipped.includes(key),
      ...endOf(points),
      points: points.map(({ reportedOn, date }) => ({ said: reportedOn, expected: date })),
    })),
  };
  const table = useTrendTable(trend);
  return (
    <Figure
      id="trend"
      title={title}
      subtitle={t('plan.trend.subtitle') + (isCrowded(lines) ? t('plan.trend.named') : '')}
      table={table}
      source={notes.source ?? source}
      datedOn={updatedOn}
      owner={notes.owner ?? owner}
    >
      <Lazily>
        <LateTrendChart {...trend} />
      </Lazily>
    </Figure>
  );
}
