// SPDX-License-Identifier: AGPL-3.0-or-later
import { useSearchParams } from 'react-router';
import type { readBoundaries } from '../../../api/city/boundaries/contract.ts';
import type { Zone } from '../../../api/city/territory/contract.ts';
import { useReading } from '../../reading.ts';
import { zoneKinds } from '../territory/queries.ts';

export const useOutlines = (kind: Zone['kind']) =>
  useReading<typeof readBoundaries>('/api/v1/programmes/{programme}/zones/boundaries', {}, { kind });

/** Zone kinds with boundaries, and the one in the address; if there are no tiles, one is always selected. */
export function useMapKind(zones: readonly Zone[]) {
  const [search] = useSearchParams();
  const kinds = zoneKinds.filter((kind) => zones.some((zone) => zone.kind === kind && zone.bounded));
  const tiled = zones.some(({ tile }) => tile);
  const kind = kinds.find((one) => one === search.get('map')) ?? (tiled ? undefined : kinds[0]);
  return { kinds, kind, tiled };
}
