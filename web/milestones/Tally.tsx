// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Status } from '../../api/milestones/contract.ts';
import { useTold } from '../i18n/told.ts';

const order: Status[] = ['reached-on-time', 'reached-late', 'late', 'at-risk', 'on-track', 'withdrawn', 'not-recorded'];

/** How many stand how, in words: "2 raggiunti nei tempi, 1 in ritardo". */
export function useTally(): (byStatus: Partial<Record<Status, number>>) => string {
  const { t, i18n } = useTold();
  return (byStatus) => {
    const told = order.flatMap((status) => {
      const count = byStatus[status] ?? 0;
      return count ? [t(`tally.${status}`, { count })] : [];
    });
    return new Intl.ListFormat(i18n.language === 'en' ? 'en-GB' : 'it-IT').format(told);
  };
}
