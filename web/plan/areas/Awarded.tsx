// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AwardSums } from '../../../api/plan/areas/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Facts } from '../../ui/Facts.tsx';

/** Key figures on awards from calls and their outcomes. */
export function Awarded({ of }: { of: AwardSums }) {
  const { t } = useTranslate();
  const { number, squareMetres, euro } = useFormat();
  const { awards, opened, floorAreaM2, amountEur, paidEur, jobs } = of;
  const figures: [name: string, value: string, held: boolean][] = [
    [t('awards.sums.awards'), number(awards), true],
    [t('awards.sums.opened'), number(opened), opened > 0 || floorAreaM2 > 0],
    [t('awards.sums.floorArea'), squareMetres(floorAreaM2), floorAreaM2 > 0],
    [t('awards.amount'), euro(amountEur), amountEur > 0],
    [t('awards.paid'), euro(paidEur), amountEur > 0],
    [t('awards.jobs'), number(jobs), jobs > 0],
  ];
  return <Facts large facts={figures.filter(([, , known]) => known).map(([name, value]) => [name, value] as const)} />;
}
