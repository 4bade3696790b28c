// SPDX-License-Identifier: AGPL-3.0-or-later

import type { listZones, Measure, Zone } from '../../../api/city/territory/contract.ts';
import type { ReplyOf } from '../../../api/contract.ts';
import type { Unit } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useReading } from '../../reading.ts';

export type Territory = ReplyOf<typeof listZones>;

export const measureUnits: Record<Measure, Unit> = {
  milestones: 'count',
  labs: 'count',
  spaces: 'count',
  'floor-area': 'm2',
  money: 'eur',
};

export const zoneKinds: readonly Zone['kind'][] = ['municipio', 'priority-area', 'neighbourhood', 'site', 'region'];

export const useZones = () => useReading<typeof listZones>('/api/v1/programmes/{programme}/zones', {}, {});

/** Zones with items of the measure, largest kinds first, as options; always includes the selected one. */
export function useZoneOptions(measure: Measure, chosen: string | undefined) {
  const text = useText();
  const items = useZones().data?.items ?? [];
  const shown = items.filter(({ key, figures }) => figures[measure].value > 0 || key === chosen);
  return shown
    .toSorted((a, b) => zoneKinds.indexOf(a.kind) - zoneKinds.indexOf(b.kind))
    .map(({ key, name }) => ({ value: key, label: text(name).text }));
}
