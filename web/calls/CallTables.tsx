// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ref } from '../../api/contract.ts';
import { useColumns } from '../charts/columns.ts';
import { useText } from '../i18n/text.ts';
import { useProgramme } from '../programmes/queries.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { Figure } from '../ui/Figure.tsx';
import { Go } from '../ui/Go.tsx';
import { Words } from '../ui/Words.tsx';
import type { WholeCall } from './queries.ts';

type Lot = WholeCall['lotList'][number];
type Award = WholeCall['awardList'][number];

function useCells() {
  const { t, format, date } = useColumns();
  const text = useText();
  const link = <R,>(key: string, header: string, of: (row: R) => Ref | null, page: string): Column<R> => ({
    key,
    header,
    value: (row) => {
      const ref = of(row);
      return ref ? text(ref.name).text : null;
    },
    cell: (row): ReactNode => {
      const ref = of(row);
      if (!ref) return '—';
      return (
        <Go to={`${page}${ref.key}`}>
          <Words of={ref.name} />
        </Go>
      );
    },
  });
  const amount = <R,>(key: string, header: string, of: (row: R) => number | null, unit: 'eur' | 'm2'): Column<R> => ({
    key,
    header,
    value: of,
    numeric: true,
    sortable: true,
    cell: (row) => {
      const value = of(row);
      if (value === null) return '—';
      return unit === 'eur' ? format.euro(value) : format.squareMetres(value);
    },
  });
  const note = <R extends Pick<Lot, 'note'>>(): Column<R> => ({
    key: 'note',
    header: t('indicators.note'),
    value: (row) => (row.note ? text(row.note).text : null),
    cell: (row) => (row.note ? <Words of={row.note} /> : '—'),
  });
  return { t, text, date, link, amount, note };
}

export function Lots({ call: { lotList, source } }: { call: WholeCall }) {
  const { t, link, amount, note } = useCells();
  const { owner, updatedOn } = useProgramme();
  const columns: Column<Lot>[] = [
    { ...link<Lot>('space', t('spaces.one'), (lot) => lot.space, 'spaces/'), rowHeader: true },
    amount('floorArea', t('labs.floorArea'), (lot) => lot.floorAreaM2, 'm2'),
    amount('fee', t('calls.fee'), (lot) => lot.feeEurYear, 'eur'),
    note(),
  ];
  const table = { columns, rows: lotList, rowKey: ({ key }: Lot) => key };
  const title = t('calls.lotsTitle', { count: lotList.length });
  return (
    <Figure id="lots" title={title} table={table} source={source} datedOn={updatedOn} owner={owner}>
      <DataTable caption={title} captionHidden table={table} />
    </Figure>
  );
}

function useRecipient(): (award: Award) => string {
  const { t } = useTranslation();
  const text = useText();
  return ({ organisation, recipients, recipientKind }) =>
    organisation
      ? text(organisation.name).text
      : t(`calls.recipients.${recipientKind ?? 'unknown'}`, { count: recipients });
}

export function Awards({ call: { awardList, source } }: { call: WholeCall }) {
  const { t, date, link, amount, note } = useCells();
  const { owner, updatedOn } = useProgramme();
  const recipientOf = useRecipient();
  const has = (known: (award: Award) => unknown) => awardList.some((award) => known(award) !== null);
  const columns: Column<Award>[] = [
    { key: 'recipient', header: t('calls.recipient'), value: recipientOf, rowHeader: true },
    ...(has(({ space }) => space) ? [link<Award>('space', t('spaces.one'), ({ space }) => space, 'spaces/')] : []),
    link<Award>('zone', t('charts.zone'), ({ zone }) => zone, 'periphery#'),
    amount('amount', t('calls.amount'), ({ amountEur }) => amountEur, 'eur'),
    amount('floorArea', t('labs.floorArea'), ({ floorAreaM2 }) => floorAreaM2, 'm2'),
    date('awarded', t('calls.awardedOn'), ({ awarded }) => awarded),
    link<Award>('source', t('figure.source'), (award) => award.source, 'sources/'),
    ...(has((award) => award.note) ? [note<Award>()] : []),
  ];
  const table = { columns, rows: awardList, rowKey: ({ key }: Award) => key };
  const title = t('calls.awardsTitle', { count: awardList.length });
  return (
    <Figure id="awards" title={title} table={table} source={source} datedOn={updatedOn} owner={owner}>
      <DataTable caption={title} captionHidden table={table} />
    </Figure>
  );
}
