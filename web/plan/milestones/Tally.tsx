// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Status } from '../../../api/plan/milestones/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';

const order: Status[] = ['reached-on-time', 'reached-late', 'late', 'at-risk', 'on-track', 'withdrawn', 'not-recorded'];

/** Number of milestones per status as text: "2 raggiunti nei tempi, 1 in ritardo". */
export function useTally(): (byStatus: Partial<Record<Status, number>>) => string {
  const { t } = useTranslate();
  const { list } = useFormat();
  return (byStatus) => {
    const counts = order.flatMap((status) => {
      const count = byStatus[status] ?? 0;
      return count ? [t(`tally.${status}`, { count })] : [];
    });
    return list(counts);
  };
}
