// SPDX-License-Identifier: AGPL-3.0-or-later

import { spaceFields } from '../../../api/spaces/directory/fields.ts';
import { useColumns } from '../../charts/columns.ts';
import { Where } from '../../city/territory/Where.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useChoices } from '../../platform/fields/FieldValue.tsx';
import type { TableOf } from '../../ui/DataTable.tsx';
import { Go } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';
import type { SpaceSummary } from './queries.ts';
import { SpaceState } from './SpaceState.tsx';

/** Columns of the table and its CSV. */
export function useSpaceTable(spaces: readonly SpaceSummary[]): TableOf<SpaceSummary> {
  const { t, format, date } = useColumns();
  const { said } = useTranslate();
  const { wordOf } = useChoices();
  const header = (name: keyof typeof spaceFields) => said(spaceFields[name].label);
  const text = useText();
  return {
    columns: [
      {
        key: 'name',
        header: t('spaces.one'),
        value: ({ name }) => text(name).text,
        cell: ({ key, name }) => (
          <Go to={`spaces/${key}`}>
            <Words of={name} />
          </Go>
        ),
        rowHeader: true,
        sortable: true,
      },
      { key: 'kind', header: header('kind'), value: ({ kind }) => wordOf(spaceFields.kind, kind), sortable: true },
      { key: 'state', header: header('state'), value: ({ state }) => wordOf(spaceFields.state, state), sortable: true },
      date('since', header('state_since'), ({ stateSince }) => stateSince),
      { key: 'zone', header: header('zone'), value: ({ zone }) => (zone ? text(zone.name).text : null) },
      {
        key: 'address',
        header: header('address'),
        value: ({ address, blurM }) => (blurM === null ? address : t('census.blurredShort')),
      },
      {
        key: 'ownerKind',
        header: header('owner_kind'),
        value: ({ ownerKind }) => ownerKind && wordOf(spaceFields.owner_kind, ownerKind),
      },
      {
        key: 'floorArea',
        header: header('floor_area_m2'),
        value: ({ floorAreaM2 }) => floorAreaM2,
        cell: ({ floorAreaM2 }) => (floorAreaM2 === null ? '—' : format.squareMetres(floorAreaM2)),
        numeric: true,
        sortable: true,
      },
      {
        key: 'rent',
        header: header('rent_eur_year'),
        value: ({ rentEurYear }) => rentEurYear,
        cell: ({ rentEurYear }) => (rentEurYear === null ? '—' : format.euro(rentEurYear)),
        numeric: true,
        sortable: true,
      },
      { key: 'source', header: header('source'), value: ({ source }) => (source ? text(source.name).text : null) },
    ],
    rows: spaces,
    rowKey: ({ key }) => key,
  };
}

function useAddressOf() {
  const { t } = useTranslate();
  return ({ address, blurM }: SpaceSummary) =>
    blurM === null ? (address ?? t('labs.noAddress')) : t('census.blurredShort');
}

export function SpaceList({ spaces }: { spaces: readonly SpaceSummary[] }) {
  const { t } = useTranslate();
  const { wordOf } = useChoices();
  const { squareMetres } = useFormat();
  const addressOf = useAddressOf();
  return (
    <ul className="entries">
      {spaces.map((space) => (
        <li key={space.key} className="entry">
          <div>
            <Go to={`spaces/${space.key}`} className="entry-name">
              <Words of={space.name} />
            </Go>
            <span>
              {wordOf(spaceFields.kind, space.kind)}
              {space.ownerKind && ` · ${wordOf(spaceFields.owner_kind, space.ownerKind)}`}
            </span>
          </div>
          <div>
            <Where zone={space.zone} />
            <span className="entry-soft">{addressOf(space)}</span>
          </div>
          <div>
            <SpaceState space={space} />
            {space.floorAreaM2 === null ? (
              <span className="entry-soft">{t('labs.noFloorArea')}</span>
            ) : (
              <span>{squareMetres(space.floorAreaM2)}</span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
