// SPDX-License-Identifier: AGPL-3.0-or-later
import { partWords } from '../../../api/city/organisations/fields.ts';
import type { Agreement } from '../../../api/money/agreements/contract.ts';
import { useCells } from '../../charts/cells.tsx';
import { useProgramme } from '../../programme.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { Words } from '../../ui/Words.tsx';

type Party = Agreement['partyList'][number];

/** The parties, their roles and commitments. */
export function Parties({ agreement: { partyList, source: of } }: { agreement: Agreement }) {
  const { t, said, text, link, source, note } = useCells();
  const { owner, updatedOn } = useProgramme();
  const columns: Column<Party>[] = [
    {
      ...link<Party>('name', t('agreements.party.name'), (one) => one.organisation, 'organisations/'),
      rowHeader: true,
    },
    {
      key: 'part',
      header: t('agreements.party.part'),
      value: ({ part }) => said(partWords[part]),
      sortable: true,
    },
    {
      key: 'commitment',
      header: t('agreements.party.commitment'),
      value: ({ commitment }) => (commitment ? text(commitment).text : null),
      cell: ({ commitment }) => (commitment ? <Words of={commitment} /> : '—'),
    },
    source(),
    ...(partyList.some((one) => one.note) ? [note<Party>()] : []),
  ];
  const table = { columns, rows: partyList, rowKey: ({ key }: Party) => key };
  const title = t('agreements.party.title', { count: partyList.length });
  return (
    <Figure
      id="parties"
      title={title}
      subtitle={t('agreements.party.subtitle')}
      table={table}
      source={of}
      datedOn={updatedOn}
      owner={owner}
    >
      <div className="wordy">
        <DataTable caption={title} captionHidden table={table} />
      </div>
    </Figure>
  );
}
