// SPDX-License-Identifier: AGPL-3.0-or-later
import { useSearchParams } from 'react-router';
import type { QueryOf, ReplyOf } from '../../../api/contract.ts';
import type { Lab, LabSummary, listLabs, readLab } from '../../../api/labs/directory/contract.ts';
import type { readRegister } from '../../../api/labs/figures/contract.ts';
import { useProgramme } from '../../programme.ts';
import { usePages, useReading } from '../../reading.ts';

export type { Lab, LabSummary };
export type Register = ReplyOf<typeof readRegister>;

const programme = '/api/v1/programmes/{programme}';
const room = `${programme}/labs` as const;
const shownAtOnce = 24;

/** The current city time, rounded to 15 minutes so that requests share the cache. */
export function useCityNow(): string {
  const { timezone } = useProgramme();
  const quarter = Math.floor(Date.now() / 900_000) * 900_000;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(quarter).replace(' ', 'T');
}

type Asked = Partial<QueryOf<typeof listLabs>>;
/** Directory filters from the address. */
export function useWanted(): Asked {
  const [search] = useSearchParams();
  const now = useCityNow();
  const asked = (name: string) => search.get(name) || undefined;
  const wanted = {
    q: asked('q')?.slice(0, 100),
    kind: asked('kind'),
    status: asked('status'),
    zone: asked('zone'),
    process: asked('process'),
    material: asked('material'),
    service: asked('service'),
    wheelchair: asked('wheelchair'),
    qualified: asked('qualified'),
    freshness: asked('freshness'),
    openAt: asked('open') ? now : undefined,
    near: asked('near')?.slice(0, 100),
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as Asked;
}

export const useFoundLabs = () => usePages<typeof listLabs>(room, {}, { ...useWanted(), limit: shownAtOnce });

/** Locations of all matching labs. */
export const useFoundZones = () => useReading<typeof listLabs>(room, {}, { ...useWanted(), limit: 1 });

export const useRegister = () => useReading<typeof readRegister>(`${programme}/register`, {}, {});

export const useLab = (lab: string) => useReading<typeof readLab>(`${room}/{lab}`, { lab }, {});
