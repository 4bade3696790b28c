// SPDX-License-Identifier: AGPL-3.0-or-later

import { PeripheryShares } from '../../city/territory/PeripheryShares.tsx';
import { useZones } from '../../city/territory/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';

/** Area and money assigned in the periphery by calls, against the declared targets. */
export function AssignedShares() {
  const { t } = useTranslate();
  const { theShare, share: shareOf } = useFormat();
  const shares = (useZones().data?.periphery ?? []).filter(
    ({ measure, share }) => (measure === 'floor-area' || measure === 'money') && share !== null,
  );
  const [first] = shares;
  if (!first) return null;
  const figure = theShare(first.share ?? 0);
  const said = { share: figure.charAt(0).toUpperCase() + figure.slice(1), figure: shareOf(first.share ?? 0) };
  const title = t(`dashboard.periphery.finding.${first.measure}`, said);
  return <PeripheryShares shares={shares} title={title} />;
}
