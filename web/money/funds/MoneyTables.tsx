// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { Allocation, Fund } from '../../../api/money/funds/contract.ts';
import { useCells } from '../../charts/cells.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { type Column, DataTable, type TableOf } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';

function useAmounts<R extends Pick<Fund, 'plannedEur' | 'committedEur' | 'paidEur'>>(): Column<R>[] {
  const { t, amount } = useCells();
  return [
    amount('planned', t('money.planned'), ({ plannedEur }) => plannedEur, 'eur'),
    amount('committed', t('money.committed'), ({ committedEur }) => committedEur || null, 'eur'),
    amount('paid', t('money.paid'), ({ paidEur }) => paidEur || null, 'eur'),
  ];
}

/** Sources with their funders. */
export function Funds({ funds }: { funds: readonly Fund[] }) {
  const { t, text, link, amount, source, note } = useCells();
  const { owner, updatedOn } = useProgramme();
  const columns: Column<Fund>[] = [
    { key: 'name', header: t('money.funds.name'), value: ({ name }) => text(name).text, rowHeader: true },
    { key: 'origin', header: t('money.funds.origin'), value: ({ origin }) => t(`money.funds.origins.${origin}`) },
    link('organisation', t('money.funds.giver'), ({ organisation }) => organisation, 'organisations/'),
    link('agreement', t('money.funds.agreement'), ({ agreement }) => agreement, 'agreements/'),
    amount('amount', t('money.amount'), ({ amountEur }) => amountEur, 'eur'),
    ...useAmounts<Fund>(),
    amount('unallocated', t('money.unallocated'), ({ unallocatedEur }) => unallocatedEur, 'eur'),
    source(),
    note(),
  ];
  const table = { columns, rows: funds, rowKey: ({ key }: Fund) => key };
  const title = t('money.funds.title', { count: funds.length });
  return (
    <Figure
      id="funds"
      title={title}
      subtitle={t('money.funds.subtitle')}
      table={table}
      datedOn={updatedOn}
      owner={owner}
    >
      <div className="wordy">
        <DataTable caption={title} captionHidden table={table} />
      </div>
    </Figure>
  );
}

const shownAtFirst = 12;

/** A long table shows its first rows; CSV and table view have all. */
function Shortened<R>({ caption, table }: { caption: string; table: TableOf<R> }) {
  const { t } = useTranslate();
  const [whole, setWhole] = useState(false);
  const [total, shown] = [table.rows.length, whole ? table.rows : table.rows.slice(0, shownAtFirst)];
  return (
    <div className="wordy">
      <DataTable caption={caption} captionHidden table={{ ...table, rows: shown }} />
      {total > shown.length && (
        <p className="more">
          <span>{t('listing.shown', { shown: shown.length, total })}</span>
          <button type="button" className="button" onClick={() => setWhole(true)}>
            {t('listing.more')}
          </button>
        </p>
      )}
    </div>
  );
}

/** Documented uses. */
export function Allocations({ allocations }: { allocations: readonly Allocation[] }) {
  const { t, text, link, source, note } = useCells();
  const { owner, updatedOn } = useProgramme();
  const has = (known: (one: Allocation) => unknown) => allocations.some((one) => known(one) !== null);
  const optional: [(one: Allocation) => Allocation['area'], Column<Allocation>][] = [
    [({ area }) => area, link('area', t('milestone.area'), ({ area }) => area, 'areas/')],
    [({ zone }) => zone, link('zone', t('charts.zone'), ({ zone }) => zone, 'periphery#')],
    [({ milestone }) => milestone, link('milestone', t('milestone.name'), (one) => one.milestone, 'milestones/')],
    [({ call }) => call, link('call', t('money.allocations.call'), ({ call }) => call, 'calls/')],
  ];
  const columns: Column<Allocation>[] = [
    { key: 'name', header: t('money.allocations.name'), value: ({ name }) => text(name).text, rowHeader: true },
    {
      key: 'recipient',
      header: t('money.allocations.recipient'),
      value: ({ recipient }) => (recipient ? text(recipient).text : null),
    },
    { key: 'fund', header: t('money.funds.name'), value: ({ fund }) => text(fund.name).text },
    ...optional.flatMap(([known, column]) => (has(known) ? [column] : [])),
    ...useAmounts<Allocation>(),
    source(),
    note(),
  ];
  const table = { columns, rows: allocations, rowKey: ({ key }: Allocation) => key };
  const title = t('money.allocations.title', { count: allocations.length });
  return (
    <Figure
      id="allocations"
      title={title}
      subtitle={t('money.allocations.subtitle')}
      table={table}
      datedOn={updatedOn}
      owner={owner}
    >
      <Shortened caption={title} table={table} />
    </Figure>
  );
}
