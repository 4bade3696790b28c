// SPDX-License-Identifier: AGPL-3.0-or-later
import { useCells } from '../../charts/cells.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { type Column, DataTable, type TableOf } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { Answer } from '../../ui/states.tsx';
import { type FirstComeFund, useFirstComeFund } from './queries.ts';

type Arrival = FirstComeFund['order'][number];
const shownAtOnce = 20;

function useArrivalTable(order: readonly Arrival[]): TableOf<Arrival> {
  const { t, format, amount } = useCells();
  const columns: Column<Arrival>[] = [
    {
      key: 'arrival',
      header: t('firstComeFund.arrival'),
      value: ({ arrival }) => arrival,
      cell: ({ arrival }) => format.exact(arrival),
      rowHeader: true,
    },
    {
      key: 'at',
      header: t('firstComeFund.at'),
      value: (one) => one.decidedAt,
      cell: (one) => format.second(one.decidedAt),
    },
    {
      ...amount<Arrival>('requested', t('firstComeFund.requested'), ({ requestedEur }) => requestedEur, 'eur'),
      sortable: false,
    },
    { key: 'state', header: t('firstComeFund.state'), value: ({ state }) => t(`firstComeFund.states.${state}`) },
    { ...amount<Arrival>('amount', t('firstComeFund.amount'), ({ amountEur }) => amountEur, 'eur'), sortable: false },
    {
      key: 'why',
      header: t('firstComeFund.why'),
      value: ({ state, why }) => (state === 'released' ? null : t(`firstComeFund.whys.${why as 'in-full'}`)),
    },
  ];
  return { columns, rows: order, rowKey: ({ arrival }) => String(arrival) };
}

function Live({ of }: { of: FirstComeFund }) {
  const { t } = useTranslate();
  const { owner } = useProgramme();
  const { euro, share, time } = useFormat();
  const { budgetEur, committedEur, leftEur, arrivals, waiting, now, order } = of;
  const table = useArrivalTable(order);
  const used = budgetEur > 0 ? committedEur / budgetEur : 0;
  const said = { committed: euro(committedEur), left: euro(leftEur), share: share(used), budget: euro(budgetEur) };
  return (
    <Figure
      id="first-come-fund"
      title={t('firstComeFund.title', said)}
      subtitle={t('firstComeFund.subtitle', { count: arrivals, waiting, at: time(now) })}
      table={table}
      owner={owner}
    >
      <div className="fund">
        <div className="fund-track" aria-hidden="true">
          <div className="fund-bar" style={{ width: `${Math.min(used, 1) * 100}%` }} />
        </div>
        <p role="status">{t('firstComeFund.words', said)}</p>
      </div>
      {order.length === 0 ? (
        <p className="muted">{t('firstComeFund.none')}</p>
      ) : (
        <div>
          {order.length > shownAtOnce && <p className="muted">{t('firstComeFund.latest')}</p>}
          <DataTable
            caption={t('firstComeFund.latest')}
            captionHidden
            table={{ ...table, rows: order.slice(-shownAtOnce) }}
          />
        </div>
      )}
    </Figure>
  );
}

/** Current state of a first-come fund. */
export function Fund({ call }: { call: string }) {
  return (
    <Answer of={useFirstComeFund(call)} height={320}>
      {(fund) => <Live of={fund} />}
    </Answer>
  );
}
