// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Ref } from '../../../api/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Go } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';

/** An item's zone, and whether it is in the periphery. */
export function Where({ zone }: { zone: (Ref & { periphery: boolean }) | null }) {
  const { t } = useTranslate();
  if (!zone) return <span className="not-recorded">{t('territory.zoneUnknown')}</span>;
  const side = t(zone.periphery ? 'territory.inPeriphery' : 'territory.inCentre');
  return (
    <span>
      <Go to={`periphery#${zone.key}`}>
        <Words of={zone.name} />
      </Go>
      {side && `, ${side}`}
    </span>
  );
}
