// SPDX-License-Identifier: AGPL-3.0-or-later

import { PlanGrid } from '../../charts/PlanGrid.tsx';
import { usePlanTable } from '../../charts/planTables.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { usePlanned } from '../../plan/milestones/queries.ts';
import { useTally } from '../../plan/milestones/Tally.tsx';
import { useProgramme } from '../../programme.ts';
import { useAddress } from '../../ui/address.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Go } from '../../ui/Go.tsx';
import { areasWith } from './AreaCards.tsx';
import type { Dashboard } from './queries.ts';

/** The adopted plan with the status of each promise. */
export function PlanFigure({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useTranslate();
  const { day } = useFormat();
  const { asOf } = useAddress();
  const { owner } = useProgramme();
  const { cycle, milestones, progress, judgedDay, source, updatedOn } = dashboard;
  const title = t('dashboard.plan.title', { tally: useTally()(progress.byStatus) });
  const { areas: all, rows } = usePlanned(milestones);
  const areas = areasWith(all, ({ key }) => rows.some(({ area }) => area === key));
  const plan = {
    caption: title,
    from: cycle?.startsOn ?? judgedDay,
    to: cycle?.endsOn ?? judgedDay,
    judgedOn: dashboard.day,
    areas,
    milestones: rows,
  };
  const table = usePlanTable(plan);
  return (
    <Figure
      id="plan"
      title={title}
      subtitle={asOf ? t('dashboard.plan.subtitleAsOf', { day: day(asOf) }) : t('dashboard.plan.subtitle')}
      table={table}
      source={source}
      datedOn={updatedOn}
      owner={owner}
    >
      <PlanGrid {...plan} />
      <p className="chart-key">
        <Go to={cycle ? `plan?cycle=${cycle.key}` : 'plan'}>{t('dashboard.plan.all')}</Go>
      </p>
    </Figure>
  );
}
