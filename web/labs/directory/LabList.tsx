// SPDX-License-Identifier: AGPL-3.0-or-later

import { freshnessOf, isOpenAt } from '../../../api/labs/directory/rules.ts';
import { useColumns } from '../../charts/columns.ts';
import { Where } from '../../city/territory/Where.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useAddress } from '../../ui/address.ts';
import type { TableOf } from '../../ui/DataTable.tsx';
import { Go } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';
import { type LabSummary as Lab, useCityNow } from './queries.ts';

/** Columns of the table and its CSV. */
export function useLabTable(labs: readonly Lab[]): TableOf<Lab> {
  const { t, format, date } = useColumns();
  const text = useText();
  const { nameOf } = useTerms();
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
      { key: 'processes', header: t('labs.does'), value: ({ processes }) => processes.map(nameOf).join(', ') || null },
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

/** Age of the entry as text; stale and doubtful entries in the warning colour. */
export function EntryAge({ of: { confirmedOn, freshness } }: { of: Pick<Lab, 'confirmedOn' | 'freshness'> }) {
  const { t } = useTranslate();
  const { age } = useFormat();
  const { day } = useProgramme();
  if (confirmedOn === null) return <span className="entry-soft">{t('labs.neverConfirmed')}</span>;
  const told = t('labs.confirmedAge', { age: age(confirmedOn, day) });
  const state = freshness === null ? null : freshnessOf(confirmedOn, day);
  if (state === null || state === 'confirmed') return <span className="entry-soft">{told}</span>;
  return (
    <span className={state === 'stale' ? 'entry-caution' : 'entry-warning'}>
      {state === 'stale' ? told : `${t(`labs.freshness.${state}`)}: ${told}`}
    </span>
  );
}

/** Whether the lab is open now, if its hours are known; not shown for past days. */
export function OpenNow({ of: { status, hours, exceptions } }: { of: Pick<Lab, 'status' | 'hours' | 'exceptions'> }) {
  const { t } = useTranslate();
  const { asOf } = useAddress();
  const now = useCityNow();
  if (status !== 'open') return <span className="entry-warning">{t(`labs.statuses.${status}`)}</span>;
  const open = isOpenAt({ status, hours, exceptions }, now);
  if (asOf || open === null) return null;
  return <span className={open ? 'entry-good' : 'entry-soft'}>{t(open ? 'labs.openNow' : 'labs.closedNow')}</span>;
}

function Made({ of: { processes } }: { of: Lab }) {
  const { list } = useFormat();
  const { nameOf } = useTerms();
  return processes.length > 0 ? <span>{list(processes.map(nameOf))}</span> : null;
}

export function LabList({ labs }: { labs: readonly Lab[] }) {
  const { t } = useTranslate();
  const { squareMetres, when, number } = useFormat();
  return (
    <ul className="entries">
      {labs.map((lab) => (
        <li key={lab.key} className="entry">
          <div>
            <Go to={`labs/${lab.key}`} className="entry-name">
              <Words of={lab.name} />
            </Go>
            <span>{t(`labs.kinds.${lab.kind}`)}</span>
            <Made of={lab} />
          </div>
          <div>
            <Where zone={lab.zone} />
            <span className="entry-soft">{lab.address ?? t('labs.noAddress')}</span>
            {lab.distanceKm !== null && <span>{t('labs.away', { km: number(lab.distanceKm) })}</span>}
          </div>
          <div>
            <OpenNow of={lab} />
            {lab.qualified && <span className="entry-good">{t('labs.qualified')}</span>}
            {lab.floorAreaM2 !== null && <span>{squareMetres(lab.floorAreaM2)}</span>}
            {lab.closed && <span className="entry-soft">{t('labs.closedOn', { date: when(lab.closed) })}</span>}
            <EntryAge of={lab} />
          </div>
        </li>
      ))}
    </ul>
  );
}
