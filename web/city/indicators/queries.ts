// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Indicator, listIndicators, readIndicator } from '../../../api/city/indicators/contract.ts';
import { useReading } from '../../reading.ts';

export type Subject = Indicator['subject'];

export const useIndicators = () =>
  useReading<typeof listIndicators>('/api/v1/programmes/{programme}/indicators', {}, {});

export const useIndicator = (indicator: string) =>
  useReading<typeof readIndicator>('/api/v1/programmes/{programme}/indicators/{indicator}', { indicator }, {});
