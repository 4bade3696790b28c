// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReplyOf } from '../../../api/contract.ts';
import type { readMoney } from '../../../api/money/funds/contract.ts';
import { useReading } from '../../reading.ts';

export type Money = ReplyOf<typeof readMoney>;

export const useMoney = () => useReading<typeof readMoney>('/api/v1/programmes/{programme}/money', {}, {});
