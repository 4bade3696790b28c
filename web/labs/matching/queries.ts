// SPDX-License-Identifier: AGPL-3.0-or-later
import type { InputOf, ReplyOf } from '../../../api/contract.ts';
import type { findLabs, listAsked, Match, MatchReason } from '../../../api/labs/matching/contract.ts';
import { useReading } from '../../reading.ts';

export type { Match, MatchReason };
export type Sought = InputOf<typeof findLabs>;
export type Found = ReplyOf<typeof findLabs>;
export type AskedOf = ReplyOf<typeof listAsked>;

export const useAsked = (lab: string) =>
  useReading<typeof listAsked>('/api/v1/programmes/{programme}/labs/{lab}/asked', { lab }, {});
