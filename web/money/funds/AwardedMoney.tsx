// SPDX-License-Identifier: AGPL-3.0-or-later
import { useCells } from '../../charts/cells.tsx';
import { MoneyBars } from '../../charts/MoneyBars.tsx';
import { useProgramme } from '../../programme.ts';
import type { Column } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import type { Money } from './queries.ts';

type Row = Money['awards'][number];
const sum = (rows: readonly Row[], of: (row: Row) => number) =>
  rows.reduce((cents, row) => cents + Math.round(of(row) * 100), 0) / 100;

/** Awarded and paid amounts per call. */
export function AwardedMoney({ awards }: Pick<Money, 'awards'>) {
  const { t, text, format, link, amount } = useCells();
  const { owner, updatedOn } = useProgramme();
  const columns: Column<Row>[] = [
    { ...link<Row>('call', t('calls.one'), ({ call }) => call, 'calls/'), rowHeader: true },
    amount('budget', t('calls.budgetEur'), ({ budgetEur }) => budgetEur, 'eur'),
    amount('awarded', t('awards.amount'), ({ amountEur }) => amountEur, 'eur'),
    amount('paid', t('awards.paid'), ({ paidEur }) => paidEur, 'eur'),
  ];
  const table = { columns, rows: awards, rowKey: ({ call }: Row) => call.key };
  const said = {
    amount: format.euroWords(sum(awards, ({ amountEur }) => amountEur)),
    paid: format.euroWords(sum(awards, ({ paidEur }) => paidEur)),
  };
  const none = awards.every(({ paidEur }) => paidEur === 0);
  const bars = awards.map(({ call, budgetEur, amountEur, paidEur }) => ({
    key: call.key,
    name: text(call.name).text,
    to: `calls/${call.key}`,
    plannedEur: Math.max(budgetEur ?? 0, amountEur),
    committedEur: amountEur,
    paidEur,
  }));
  const title = t(none ? 'money.awarded.none' : 'money.awarded.title', said);
  return (
    <Figure
      id="awarded"
      title={title}
      subtitle={t('money.awarded.subtitle')}
      table={table}
      datedOn={updatedOn}
      owner={owner}
    >
      <MoneyBars label={title} bars={bars} />
    </Figure>
  );
}
