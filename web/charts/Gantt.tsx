// SPDX-License-Identifier: AGPL-3.0-or-later

import { daysBetween, monthsOf, type When } from '../i18n/dates.ts';
import { useFormat } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate.ts';
import { Go } from '../ui/Go.tsx';
import { type Standing, StandingLine } from '../ui/StatusWord.tsx';

export interface GanttMilestone extends Standing {
  key: string;
  area: string;
  name: string;
  firstPromise: When;
}

export interface GanttProps {
  label: string;
  from: string;
  to: string;
  judgedOn: string;
  areas: readonly { key: string; name: string }[];
  milestones: readonly GanttMilestone[];
}

type Along = (date: string) => string;

const markOf = {
  first: 'M6 1.2 10.8 6 6 10.8 1.2 6z',
  inForce: 'M6 1.2 10.8 6 6 10.8 1.2 6z',
  forecast: 'M6 1.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z',
  done: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1z',
} as const;
type Mark = keyof typeof markOf;

function GanttMark({ mark, at }: { mark: Mark; at?: string }) {
  return (
    <span
      className={at === undefined ? 'gantt-key-mark' : 'gantt-mark'}
      style={at === undefined ? undefined : { insetInlineStart: at }}
    >
      <svg viewBox="0 0 12 12" width="12" height="12" className={`gantt-${mark}`} aria-hidden="true">
        <path d={markOf[mark]} />
      </svg>
    </span>
  );
}

function Row({ milestone, along, short }: { milestone: GanttMilestone; along: Along; short: boolean }) {
  const { t } = useTranslate();
  const { when } = useFormat();
  const { firstPromise, promise, forecast, done, status } = milestone;
  const first = firstPromise.date;
  const replanned = promise.date !== first;
  const end = (done ?? forecast ?? promise).date;
  const [left, right] = end < first ? [end, first] : [first, end];
  const dates = [
    `${t('charts.keyFirst')} ${when(firstPromise)}`,
    replanned && `${t('charts.keyInForce')} ${when(promise)}`,
    done ? `${t('charts.keyDone')} ${when(done)}` : forecast && `${t('charts.keyForecast')} ${when(forecast)}`,
  ];
  const span = { insetInlineStart: along(left), insetInlineEnd: `calc(100% - ${along(right)})` };
  return (
    <li className="gantt-row">
      <div className="gantt-name">
        <Go to={`milestones/${milestone.key}`}>{milestone.name}</Go>
        <StandingLine of={milestone} short={short} />
        <span className="visually-hidden">{dates.filter(Boolean).join(', ')}</span>
      </div>
      <div className="gantt-track" aria-hidden="true">
        <span className={`gantt-span is-${status}`} style={span} />
        <GanttMark mark="first" at={along(first)} />
        {replanned && <GanttMark mark="inForce" at={along(promise.date)} />}
        {done && <GanttMark mark="done" at={along(done.date)} />}
        {!done && forecast && <GanttMark mark="forecast" at={along(forecast.date)} />}
      </div>
    </li>
  );
}

function Scale({ from, to, judgedOn, along }: Pick<GanttProps, 'from' | 'to' | 'judgedOn'> & { along: Along }) {
  const { monthShort, dayShort } = useFormat();
  const every = monthsOf(from, to);
  const isYear = (month: string) => month.endsWith('-01-01');
  const byYear = every.length > 30;
  const months = byYear ? every.filter(isYear) : every;
  const step = Math.ceil(months.length / 9);
  const labelOf = (month: string, index: number) => {
    if (isYear(month)) return byYear && index % step ? '' : month.slice(0, 4);
    return index % step ? '' : monthShort(month);
  };
  return (
    <div className="gantt-scale" aria-hidden="true">
      {months.map((month, index) => (
        <span key={month} className="gantt-month" style={{ insetInlineStart: along(month < from ? from : month) }}>
          {labelOf(month, index)}
        </span>
      ))}
      {judgedOn >= from && judgedOn <= to && (
        <span className="gantt-today" style={{ insetInlineStart: along(judgedOn) }}>
          <span>{dayShort(judgedOn)}</span>
        </span>
      )}
    </div>
  );
}

function Key() {
  const { t } = useTranslate();
  const words = {
    first: t('charts.keyFirst'),
    inForce: t('charts.keyInForce'),
    forecast: t('charts.keyForecast'),
    done: t('charts.keyDone'),
  };
  return (
    <p className="chart-key gantt-key" aria-hidden="true">
      {(Object.keys(words) as Mark[]).map((mark) => (
        <span key={mark}>
          <GanttMark mark={mark} /> {words[mark]}
        </span>
      ))}
    </p>
  );
}

/** Each milestone from its first promise to its expected or actual date. */
export function Gantt({ label, from, to, judgedOn, areas, milestones }: GanttProps) {
  const whole = Math.max(daysBetween(from, to), 1);
  const along: Along = (date) => `${Math.min(Math.max(daysBetween(from, date) / whole, 0), 1) * 100}%`;
  const groups = areas.map((area) => ({ area, rows: milestones.filter((one) => one.area === area.key) }));
  return (
    <section className="gantt" aria-label={label}>
      <div className="gantt-plot">
        <Scale from={from} to={to} judgedOn={judgedOn} along={along} />
        {groups.map(({ area, rows }) =>
          rows.length === 0 ? null : (
            <div key={area.key} className="gantt-area">
              <p className="gantt-area-name">{area.name}</p>
              <ul>
                {rows.map((row) => (
                  <Row key={row.key} milestone={row} along={along} short={whole < 400} />
                ))}
              </ul>
            </div>
          ),
        )}
      </div>
      <Key />
    </section>
  );
}
