// SPDX-License-Identifier: AGPL-3.0-or-later

import { useSearchParams } from 'react-router';
import type { Cycle } from '../../../api/city/programmes/contract.ts';
import type { MilestoneSummary, Status } from '../../../api/plan/milestones/contract.ts';
import { Gantt } from '../../charts/Gantt.tsx';
import { PlanGrid } from '../../charts/PlanGrid.tsx';
import { useGanttTable } from '../../charts/planTables.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useMay } from '../../session.ts';
import { useAsk } from '../../ui/address.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { ReportList } from '../promises/ReportList.tsx';
import { usePlanned } from './queries.ts';
import { useTally } from './Tally.tsx';

const views = ['grid', 'gantt', 'table', 'report'] as const;
type View = (typeof views)[number];

/** The plan's views; one of them requires permission to keep milestones. */
function useViews(): { view: View; shown: readonly View[] } {
  const [search] = useSearchParams();
  const may = useMay();
  const shown = views.filter((one) => one !== 'report' || may('keep-milestones'));
  return { view: shown.find((one) => one === search.get('view')) ?? 'grid', shown };
}

function ViewSwitch({ view, shown }: { view: View; shown: readonly View[] }) {
  const { t } = useTranslate();
  const ask = useAsk();
  return (
    <fieldset className="switch">
      <legend className="visually-hidden">{t('plan.view')}</legend>
      {shown.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === view}
          onClick={() => ask({ view: one === views[0] ? undefined : one })}
        >
          {t(`plan.views.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}

export function tallied(milestones: readonly MilestoneSummary[]): Partial<Record<Status, number>> {
  const counts: Partial<Record<Status, number>> = {};
  for (const { status } of milestones) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

const latest = (days: readonly string[], end: string) => days.reduce((last, one) => (one > last ? one : last), end);
const earliest = (days: readonly string[], start: string) =>
  days.reduce((first, one) => (one < first ? one : first), start);

/** Range of the timeline: covers all dates, at most two years past the cycle. */
function stretch({ startsOn, endsOn }: Cycle, milestones: readonly MilestoneSummary[]) {
  const days = milestones.flatMap(({ firstPromise, promise, forecast, done }) =>
    [firstPromise, promise, forecast, done].flatMap((on) => (on ? [on.date] : [])),
  );
  const limit = `${Number(endsOn.slice(0, 4)) + 2}${endsOn.slice(4)}`;
  const to = latest(days, endsOn);
  return { from: earliest(days, startsOn), to: to < limit ? to : limit };
}

/** The same milestones as a month grid, a timeline or a table. */
export function PlanViews({ cycle, milestones }: { cycle: Cycle; milestones: readonly MilestoneSummary[] }) {
  const { t } = useTranslate();
  const { view, shown } = useViews();
  const { owner, source, updatedOn, day } = useProgramme();
  const title = t('plan.title', { count: milestones.length, tally: useTally()(tallied(milestones)) });
  const { areas, rows } = usePlanned(milestones);
  const within = { from: cycle.startsOn, to: cycle.endsOn };
  const time = stretch(cycle, milestones);
  const used = areas.filter(({ key }) => rows.some((row) => row.area === key));
  const gantt = { label: t('plan.views.gantt'), ...time, judgedOn: day, areas: used, milestones: rows };
  const table = useGanttTable(gantt);
  if (view === 'report')
    return (
      <section aria-labelledby="report-title">
        <ViewSwitch view={view} shown={shown} />
        <h2 id="report-title">{t('report.lead')}</h2>
        <ReportList milestones={milestones} />
      </section>
    );
  return (
    <>
      <ViewSwitch view={view} shown={shown} />
      <Figure
        id="plan"
        title={title}
        subtitle={t(`plan.subtitle.${view}`)}
        table={table}
        source={source}
        datedOn={updatedOn}
        owner={owner}
      >
        {view === 'grid' && <PlanGrid caption={title} {...within} judgedOn={day} areas={used} milestones={rows} />}
        {view === 'gantt' && <Gantt {...gantt} />}
        {view === 'table' && <DataTable caption={title} captionHidden table={table} />}
      </Figure>
    </>
  );
}
