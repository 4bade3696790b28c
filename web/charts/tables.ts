// SPDX-License-Identifier: AGPL-3.0-or-later
// The table equivalent of each chart, from the same props; also used for CSV.
import type { Column, TableOf } from '../ui/DataTable.tsx';
import type { Bar, BarsProps } from './Bars.tsx';
import { useColumns } from './columns.ts';
import { levelOn, type StepCurveProps, type TrendChartProps } from './lines.ts';
import type { Tile, TileMapProps } from './TileMap.tsx';

const onDay = (date: string) => ({ date, precision: 'day' as const });

type Placed = Omit<Tile, 'col' | 'row'>;

export function useTileMapTable({
  tiles,
  unit,
}: Pick<TileMapProps, 'unit'> & { tiles: readonly Placed[] }): TableOf<Placed> {
  const { t, format, name, share } = useColumns();
  const value: Column<Placed> = {
    key: 'value',
    header: t('charts.value'),
    value: (tile) => tile.value,
    numeric: true,
    sortable: true,
    cell: (tile) => (tile.value === null ? '—' : format.exactly(tile.value, unit)),
  };
  const side: Column<Placed> = {
    key: 'side',
    header: t('charts.side'),
    value: (tile) => t(tile.centre ? 'territory.centre' : 'territory.periphery'),
  };
  return {
    columns: [
      name(t('charts.zone')),
      value,
      share('share', t('charts.share'), (tile) => tile.share),
      ...(tiles.some(({ populationShare }) => populationShare !== null)
        ? [share<Placed>('populationShare', t('charts.populationShare'), (tile) => tile.populationShare)]
        : []),
      side,
    ],
    rows: tiles,
    rowKey: (tile) => tile.key,
  };
}

export function useBarsTable({ bars, unit }: BarsProps): TableOf<Bar> {
  const { t, format, name } = useColumns();
  const value: Column<Bar> = {
    key: 'value',
    header: t('charts.value'),
    value: (bar) => bar.value,
    numeric: true,
    sortable: true,
    cell: (bar) => (bar.value === null ? '—' : format.exactly(bar.value, unit)),
  };
  return { columns: [name(t('charts.name')), value], rows: bars, rowKey: (bar) => bar.key };
}

export interface StepRow {
  on: string;
  promised: number;
  replanned: number | null;
  reached: number | null;
}

export function useStepCurveTable({ promised, replanned, reached, judgedOn }: StepCurveProps): TableOf<StepRow> {
  const { t, share, date } = useColumns();
  const days = [...new Set([...promised, ...(replanned ?? []), ...reached].map(({ on }) => on))].toSorted();
  const columns: Column<StepRow>[] = [
    { ...date<StepRow>('on', t('charts.on'), (row) => onDay(row.on)), rowHeader: true },
    share('promised', t('charts.promised'), (row) => row.promised),
  ];
  if (replanned) columns.push(share('replanned', t('charts.replanned'), (row) => row.replanned));
  columns.push(share('reached', t('charts.reached'), (row) => row.reached));
  const rows = days.map((on) => ({
    on,
    promised: levelOn(promised, on),
    replanned: replanned ? levelOn(replanned, on) : null,
    reached: on > judgedOn ? null : levelOn(reached, on),
  }));
  return { columns, rows, rowKey: (row) => row.on };
}

export interface TrendRow {
  name: string;
  said: string;
  expected: string;
}

export function useTrendTable({ lines }: TrendChartProps): TableOf<TrendRow> {
  const { t, name, date } = useColumns();
  return {
    columns: [
      name(t('milestone.name')),
      date('said', t('charts.reported'), (row) => onDay(row.said)),
      date('expected', t('charts.expected'), (row) => onDay(row.expected)),
    ],
    rows: lines.flatMap((line) => line.points.map((point) => ({ name: line.name, ...point }))),
    rowKey: (row) => `${row.name} ${row.said}`,
  };
}
