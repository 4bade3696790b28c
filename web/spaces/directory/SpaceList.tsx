// SPDX-License-Identifier: AGPL-3.0-or-later

import { useColumns } from '../../charts/columns.ts';
import { Where } from '../../city/territory/Where.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import type { TableOf } from '../../ui/DataTable.tsx';
import { Go } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';
import type { SpaceSummary } from './queries.ts';
import { SpaceState } from './SpaceState.tsx';

/** Columns of the table and its CSV. */
export function useSpaceTable(spaces: readonly SpaceSummary[]): TableOf<SpaceSummary> {
  const { t, format, date } = useColumns();
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
      { key: 'kind', header: t('spaces.kind'), value: ({ kind }) => t(`spaces.kinds.${kind}`), sortable: true },
      { key: 'state', header: t('spaces.stateOf'), value: ({ state }) => t(`spaces.state.${state}`), sortable: true },
      date('since', t('spaces.stateSince'), ({ stateSince }) => stateSince),
      { key: 'zone', header: t('charts.zone'), value: ({ zone }) => (zone ? text(zone.name).text : null) },
      {
        key: 'address',
        header: t('labs.address'),
        value: ({ address, blurM }) => (blurM === null ? address : t('census.blurredShort')),
      },
      {
        key: 'ownerKind',
        header: t('spaces.ownerKind'),
        value: ({ ownerKind }) => ownerKind && t(`spaces.ownerKinds.${ownerKind}`),
      },
      {
        key: 'floorArea',
        header: t('labs.floorArea'),
        value: ({ floorAreaM2 }) => floorAreaM2,
        cell: ({ floorAreaM2 }) => (floorAreaM2 === null ? '—' : format.squareMetres(floorAreaM2)),
        numeric: true,
        sortable: true,
      },
      {
        key: 'rent',
        header: t('census.rent'),
        value: ({ rentEurYear }) => rentEurYear,
        cell: ({ rentEurYear }) => (rentEurYear === null ? '—' : format.euro(rentEurYear)),
        numeric: true,
        sortable: true,
      },
      { key: 'source', header: t('figure.source'), value: ({ source }) => (source ? text(source.name).text : null) },
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
              {t(`spaces.kinds.${space.kind}`)}
              {space.ownerKind && ` · ${t(`spaces.ownerKinds.${space.ownerKind}`)}`}
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
