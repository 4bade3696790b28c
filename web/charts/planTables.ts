// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TableOf } from '../ui/DataTable.tsx';
import { useStandingWords } from '../ui/StatusWord.tsx';
import { useColumns } from './columns.ts';
import type { GanttMilestone, GanttProps } from './Gantt.tsx';
import type { PlanGridProps, PlannedMilestone } from './PlanGrid.tsx';

const areaName = (areas: readonly { key: string; name: string }[], key: string) =>
  areas.find((area) => area.key === key)?.name ?? key;

export function usePlanTable({ areas, milestones }: PlanGridProps): TableOf<PlannedMilestone> {
  const { t, name, date } = useColumns();
  const words = useStandingWords();
  return {
    columns: [
      name(t('milestone.name')),
      { key: 'area', header: t('milestone.area'), value: (one) => areaName(areas, one.area), sortable: true },
      date('first', t('milestone.first'), (one) => one.firstPromise),
      date('forecast', t('milestone.forecast'), (one) => one.forecast),
      date('done', t('milestone.doneOn'), (one) => one.done),
      { key: 'status', header: t('milestone.status'), value: words },
    ],
    rows: milestones,
    rowKey: (one) => one.key,
  };
}

export function useGanttTable({ areas, milestones }: GanttProps): TableOf<GanttMilestone> {
  const { t, name, date } = useColumns();
  return {
    columns: [
      name(t('milestone.name')),
      { key: 'area', header: t('milestone.area'), value: (one) => areaName(areas, one.area), sortable: true },
      date('first', t('milestone.first'), (one) => one.firstPromise),
      date('inForce', t('milestone.inForce'), (one) => one.promise),
      date('forecast', t('milestone.forecast'), (one) => one.forecast),
      date('done', t('milestone.doneOn'), (one) => one.done),
      { key: 'delay', header: t('milestone.delay'), value: (one) => one.delayDays, numeric: true, sortable: true },
      { key: 'status', header: t('milestone.status'), value: (one) => t(`status.${one.status}`) },
    ],
    rows: milestones,
    rowKey: (one) => one.key,
  };
}
