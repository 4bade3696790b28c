// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Indicator } from '../../../api/city/indicators/contract.ts';
import { useColumns } from '../../charts/columns.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import type { Column, TableOf } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { Go } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';
import { daysMeasured, IndicatorCard } from './IndicatorCard.tsx';
import type { Dashboard } from './queries.ts';

function useIndicatorTable(indicators: readonly Indicator[]): TableOf<Indicator> {
  const { t, format, date } = useColumns();
  const text = useText();
  const figure = (key: 'latest' | 'baseline', header: string): Column<Indicator> => ({
    key,
    header,
    numeric: true,
    value: (one) => one[key]?.value ?? null,
    cell: (one) => (one[key] ? format.exactly(one[key].value, one.unit) : '—'),
  });
  return {
    columns: [
      {
        key: 'name',
        header: t('dashboard.indicators.name'),
        value: (one) => text(one.name).text,
        cell: (one) => (
          <Go to={`indicators/${one.key}`}>
            <Words of={one.name} />
          </Go>
        ),
        rowHeader: true,
      },
      figure('latest', t('dashboard.indicators.value')),
      date('latestOn', t('dashboard.indicators.on'), (one) => one.latest?.measured ?? null),
      figure('baseline', t('dashboard.indicators.baseline')),
      date('baselineOn', t('dashboard.indicators.baselineOn'), (one) => one.baseline?.measured ?? null),
      {
        key: 'source',
        header: t('dashboard.indicators.source'),
        value: ({ latest, source }) => text((latest?.source ?? source)?.name ?? { it: '' }).text,
      },
    ],
    rows: indicators,
    rowKey: (one) => one.key,
  };
}

/** Outcome indicators with baseline, latest value and source. */
export function IndicatorFigure({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useTranslate();
  const { owner } = useProgramme();
  const shown = dashboard.indicators.filter(({ latest }) => latest !== null);
  const table = useIndicatorTable(shown);
  const [count, again] = [shown.length, shown.filter((one) => daysMeasured(one) > 1).length];
  return (
    <Figure
      id="indicators"
      title={t('dashboard.indicators.title')}
      subtitle={again ? t('dashboard.indicators.again', { again, count }) : t('dashboard.indicators.once', { count })}
      table={table}
      datedOn={dashboard.updatedOn}
      owner={owner}
    >
      <ul className="cards">
        {shown.map((one) => (
          <IndicatorCard key={one.key} indicator={one} />
        ))}
      </ul>
    </Figure>
  );
}
