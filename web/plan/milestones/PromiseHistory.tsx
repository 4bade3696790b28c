// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Ref, Text, When } from '../../../api/contract.ts';
import { useColumns } from '../../charts/columns.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Go } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';
import type { Milestone } from './queries.ts';

interface Said {
  key: string;
  on: string;
  kind: 'first' | 'replan' | 'forecast' | 'done';
  date: When;
  reason: Text | null;
  source: Ref | null;
}

/** All dates of a milestone in the order they were reported; the actual date is last. */
function saidOf({ promises, forecasts, done, outcome, source }: Milestone): Said[] {
  const said: Said[] = [
    ...promises.map(({ number, due, madeOn, ...rest }) => ({
      ...rest,
      key: `promise ${number}`,
      on: madeOn,
      kind: number === 1 ? ('first' as const) : ('replan' as const),
      date: due,
    })),
    ...forecasts.map(({ date, precision, reportedOn, ...rest }, index) => ({
      ...rest,
      key: `forecast ${index}`,
      on: reportedOn,
      kind: 'forecast' as const,
      date: { date, precision },
    })),
  ];
  const inOrder = said.toSorted((a, b) => a.on.localeCompare(b.on));
  if (done) inOrder.push({ key: 'done', on: done.date, kind: 'done', date: done, reason: outcome, source });
  return inOrder;
}

function useHistoryColumns(): Column<Said>[] {
  const { t, format, date } = useColumns();
  const text = useText();
  return [
    {
      ...date<Said>('on', t('milestones.history.said'), ({ kind, on }) =>
        kind === 'done' ? null : { date: on, precision: 'day' },
      ),
      sortable: false,
    },
    {
      key: 'what',
      header: t('milestones.history.what'),
      value: ({ kind }) => t(`milestones.history.${kind}`),
      rowHeader: true,
    },
    {
      key: 'date',
      header: t('milestones.history.date'),
      value: (one) => one.date.date,
      cell: (one) => format.when(one.date),
    },
    {
      key: 'reason',
      header: t('milestones.history.reason'),
      value: ({ reason }) => (reason ? text(reason).text : null),
      cell: ({ reason }) => (reason ? <Words of={reason} /> : '—'),
    },
    {
      key: 'source',
      header: t('milestones.history.source'),
      value: ({ source }) => (source ? text(source.name).text : null),
      cell: ({ source }) =>
        source ? (
          <Go to={`sources/${source.key}`}>
            <Words of={source.name} />
          </Go>
        ) : (
          '—'
        ),
    },
  ];
}

export function PromiseHistory({ milestone }: { milestone: Milestone }) {
  const { t } = useTranslate();
  const { promises, forecasts, replans } = milestone;
  const times = replans === 1 ? t('milestones.history.once') : t('milestones.history.times', { count: replans });
  const forecastNote = forecasts.length ? t('milestones.history.forecasts', { count: forecasts.length }) : '';
  const title = t('milestones.history.title', { count: promises.length, times }) + forecastNote;
  const table = { columns: useHistoryColumns(), rows: saidOf(milestone), rowKey: ({ key }: Said) => key };
  return (
    <section className="history" aria-labelledby="history-title">
      <h2 id="history-title" className="figure-title">
        {title}
      </h2>
      <p className="figure-subtitle">{t('milestones.history.subtitle')}</p>
      <div className="figure-body">
        <DataTable caption={title} captionHidden table={table} />
      </div>
    </section>
  );
}
