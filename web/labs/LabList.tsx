// SPDX-License-Identifier: AGPL-3.0-or-later

import type { LabSummary as Lab } from '../../api/labs/contract.ts';
import { useColumns } from '../charts/columns.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { useTold } from '../i18n/told.ts';
import { useProgramme } from '../programmes/queries.ts';
import { Where } from '../territory/Where.tsx';
import type { TableOf } from '../ui/DataTable.tsx';
import { Go } from '../ui/Go.tsx';
import { Words } from '../ui/Words.tsx';

/** The directory as a table: also what its CSV holds. */
export function useLabTable(labs: readonly Lab[]): TableOf<Lab> {
  const { t, format, date } = useColumns();
  const text = useText();
  return {
    columns: [
      {
        key: 'name',
        header: t('labs.one'),
        value: ({ name }) => text(name).text,
        cell: ({ key, name }) => (
          <Go to={`labs/${key}`}>
            <Words of={name} />
          </Go>
        ),
        rowHeader: true,
        sortable: true,
      },
      { key: 'kind', header: t('labs.kind'), value: ({ kind }) => t(`labs.kinds.${kind}`), sortable: true },
      { key: 'zone', header: t('charts.zone'), value: ({ zone }) => (zone ? text(zone.name).text : null) },
      { key: 'address', header: t('labs.address'), value: ({ address }) => address },
      {
        key: 'floorArea',
        header: t('labs.floorArea'),
        value: ({ floorAreaM2 }) => floorAreaM2,
        cell: ({ floorAreaM2 }) => (floorAreaM2 === null ? '—' : format.squareMetres(floorAreaM2)),
        numeric: true,
        sortable: true,
      },
      date('opened', t('labs.opened'), ({ opened }) => opened),
      date('confirmed', t('labs.confirmed'), ({ confirmedOn }) =>
        confirmedOn ? { date: confirmedOn, precision: 'day' } : null,
      ),
      { key: 'source', header: t('figure.source'), value: ({ source }) => (source ? text(source.name).text : null) },
    ],
    rows: labs,
    rowKey: ({ key }) => key,
  };
}

/** How old the entry is, as one reads it. */
export function useEntryAge() {
  const { t } = useTold();
  const { age } = useFormat();
  const { day } = useProgramme();
  return ({ confirmedOn }: Pick<Lab, 'confirmedOn'>) =>
    confirmedOn ? t('labs.confirmedAge', { age: age(confirmedOn, day) }) : t('labs.neverConfirmed');
}

export function LabList({ labs }: { labs: readonly Lab[] }) {
  const { t } = useTold();
  const { squareMetres, when } = useFormat();
  const ageOf = useEntryAge();
  return (
    <ul className="entries">
      {labs.map((lab) => (
        <li key={lab.key} className="entry">
          <div>
            <Go to={`labs/${lab.key}`} className="entry-name">
              <Words of={lab.name} />
            </Go>
            <span>{t(`labs.kinds.${lab.kind}`)}</span>
          </div>
          <div>
            <Where zone={lab.zone} />
            <span className="entry-soft">{lab.address ?? t('labs.noAddress')}</span>
          </div>
          <div>
            {lab.floorAreaM2 === null ? (
              <span className="entry-soft">{t('labs.noFloorArea')}</span>
            ) : (
              <span>{squareMetres(lab.floorAreaM2)}</span>
            )}
            {lab.closed && <span className="entry-soft">{t('labs.closedOn', { date: when(lab.closed) })}</span>}
            <span className="entry-soft">{ageOf(lab)}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
