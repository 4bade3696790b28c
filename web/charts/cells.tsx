// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import type { Ref } from '../../api/contract.ts';
import { useText } from '../i18n/text.ts';
import type { Column } from '../ui/DataTable.tsx';
import { Go } from '../ui/Go.tsx';
import { Words } from '../ui/Words.tsx';
import { useColumns } from './columns.ts';

/** Table cells for linked items: link, amount or area, note, source. */
export function useCells() {
  const { t, said, format, date } = useColumns();
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
  const note = <R extends { note: Ref['name'] | null }>(): Column<R> => ({
    key: 'note',
    header: t('indicators.note'),
    value: (row) => (row.note ? text(row.note).text : null),
    cell: (row) => (row.note ? <Words of={row.note} /> : '—'),
  });
  const source = <R extends { source: Ref | null }>(): Column<R> =>
    link('source', t('figure.source'), (row) => row.source, 'sources/');
  return { t, said, text, format, date, link, amount, note, source };
}
