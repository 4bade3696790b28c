// SPDX-License-Identifier: AGPL-3.0-or-later

import type { readDemand } from '../../../api/calls/figures/contract.ts';
import type { ReplyOf } from '../../../api/contract.ts';
import { useReading } from '../../reading.ts';

export type Demand = ReplyOf<typeof readDemand>;

export const useDemand = (call: string) =>
  useReading<typeof readDemand>('/api/v1/programmes/{programme}/calls/{call}/demand', { call }, {});
