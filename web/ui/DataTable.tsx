// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useState } from 'react';
import { useFormat } from '../i18n/format.ts';
import { Scroller } from './Scroller.tsx';
import { NotRecorded } from './states.tsx';

export type Value = string | number | null;

export interface Column<Row> {
  key: string;
  header: string;
  /** Raw value for sorting and CSV. */
  value: (row: Row) => Value;
  /** Display format, if it differs from the value. */
  cell?: (row: Row) => ReactNode;
  numeric?: boolean;
  sortable?: boolean;
  rowHeader?: boolean;
}

export interface TableOf<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

interface Order {
  key: string;
  descending: boolean;
}

export interface DataTableProps<Row> {
  caption: string;
  table: TableOf<Row>;
  captionHidden?: boolean;
  order?: Order;
}

const compare = (a: Value, b: Value): number => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
};

function inOrder<Row>({ columns, rows }: TableOf<Row>, order: Order | undefined): readonly Row[] {
  const column = columns.find(({ key }) => key === order?.key);
  if (!order || !column) return rows;
  const sign = order.descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [column.value(a), column.value(b)];
    // Missing values sort last in both directions.
    return x === null || y === null ? compare(x, y) : sign * compare(x, y);
  });
}

function Head<Row>({
  column,
  order,
  onSort,
}: {
  column: Column<Row>;
  order: Order | undefined;
  onSort: (order: Order) => void;
}) {
  const sorted = order?.key === column.key;
  const descending = sorted && order.descending;
  return (
    <th
      scope="col"
      className={column.numeric ? 'numeric' : undefined}
      aria-sort={sorted ? (descending ? 'descending' : 'ascending') : undefined}
    >
      {column.sortable ? (
        <button
          type="button"
          onClick={() => onSort({ key: column.key, descending: sorted ? !descending : Boolean(column.numeric) })}
        >
          {column.header}
          <span aria-hidden="true">{sorted ? (descending ? ' ↓' : ' ↑') : ' ↕'}</span>
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { number } = useFormat();
  const value = column.value(row);
  const plain = value === null ? <NotRecorded /> : typeof value === 'number' ? number(value) : value;
  const shown = column.cell ? column.cell(row) : plain;
  if (column.rowHeader) return <th scope="row">{shown}</th>;
  return <td className={column.numeric ? 'numeric' : undefined}>{shown}</td>;
}

export function DataTable<Row>({ caption, table, captionHidden = false, order: first }: DataTableProps<Row>) {
  const [order, setOrder] = useState(first);
  return (
    <Scroller caption={caption}>
      <table className="data">
        <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <Head key={column.key} column={column} order={order} onSort={setOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(table, order).map((row) => (
            <tr key={table.rowKey(row)}>
              {table.columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
