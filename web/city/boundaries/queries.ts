// SPDX-License-Identifier: AGPL-3.0-or-later
import { useSearchParams } from 'react-router';
import type { readBoundaries } from '../../../api/city/boundaries/contract.ts';
import type { Zone } from '../../../api/city/territory/contract.ts';
import { useReading } from '../../reading.ts';
import { zoneKinds } from '../territory/queries.ts';

export const useOutlines = (kind: Zone['kind']) =>
  useReading<typeof readBoundaries>('/api/v1/programmes/{programme}/zones/boundaries', {}, { kind });

/** The kinds of zones of which a map can be drawn, and the one that the address asks for; without tiles there is always one. */
export function useMapKind(zones: readonly Zone[]) {
  const [search] = useSearchParams();
  const kinds = zoneKinds.filter((kind) => zones.some((zone) => zone.kind === kind && zone.bounded));
  const tiled = zones.some(({ tile }) => tile);
  const kind = kinds.find((one) => one === search.get('map')) ?? (tiled ? undefined : kinds[0]);
  return { kinds, kind, tiled };
}
