// SPDX-License-Identifier: AGPL-3.0-or-later
import { useSearchParams } from 'react-router';
import type { ReplyOf } from '../../../api/contract.ts';
import type { readDashboard } from '../../../api/overview/dashboard/contract.ts';
import { useProgramme } from '../../programme.ts';
import { useReading } from '../../reading.ts';

export type Dashboard = ReplyOf<typeof readDashboard>;

export function useDashboard() {
  const [search] = useSearchParams();
  // If the cycle was not known on the requested day, use the programme's default.
  const { cycles } = useProgramme();
  const cycle = cycles.find(({ key }) => key === search.get('cycle'))?.key;
  return useReading<typeof readDashboard>('/api/v1/programmes/{programme}/dashboard', {}, { cycle });
}
