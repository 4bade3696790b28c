// SPDX-License-Identifier: AGPL-3.0-or-later

import { FoundTiles } from '../../city/territory/FoundTiles.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { useFoundZones } from './queries.ts';

/** Map of the matching spaces. */
export function SpacesMap() {
  const { t } = useTranslate();
  const found = (useFoundZones().data?.byZone ?? []).map(({ zone, spaces }) => ({ zone, count: spaces }));
  return (
    <FoundTiles
      found={found}
      room="spaces"
      label={(count) => t('census.map', { count })}
      without={(count) => t('census.mapWithout', { count })}
      subtitle={t('census.mapWords')}
    />
  );
}
