// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from 'react-i18next';
import type { Ref } from '../../api/contract.ts';
import { Go } from '../ui/Go.tsx';
import { Words } from '../ui/Words.tsx';

/** The zone something lies in, and whether that is periphery. */
export function Where({ zone }: { zone: (Ref & { periphery: boolean }) | null }) {
  const { t } = useTranslation();
  if (!zone) return <span className="not-recorded">{t('territory.zoneUnknown')}</span>;
  return (
    <span>
      <Go to={`periphery#${zone.key}`}>
        <Words of={zone.name} />
      </Go>
      , {t(zone.periphery ? 'territory.inPeriphery' : 'territory.inCentre')}
    </span>
  );
}
