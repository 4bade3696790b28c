// SPDX-License-Identifier: AGPL-3.0-or-later
// Each chart's twin: the same props as a table, for those who read rather than see and for the CSV.
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import type { Column, TableOf } from '../ui/DataTable.tsx';
import { useStandingWords } from '../ui/StatusWord.tsx';
import type { Bar, BarsProps } from './Bars.tsx';
import type { GanttMilestone, GanttProps } from './Gantt.tsx';
import { levelOn, type StepCurveProps, type TrendChartProps } from './lines.ts';
import type { PlanGridProps, PlannedMilestone } from './PlanGrid.tsx';
import type { Tile, TileMapProps } from './TileMap.tsx';

function useColumns() {
  const { t } = useTranslation();
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
  const day = <R>(key: string, header: string, value: (row: R) => string | null | undefined): Column<R> => ({
    key,
    header,
    value: (row) => value(row) ?? null,
    sortable: true,
    cell: (row) => {
      const on = value(row);
      return on ? format.day(on) : '—';
    },
  });
  return { t, format, name, share, day };
}

export function useTileMapTable({ tiles, unit }: TileMapProps): TableOf<Tile> {
  const { t, format, name, share } = useColumns();
  const value: Column<Tile> = {
    key: 'value',
    header: t('charts.value'),
    value: (tile) => tile.value,
    numeric: true,
    sortable: true,
    cell: (tile) => (tile.value === null ? '—' : format.quantity(tile.value, unit)),
  };
  return {
    columns: [
      name(t('charts.zone')),
      value,
      share('share', t('charts.share'), (tile) => tile.share),
      share('populationShare', t('charts.populationShare'), (tile) => tile.populationShare),
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
    cell: (bar) => (bar.value === null ? '—' : format.quantity(bar.value, unit)),
  };
  return { columns: [name(t('charts.name')), value], rows: bars, rowKey: (bar) => bar.key };
}

const areaName = (areas: readonly { key: string; name: string }[], key: string) =>
  areas.find((area) => area.key === key)?.name ?? key;

export function usePlanTable({ areas, milestones }: PlanGridProps): TableOf<PlannedMilestone> {
  const { t, format, name, day } = useColumns();
  const words = useStandingWords();
  return {
    columns: [
      name(t('milestone.name')),
      { key: 'area', header: t('milestone.area'), value: (one) => areaName(areas, one.area), sortable: true },
      {
        key: 'promised',
        header: t('milestone.first'),
        value: (one) => one.promised,
        cell: (one) => format.date(one.promised, one.precision),
        sortable: true,
      },
      day('forecast', t('milestone.forecast'), (one) => one.forecast),
      day('doneOn', t('milestone.doneOn'), (one) => one.doneOn),
      { key: 'status', header: t('milestone.status'), value: words },
    ],
    rows: milestones,
    rowKey: (one) => one.key,
  };
}

export function useGanttTable({ areas, milestones }: GanttProps): TableOf<GanttMilestone> {
  const { t, name, day } = useColumns();
  return {
    columns: [
      name(t('milestone.name')),
      { key: 'area', header: t('milestone.area'), value: (one) => areaName(areas, one.area), sortable: true },
      day('first', t('milestone.first'), (one) => one.first),
      day('inForce', t('milestone.inForce'), (one) => one.inForce),
      day('forecast', t('milestone.forecast'), (one) => one.forecast),
      day('doneOn', t('milestone.doneOn'), (one) => one.doneOn),
      {
        key: 'delay',
        header: t('milestone.delay'),
        value: (one) => one.delayDays ?? null,
        numeric: true,
        sortable: true,
      },
      { key: 'status', header: t('milestone.status'), value: (one) => t(`status.${one.status}`) },
    ],
    rows: milestones,
    rowKey: (one) => one.key,
  };
}

export interface StepRow {
  on: string;
  promised: number;
  replanned: number | null;
  reached: number | null;
}

export function useStepCurveTable({ promised, replanned, reached, judgedOn }: StepCurveProps): TableOf<StepRow> {
  const { t, share, day } = useColumns();
  const days = [...new Set([...promised, ...(replanned ?? []), ...reached].map(({ on }) => on))].toSorted();
  const columns: Column<StepRow>[] = [
    { ...day<StepRow>('on', t('charts.on'), (row) => row.on), rowHeader: true },
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
  const { t, name, day } = useColumns();
  return {
    columns: [
      name(t('milestone.name')),
      day('said', t('charts.reported'), (row) => row.said),
      day('expected', t('charts.expected'), (row) => row.expected),
    ],
    rows: lines.flatMap((line) => line.points.map((point) => ({ name: line.name, ...point }))),
    rowKey: (row) => `${row.name} ${row.said}`,
  };
}
