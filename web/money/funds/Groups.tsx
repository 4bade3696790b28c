// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MoneyGroup } from '../../../api/money/funds/contract.ts';
import { useCells } from '../../charts/cells.tsx';
import { type MoneyBar, MoneyBars } from '../../charts/MoneyBars.tsx';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import type { TableOf } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import type { Money } from './queries.ts';

type Grouping = 'source' | 'area' | 'zone';

function useBarsTable(bars: readonly MoneyBar[], header: string): TableOf<MoneyBar> {
  const { t, amount } = useCells();
  const whole = bars.some(({ wholeEur }) => wholeEur !== undefined);
  return {
    columns: [
      { key: 'name', header, value: ({ name }) => name, rowHeader: true },
      ...(whole ? [amount<MoneyBar>('whole', t('money.amount'), (bar) => bar.wholeEur ?? null, 'eur')] : []),
      amount('planned', t('money.planned'), ({ plannedEur }) => plannedEur, 'eur'),
      amount('committed', t('money.committed'), ({ committedEur }) => committedEur, 'eur'),
      amount('paid', t('money.paid'), ({ paidEur }) => paidEur, 'eur'),
    ],
    rows: bars,
    rowKey: ({ key }) => key,
  };
}

function Group({
  by,
  bars,
  source,
}: {
  by: Grouping;
  bars: readonly MoneyBar[];
  source: Money['funds'][number]['source'];
}) {
  const { t } = useTranslate();
  const { owner, updatedOn } = useProgramme();
  const title = t(`money.by.${by}`);
  const table = useBarsTable(bars, title);
  return (
    <Figure
      id={`by-${by}`}
      title={title}
      subtitle={t('money.by.subtitle')}
      table={table}
      source={source}
      datedOn={updatedOn}
      owner={owner}
    >
      <MoneyBars label={title} bars={bars} />
    </Figure>
  );
}

/** Planned, committed and paid by source, area and zone, if recorded. */
export function Groups({ money: { funds, byArea, byZone } }: { money: Money }) {
  const { t } = useTranslate();
  const text = useText();
  const ofFunds = funds.map(({ key, name, amountEur, unallocatedEur, ...amounts }) => ({
    key,
    name: text(name).text,
    ...amounts,
    ...(unallocatedEur > 0 ? { wholeEur: amountEur } : {}),
  }));
  const barsOf = (groups: readonly MoneyGroup[], by: 'area' | 'zone', page: string): MoneyBar[] =>
    groups.map(({ to, ...amounts }) => ({
      key: to?.key ?? '',
      name: to ? text(to.name).text : t(`money.by.none.${by}`),
      ...(to ? { to: page + to.key } : {}),
      ...amounts,
    }));
  const source = funds[0]?.source ?? null;
  const placed = (groups: readonly MoneyGroup[]) => groups.some(({ to }) => to);
  return (
    <div className="trio">
      <Group by="source" bars={ofFunds} source={source} />
      {placed(byArea) && <Group by="area" bars={barsOf(byArea, 'area', 'areas/')} source={source} />}
      {placed(byZone) && <Group by="zone" bars={barsOf(byZone, 'zone', 'periphery#')} source={source} />}
    </div>
  );
}
