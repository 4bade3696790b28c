// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef } from 'react';
import { monthsOf, type When } from '../i18n/dates.ts';
import { useFormat } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate.ts';
import { Go, MaybeGo } from '../ui/Go.tsx';
import { Scroller } from '../ui/Scroller.tsx';
import { type Standing, StandingLine } from '../ui/StatusWord.tsx';

export interface PlannedMilestone extends Standing {
  key: string;
  area: string;
  name: string;
  firstPromise: When;
}

export interface PlanGridProps {
  caption: string;
  /** First and last day of the cycle. */
  from: string;
  to: string;
  /** The day shown: its month is highlighted. */
  judgedOn: string;
  areas: readonly { key: string; name: string; to?: string }[];
  milestones: readonly PlannedMilestone[];
}

const monthOf = (date: string) => date.slice(0, 7);

/** Clamps promises outside the cycle to its first or last month, so that all milestones are shown. */
const columnOf = (promised: string, months: readonly string[]): string => {
  const [first = '', last = ''] = [months[0], months.at(-1)];
  return promised < first ? first : (months.findLast((month) => monthOf(month) <= monthOf(promised)) ?? last);
};

function Planned({ milestone }: { milestone: PlannedMilestone }) {
  const { when } = useFormat();
  return (
    <div className="planned">
      <Go to={`milestones/${milestone.key}`} className="planned-name">
        {milestone.name}
      </Go>
      {!['day', 'month'].includes(milestone.firstPromise.precision) && (
        <span className="planned-when">{when(milestone.firstPromise)}</span>
      )}
      <StandingLine of={milestone} short />
    </div>
  );
}

/** If the plan overflows, scroll to the current month, or to the first milestone if the cycle is over. */
function useNowInSight() {
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    // Wait for the next frame to avoid a forced layout.
    const due = requestAnimationFrame(() => {
      const [now, names] = ['.is-now, td:has(.planned)', 'th'].map((cell) =>
        frame.current?.querySelector<HTMLElement>(cell),
      );
      if (frame.current && now && names) frame.current.scrollLeft = now.offsetLeft - names.offsetWidth;
    });
    return () => cancelAnimationFrame(due);
  }, []);
  return frame;
}

/** The plan as a grid: months by areas, each milestone in the month first promised. */
export function PlanGrid({ caption, from, to, judgedOn, areas, milestones }: PlanGridProps) {
  const { t } = useTranslate();
  const { monthName } = useFormat();
  const months = monthsOf(from, to);
  const frame = useNowInSight();
  const tint = (month: string) => (monthOf(month) === monthOf(judgedOn) ? 'is-now' : undefined);
  return (
    <Scroller caption={caption} ref={frame}>
      <table className="plan">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('milestone.area')}</th>
            {months.map((month) => (
              <th key={month} scope="col" className={tint(month)}>
                {monthName(month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areas.map((area) => (
            <tr key={area.key}>
              <th scope="row">
                <MaybeGo to={area.to}>{area.name}</MaybeGo>
              </th>
              {months.map((month) => (
                <td key={month} className={tint(month)}>
                  {milestones
                    .filter((one) => one.area === area.key && columnOf(one.firstPromise.date, months) === month)
                    .map((one) => (
                      <Planned key={one.key} milestone={one} />
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
