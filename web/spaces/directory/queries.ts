// SPDX-License-Identifier: AGPL-3.0-or-later
import { useSearchParams } from 'react-router';
import { choicesOf } from '../../../api/platform/fields/rules.ts';
import type {
  listSpaces,
  readSpace,
  readSpacePlace,
  Space,
  SpaceSummary,
} from '../../../api/spaces/directory/contract.ts';
import { spaceFields } from '../../../api/spaces/directory/fields.ts';
import { spaceStates } from '../../../api/spaces/directory/rules.ts';
import { addressOf } from '../../http.ts';
import { usePages, useReading } from '../../reading.ts';
import { useAddress } from '../../ui/address.ts';
import { useChooser } from '../../ui/chooser.ts';

export type { Space, SpaceSummary };

const programmePath = '/api/v1/programmes/{programme}';
const room = `${programmePath}/spaces` as const;
const shownAtOnce = 24;

const areaOf = (typed: string | undefined) => (typed && /^\d{1,8}$/.test(typed) ? Number(typed) : undefined);

/** Directory filters from the address. */
function useWanted() {
  const [search] = useSearchParams();
  const asked = (name: string) => search.get(name) || undefined;
  return {
    kind: choicesOf(spaceFields.kind).find((kind) => kind === asked('kind')),
    state: spaceStates.find((state) => state === asked('state')),
    ownerKind: choicesOf(spaceFields.owner_kind).find((kind) => kind === asked('ownerKind')),
    zone: asked('zone'),
    areaFrom: areaOf(asked('areaFrom')),
    areaTo: areaOf(asked('areaTo')),
    q: asked('q')?.slice(0, 100),
  };
}

export const useFoundSpaces = () => usePages<typeof listSpaces>(room, {}, { ...useWanted(), limit: shownAtOnce });

/** Results per zone, over all pages. */
export const useFoundZones = () => useReading<typeof listSpaces>(room, {}, { ...useWanted(), limit: 1 });

/** The whole directory, up to the API's page limit. */
export const useAllSpaces = () => useReading<typeof listSpaces>(room, {}, { limit: 200 });

export const useAvailableSpaces = (q: string | undefined) =>
  useReading<typeof listSpaces>(room, {}, { state: 'available', q, limit: 200 });

export const useAvailableSpaceChooser = () => useChooser(useAvailableSpaces, { none: '—' });

export const useSpace = (space: string) => useReading<typeof readSpace>(`${room}/{space}`, { space }, {});

/** The exact location; requires permission to keep the census. */
export const useExactPlace = (space: string) =>
  useReading<typeof readSpacePlace>(`${room}/{space}/place`, { space }, {});

const formats = ['xlsx', 'csv', 'geojson'] as const;

/** Download URLs of the directory with the current filters and day. */
export function useSpaceFiles() {
  const { programme, asOf } = useAddress();
  const wanted = { ...useWanted(), asOf };
  return formats.map((format) => ({ format, address: addressOf(`${room}.${format}`, { programme }, wanted) }));
}
