// SPDX-License-Identifier: AGPL-3.0-or-later
import { useSearchParams } from 'react-router';
import type { ReplyOf } from '../../api/contract.ts';
import type { readDashboard } from '../../api/dashboard/contract.ts';
import { useReading } from '../reading.ts';

export type Dashboard = ReplyOf<typeof readDashboard>;

export function useDashboard() {
  const [search] = useSearchParams();
  const cycle = search.get('cycle') ?? undefined;
  return useReading<typeof readDashboard>('/api/v1/programmes/{programme}/dashboard', {}, { cycle });
}
