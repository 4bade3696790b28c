// SPDX-License-Identifier: AGPL-3.0-or-later

import { FoundTiles } from '../../city/territory/FoundTiles.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useFoundZones } from './queries.ts';

/** Map of the matching labs. */
export function LabsMap() {
  const { t } = useTranslate();
  const found = (useFoundZones().data?.byZone ?? []).map(({ zone, labs }) => ({ zone, count: labs }));
  return (
    <FoundTiles
      found={found}
      room="labs"
      label={(count) => t('labs.map', { count })}
      without={(count) => t('labs.mapWithout', { count })}
      subtitle={t('labs.mapWords')}
    />
  );
}
