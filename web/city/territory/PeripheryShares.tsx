// SPDX-License-Identifier: AGPL-3.0-or-later

import type { PeripheryShare } from '../../../api/city/territory/contract.ts';
import { Bullet } from '../../charts/Bullet.tsx';
import { useColumns } from '../../charts/columns.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import type { Column } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { measureUnits } from './queries.ts';

function useSharesTable(shares: readonly PeripheryShare[]) {
  const { t, format, share } = useColumns();
  const amount = (key: 'periphery' | 'centre' | 'noZone'): Column<PeripheryShare> => ({
    key,
    header: t(`territory.shares.${key}`),
    value: (one) => one[key],
    numeric: true,
    cell: (one) => format.exactly(one[key], measureUnits[one.measure]),
  });
  const columns: Column<PeripheryShare>[] = [
    {
      key: 'measure',
      header: t('charts.measure'),
      value: ({ measure }) => t(`dashboard.periphery.measure.${measure}`),
      rowHeader: true,
    },
    amount('periphery'),
    amount('centre'),
    amount('noZone'),
    share('share', t('territory.shares.share'), (one) => one.share),
    share('target', t('charts.target'), (one) => one.target),
  ];
  return { columns, rows: shares, rowKey: ({ measure }: PeripheryShare) => measure };
}

function Parts({ share: { measure, periphery, centre, noZone, share, target } }: { share: PeripheryShare }) {
  const { t } = useTranslate();
  const { quantity } = useFormat();
  const amount = (value: number) => quantity(value, measureUnits[measure]);
  const parts = [
    share !== null && t('territory.shares.parts', { periphery: amount(periphery), centre: amount(centre) }),
    noZone > 0 && t('dashboard.periphery.noZone', { value: amount(noZone) }),
    target === null && t('dashboard.periphery.noTarget'),
  ];
  return <p className="bullet-note">{parts.filter(Boolean).join(' · ')}</p>;
}

/** Share of the periphery by measure, against the target if declared. */
export function PeripheryShares({ shares, title }: { shares: readonly PeripheryShare[]; title?: string }) {
  const { t } = useTranslate();
  const { owner, source, updatedOn } = useProgramme();
  const table = useSharesTable(shares);
  const targeted = shares.filter(({ target }) => target !== null).length;
  return (
    <Figure
      id="shares"
      title={
        title ?? (targeted ? t('territory.shares.targeted', { count: targeted }) : t('territory.shares.untargeted'))
      }
      subtitle={t('territory.shares.subtitle')}
      table={table}
      source={source}
      datedOn={updatedOn}
      owner={owner}
    >
      <div className="share-list">
        {shares.map((share) => (
          <div key={share.measure}>
            <Bullet
              name={t(`dashboard.periphery.measure.${share.measure}`)}
              share={share.share}
              target={share.target}
            />
            <Parts share={share} />
          </div>
        ))}
      </div>
    </Figure>
  );
}
