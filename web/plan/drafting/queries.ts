// SPDX-License-Identifier: AGPL-3.0-or-later
import type { listInitiatives } from '../../../api/plan/areas/contract.ts';
import { useReading } from '../../reading.ts';

export const useInitiatives = (area: string) =>
  useReading<typeof listInitiatives>('/api/v1/programmes/{programme}/initiatives', {}, area ? { area } : {});
