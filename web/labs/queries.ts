// SPDX-License-Identifier: AGPL-3.0-or-later
import { useSearchParams } from 'react-router';
import type { Lab, listLabs, readLab } from '../../api/labs/contract.ts';
import { usePages, useReading } from '../reading.ts';

const room = '/api/v1/programmes/{programme}/labs';
const shownAtOnce = 24;

export const labKinds: readonly Lab['kind'][] = [
  'fablab',
  'makerspace',
  'hub',
  'incubator',
  'accelerator',
  'coworking',
  'other',
];

/** What the address asks of the directory. */
function useWanted() {
  const [search] = useSearchParams();
  const asked = (name: string) => search.get(name) || undefined;
  return {
    kind: labKinds.find((kind) => kind === asked('kind')),
    zone: asked('zone'),
    q: asked('q')?.slice(0, 100),
  };
}

export const useFoundLabs = () => usePages<typeof listLabs>(room, {}, { ...useWanted(), limit: shownAtOnce });

/** The whole directory, as far as one answer holds it. */
export const useAllLabs = () => useReading<typeof listLabs>(room, {}, { limit: 200 });

export const useLab = (lab: string) => useReading<typeof readLab>(`${room}/{lab}`, { lab }, {});
