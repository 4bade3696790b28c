// SPDX-License-Identifier: AGPL-3.0-or-later
import type { listRankings } from '../../../api/calls/ranking/contract.ts';
import { useReading } from '../../reading.ts';

export type { Ranking } from '../../../api/calls/ranking/contract.ts';

export const room = '/api/v1/programmes/{programme}/calls/{call}/rankings';

export const useRankings = (call: string) => useReading<typeof listRankings>(room, { call }, {});
