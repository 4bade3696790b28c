// SPDX-License-Identifier: AGPL-3.0-or-later
import { addDays } from 'date-fns/addDays';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import { useColumns } from '../../charts/columns.ts';
import { useProgramme } from '../../programme.ts';
import type { Column } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import type { Demand } from './queries.ts';

type Day = Demand['days'][number];

/** All days from the first application to the last, including empty ones. */
function everyDay(days: readonly Day[]): Day[] {
  const [first, last] = [days[0]?.on, days.at(-1)?.on];
  if (!first || !last) return [];
  const all: Day[] = [];
  for (let on = first; on <= last; on = formatISO(addDays(parseISO(on), 1), { representation: 'date' }))
    all.push({ on, applications: days.find((day) => day.on === on)?.applications ?? 0 });
  return all;
}

/** Applications per day. */
export function ByDay({ demand: { days, applications } }: { demand: Demand }) {
  const { t, format, date } = useColumns();
  const { owner, day } = useProgramme();
  const all = everyDay(days);
  const most = all.reduce((a, b) => (b.applications > a.applications ? b : a), all[0] ?? { on: '', applications: 1 });
  const columns: Column<Day>[] = [
    { ...date<Day>('on', t('demand.day'), ({ on }) => ({ date: on, precision: 'day' })), rowHeader: true },
    { key: 'applications', header: t('calls.applications'), value: (one) => one.applications, numeric: true },
  ];
  const table = { columns, rows: days, rowKey: ({ on }: Day) => on };
  const said = { count: applications, most: most.applications, date: format.dayShort(most.on) };
  const finding = most.applications === 1 ? 'demand.spread' : 'demand.byDay';
  const title = t(days.length === 1 ? 'demand.oneDay' : finding, said);
  const [first, last] = [all[0], all.at(-1)];
  return (
    <Figure id="demand" title={title} subtitle={t('demand.byDayWords')} table={table} datedOn={day} owner={owner}>
      <div className="days-frame" style={{ maxWidth: `${Math.max(all.length * 2.5, 14)}rem` }}>
        <div className="days" role="img" aria-label={title}>
          {all.map((one) => (
            <span key={one.on} className="days-day" title={`${format.day(one.on)}: ${one.applications}`}>
              <span style={{ height: `${(one.applications / most.applications) * 100}%` }} />
            </span>
          ))}
        </div>
        <p className="days-ends" aria-hidden="true">
          <span>{first && format.dayShort(first.on)}</span>
          {all.length > 1 && <span>{last && format.dayShort(last.on)}</span>}
        </p>
      </div>
    </Figure>
  );
}
