// SPDX-License-Identifier: AGPL-3.0-or-later
import { useSearchParams } from 'react-router';
import type { listSpaces, readSpace, Space } from '../../api/spaces/contract.ts';
import { usePages, useReading } from '../reading.ts';

const room = '/api/v1/programmes/{programme}/spaces';
const shownAtOnce = 24;

export const spaceKinds: readonly Space['kind'][] = ['building', 'ground-floor', 'open-area', 'shed', 'lot', 'other'];

/** On the way back to use, the nearest to it first. */
export const spaceStates: readonly Space['state'][] = [
  'in-use',
  'assigned',
  'in-call',
  'available',
  'surveyed',
  'withdrawn',
];

/** What the address asks of the directory of spaces. */
function useWanted() {
  const [search] = useSearchParams();
  const asked = (name: string) => search.get(name) || undefined;
  return {
    kind: spaceKinds.find((kind) => kind === asked('kind')),
    state: spaceStates.find((state) => state === asked('state')),
    zone: asked('zone'),
    q: asked('q')?.slice(0, 100),
  };
}

export const useFoundSpaces = () => usePages<typeof listSpaces>(room, {}, { ...useWanted(), limit: shownAtOnce });

/** The whole directory, as far as one answer holds it. */
export const useAllSpaces = () => useReading<typeof listSpaces>(room, {}, { limit: 200 });

export const useSpace = (space: string) => useReading<typeof readSpace>(`${room}/{space}`, { space }, {});
