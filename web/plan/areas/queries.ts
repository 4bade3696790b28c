// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ReplyOf } from '../../../api/contract.ts';
import type { readArea, readInitiative } from '../../../api/plan/areas/contract.ts';
import { useReading } from '../../reading.ts';

export type Area = ReplyOf<typeof readArea>;

export const useArea = (area: string) =>
  useReading<typeof readArea>('/api/v1/programmes/{programme}/areas/{area}', { area }, {});

export type WholeInitiative = ReplyOf<typeof readInitiative>;

export const useInitiative = (initiative: string) =>
  useReading<typeof readInitiative>('/api/v1/programmes/{programme}/initiatives/{initiative}', { initiative }, {});
