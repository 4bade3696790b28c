// SPDX-License-Identifier: AGPL-3.0-or-later

import { awardStageWords } from '../../../api/calls/published/award.fields.ts';
import type { AwardSummary as Award } from '../../../api/calls/published/contract.ts';
import { useCells } from '../../charts/cells.tsx';
import { useProgramme } from '../../programme.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { Go } from '../../ui/Go.tsx';
import { useRecipient, type WholeCall } from './queries.ts';

type Lot = WholeCall['lotList'][number];

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

const onDay = (date: string | undefined) => (date ? { date, precision: 'day' as const } : null);

export function Awards({ call: { awardList, source } }: { call: WholeCall }) {
  const { t, said, date, link, amount, note } = useCells();
  const { owner, updatedOn } = useProgramme();
  const recipientOf = useRecipient();
  const has = (known: (award: Award) => unknown) => awardList.some((award) => known(award) !== null);
  const columns: Column<Award>[] = [
    {
      key: 'recipient',
      header: t('calls.recipient'),
      value: recipientOf,
      cell: (award) => <Go to={`awards/${award.key}`}>{recipientOf(award)}</Go>,
      rowHeader: true,
    },
    { key: 'stage', header: t('awards.stage'), value: ({ stage }) => said(awardStageWords[stage]), sortable: true },
    ...(has(({ space }) => space) ? [link<Award>('space', t('spaces.one'), ({ space }) => space, 'spaces/')] : []),
    ...(has(({ zone }) => zone) ? [link<Award>('zone', t('charts.zone'), ({ zone }) => zone, 'periphery#')] : []),
    ...(has(({ amountEur }) => amountEur)
      ? [amount<Award>('amount', t('calls.amount'), ({ amountEur }) => amountEur, 'eur')]
      : []),
    ...(has(({ amountEur }) => amountEur)
      ? [amount<Award>('paid', t('awards.paid'), ({ paidEur }) => paidEur, 'eur')]
      : []),
    ...(has(({ floorAreaM2 }) => floorAreaM2)
      ? [amount<Award>('floorArea', t('labs.floorArea'), ({ floorAreaM2 }) => floorAreaM2, 'm2')]
      : []),
    date('awarded', t('calls.awardedOn'), ({ awarded }) => awarded),
    ...(has(({ nextCheck }) => nextCheck)
      ? [date<Award>('check', t('awards.nextDue'), ({ nextCheck }) => onDay(nextCheck?.dueOn))]
      : []),
    ...(has(({ source: of }) => of)
      ? [link<Award>('source', t('figure.source'), (award) => award.source, 'sources/')]
      : []),
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
