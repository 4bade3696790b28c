// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Organisation } from '../../../api/city/organisations/contract.ts';
import { organisationKindWords, partnerWords } from '../../../api/city/organisations/fields.ts';
import { useCells } from '../../charts/cells.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import type { Column, TableOf } from '../../ui/DataTable.tsx';
import { Go } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';

type Organisations = readonly Organisation[];

/** Columns of the table and its CSV. */
export function useOrganisationTable(organisations: Organisations): TableOf<Organisation> {
  const { t, said, text, link, source, note } = useCells();
  const columns: Column<Organisation>[] = [
    {
      key: 'name',
      header: t('organisations.one'),
      value: ({ name }) => text(name).text,
      cell: ({ key, name }) => (
        <Go to={`organisations/${key}`}>
          <Words of={name} />
        </Go>
      ),
      rowHeader: true,
      sortable: true,
    },
    {
      key: 'kind',
      header: t('organisations.kind'),
      value: ({ kind }) => said(organisationKindWords[kind]),
      sortable: true,
    },
    {
      key: 'sector',
      header: t('organisations.sector'),
      value: ({ sector }) => (sector ? text(sector).text : null),
      sortable: true,
    },
    link('zone', t('charts.zone'), ({ zone }) => zone, 'periphery#'),
    {
      key: 'partner',
      header: t('organisations.partner'),
      value: ({ partner }) => (partner ? said(partnerWords[partner]) : null),
      sortable: true,
    },
    source(),
    note(),
  ];
  return { columns, rows: organisations, rowKey: ({ key }) => key };
}

export function OrganisationList({ organisations }: { organisations: Organisations }) {
  const { said } = useTranslate();
  return (
    <ul className="entries">
      {organisations.map(({ key, name, kind, sector, zone, partner }) => (
        <li key={key} className="entry">
          <div>
            <Go to={`organisations/${key}`} className="entry-name">
              <Words of={name} />
            </Go>
          </div>
          <div>
            <span>{said(organisationKindWords[kind])}</span>
            {sector && (
              <span className="entry-soft">
                <Words of={sector} />
              </span>
            )}
          </div>
          <div>
            {zone && (
              <Go to={`periphery#${zone.key}`}>
                <Words of={zone.name} />
              </Go>
            )}
            {partner && <span className="entry-soft">{said(partnerWords[partner])}</span>}
          </div>
        </li>
      ))}
    </ul>
  );
}
