// SPDX-License-Identifier: AGPL-3.0-or-later

import { Link, useLocation } from 'react-router';
import type { Measure, Zone } from '../../../api/city/territory/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { type Column, DataTable, type TableOf } from '../../ui/DataTable.tsx';
import { Go } from '../../ui/Go.tsx';
import { NotRecorded } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { measureUnits } from './queries.ts';

const measures: readonly Measure[] = ['milestones', 'labs', 'spaces', 'floor-area', 'money'];
/** Links from a zone's figures: to the filtered directory, or for awards to the chain. */
const pages: Partial<Record<Measure, (zone: string) => string>> = {
  labs: (zone) => `labs?zone=${zone}#directory`,
  spaces: (zone) => `spaces?zone=${zone}#directory`,
  'floor-area': (zone) => `chain?of=zone:${zone}`,
  money: (zone) => `chain?of=zone:${zone}`,
};

/** The note common to all zones, shown once. */
export function sharedNote(zones: readonly Zone[]) {
  const [first, ...others] = zones.map(({ note }) => note);
  return first && others.length > 0 && others.every((note) => note?.it === first.it) ? first : null;
}

/** Row id for links: #key. */
function ZoneName({ zone: { key, name, note }, noted }: { zone: Zone; noted: boolean }) {
  const { search } = useLocation();
  return (
    <>
      <Link id={key} to={{ search, hash: key }} className="zone-name" preventScrollReset>
        <Words of={name} />
      </Link>
      {noted && note && (
        <span className="zone-note">
          <Words of={note} />
        </span>
      )}
    </>
  );
}

function Amount({ zone, measure }: { zone: Zone; measure: Measure }) {
  const { t } = useTranslate();
  const { quantity, times } = useFormatTimes();
  const { value, quotient } = zone.figures[measure];
  const page = pages[measure]?.(zone.key);
  const shown = quantity(value, measureUnits[measure]);
  if (value === 0) return <span className="muted">0</span>;
  return (
    <>
      {page ? <Go to={page}>{shown}</Go> : shown}
      {quotient !== null && (
        <span className="quotient">
          <span className="visually-hidden">{t('territory.quotient')} </span>
          {times(quotient)}
        </span>
      )}
    </>
  );
}

/** A quotient as text: "1,3 ×". */
function useFormatTimes() {
  const { i18n } = useTranslate();
  const { quantity } = useFormat();
  const figure = new Intl.NumberFormat(i18n.language === 'en' ? 'en-GB' : 'it-IT', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return { quantity, times: (quotient: number) => `${figure.format(quotient)}\u00a0×` };
}

function useZoneColumns(zones: readonly Zone[]) {
  const { t } = useTranslate();
  const { quantity, euro } = useFormat();
  const text = useText();
  const noted = sharedNote(zones) === null;
  const name: Column<Zone> = {
    key: 'name',
    header: t('charts.zone'),
    value: (zone) => text(zone.name).text,
    cell: (zone) => <ZoneName zone={zone} noted={noted} />,
    rowHeader: true,
  };
  const side: Column<Zone> = {
    key: 'periphery',
    header: t('territory.side'),
    value: ({ periphery }) => t(periphery ? 'territory.periphery' : 'territory.centre'),
    sortable: true,
  };
  const plain = (key: 'population' | 'amountEur'): Column<Zone> => ({
    key,
    header: t(`territory.column.${key}`),
    value: (zone) => zone[key],
    numeric: true,
    sortable: true,
    cell: (zone) => {
      const value = zone[key];
      if (value === null) return <NotRecorded />;
      return key === 'amountEur' ? euro(value) : quantity(value, 'count');
    },
  });
  const present = measures.filter((measure) => zones.some(({ figures }) => figures[measure].value > 0));
  const amounts = present.map(
    (measure): Column<Zone> => ({
      key: measure,
      header: t(`territory.column.${measure}`),
      value: ({ figures }) => figures[measure].value,
      numeric: true,
      sortable: true,
      cell: (zone) => <Amount zone={zone} measure={measure} />,
    }),
  );
  const known = (key: 'population' | 'amountEur') => zones.some((zone) => zone[key] !== null);
  return [name, side, ...(['population', 'amountEur'] as const).filter(known).map(plain), ...amounts];
}

/** The same columns, with one column per quotient. */
export function useZoneData(zones: readonly Zone[]): TableOf<Zone> {
  const { t } = useTranslate();
  const columns = useZoneColumns(zones);
  const quotients = measures.map(
    (measure): Column<Zone> => ({
      key: `${measure}-quotient`,
      header: t('territory.quotientOf', { measure: t(`territory.column.${measure}`) }),
      value: ({ figures }) => figures[measure].quotient,
      numeric: true,
    }),
  );
  const known = zones.some(({ figures }) => measures.some((measure) => figures[measure].quotient !== null));
  return { columns: known ? [...columns, ...quotients] : columns, rows: zones, rowKey: ({ key }) => key };
}

export function ZoneTable({ caption, zones }: { caption: string; zones: readonly Zone[] }) {
  const table = { columns: useZoneColumns(zones), rows: zones, rowKey: ({ key }: Zone) => key };
  return <DataTable caption={caption} captionHidden table={table} />;
}
