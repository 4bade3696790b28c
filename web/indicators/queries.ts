// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Indicator, listIndicators } from '../../api/indicators/contract.ts';
import { useReading } from '../reading.ts';

export type Subject = Indicator['subject'];

export const useIndicators = () =>
  useReading<typeof listIndicators>('/api/v1/programmes/{programme}/indicators', {}, {});
