// SPDX-License-Identifier: AGPL-3.0-or-later

import type { readDesk, readRound } from '../../../api/calls/evaluation/contract.ts';
import type { ReplyOf } from '../../../api/contract.ts';
import { useReading } from '../../reading.ts';

export const room = '/api/v1/programmes/{programme}/calls/{call}';

export type Desk = ReplyOf<typeof readDesk>;
export type Round = ReplyOf<typeof readRound>;
export type Score = Desk['items'][number]['mine'][number];

export const useDesk = (call: string) => useReading<typeof readDesk>(`${room}/evaluation`, { call }, {});

export const useRound = (call: string) => useReading<typeof readRound>(`${room}/round`, { call }, {});
