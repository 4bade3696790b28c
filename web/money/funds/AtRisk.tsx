// SPDX-License-Identifier: AGPL-3.0-or-later
import { useCells } from '../../charts/cells.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useProgramme } from '../../programme.ts';
import type { TableOf } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { Go } from '../../ui/Go.tsx';
import { StandingLine } from '../../ui/StatusWord.tsx';
import { Words } from '../../ui/Words.tsx';
import type { Money } from './queries.ts';

type Item = Money['atRisk']['items'][number];

/** Money tied to milestones that are late or at risk. */
export function AtRisk({ risk: { eur, items } }: { risk: Money['atRisk'] }) {
  const { t, link, amount } = useCells();
  const { euroWords, euro } = useFormat();
  const { owner, updatedOn } = useProgramme();
  const table: TableOf<Item> = {
    columns: [
      { ...link<Item>('milestone', t('milestone.name'), (one) => one.milestone, 'milestones/'), rowHeader: true },
      { key: 'status', header: t('milestone.status'), value: ({ milestone }) => t(`status.${milestone.status}`) },
      amount('amount', t('money.risk.amount'), (one) => one.eur, 'eur'),
    ],
    rows: items,
    rowKey: ({ milestone }) => milestone.key,
  };
  return (
    <Figure
      id="at-risk"
      title={t('money.risk.title', { amount: euroWords(eur) })}
      subtitle={t('money.risk.subtitle')}
      table={table}
      datedOn={updatedOn}
      owner={owner}
    >
      <ul className="items">
        {items.map(({ milestone, eur: tied }) => (
          <li key={milestone.key} className="is-sum">
            <span>
              <Go to={`milestones/${milestone.key}`}>
                <Words of={milestone.name} />
              </Go>
              <StandingLine of={milestone} />
            </span>
            <strong>{euro(tied)}</strong>
          </li>
        ))}
      </ul>
    </Figure>
  );
}
