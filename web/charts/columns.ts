// SPDX-License-Identifier: AGPL-3.0-or-later

import type { When } from '../i18n/dates.ts';
import { useFormat } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate.ts';
import type { Column } from '../ui/DataTable.tsx';

/** Column types for chart tables. */
export function useColumns() {
  const { t, said } = useTranslate();
  const format = useFormat();
  const name = <R extends { name: string }>(header: string): Column<R> => ({
    key: 'name',
    header,
    value: (row) => row.name,
    rowHeader: true,
    sortable: true,
  });
  const share = <R>(key: string, header: string, value: (row: R) => number | null): Column<R> => ({
    key,
    header,
    value,
    numeric: true,
    sortable: true,
    cell: (row) => {
      const of = value(row);
      return of === null ? '—' : format.share(of);
    },
  });
  const date = <R>(key: string, header: string, value: (row: R) => When | null): Column<R> => ({
    key,
    header,
    value: (row) => value(row)?.date ?? null,
    sortable: true,
    cell: (row) => {
      const on = value(row);
      return on ? format.when(on) : '—';
    },
  });
  return { t, said, format, name, share, date };
}
