// SPDX-License-Identifier: AGPL-3.0-or-later
import { useDeferredValue } from 'react';
import { useTranslate } from '../../i18n/translate.ts';
import { ChangeList } from '../../platform/history/ChangeList.tsx';
import { InTurn } from '../../ui/InTurn.tsx';
import { ReadPage } from '../../ui/states.tsx';
import { AreaCards } from './AreaCards.tsx';
import { CurveFigure } from './CurveFigure.tsx';
import { IndicatorFigure } from './IndicatorFigure.tsx';
import { Opening } from './Opening.tsx';
import { measured, PeripheryFigure } from './PeripheryFigure.tsx';
import { PlanFigure } from './PlanFigure.tsx';
import { type Dashboard, useDashboard } from './queries.ts';

function Latest({ changes }: Pick<Dashboard, 'changes'>) {
  const { t } = useTranslate();
  return (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title" className="figure-title">
        {t('history.title')}
      </h2>
      <p className="figure-subtitle">{t('history.subtitle')}</p>
      <div className="figure-body">
        {changes.length ? <ChangeList changes={changes} /> : <p className="muted">{t('history.none')}</p>}
      </div>
    </section>
  );
}

function Territory({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useTranslate();
  // Without a periphery there is no share to show.
  if (!dashboard.tiles.some((zone) => zone.periphery)) return null;
  if (measured(dashboard.periphery).length) return <PeripheryFigure dashboard={dashboard} />;
  return <p className="muted">{t('dashboard.periphery.none')}</p>;
}

function Overview({ dashboard }: { dashboard: Dashboard }) {
  const planned = dashboard.milestones.length > 0;
  return (
    <InTurn>
      <Opening dashboard={dashboard} />
      <AreaCards areas={dashboard.areas} milestones={dashboard.milestones} />
      <div className="pair">
        {planned && <CurveFigure dashboard={dashboard} />}
        <Territory dashboard={dashboard} />
      </div>
      {planned && <PlanFigure dashboard={dashboard} />}
      <div className="pair">
        {dashboard.indicators.some(({ latest }) => latest) && <IndicatorFigure dashboard={dashboard} />}
        <Latest changes={dashboard.changes} />
      </div>
    </InTurn>
  );
}

export function DashboardPage() {
  const { t } = useTranslate();
  const { data, ...reading } = useDashboard();
  // Render new data as a transition: a whole plan in one task would block input.
  const drawn = useDeferredValue(data);
  return (
    <ReadPage of={{ ...reading, data: drawn }} title={t('nav.overview')} height={1200}>
      {(dashboard) => <Overview dashboard={dashboard} />}
    </ReadPage>
  );
}
