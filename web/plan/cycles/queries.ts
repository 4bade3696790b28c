// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReplyOf } from '../../../api/contract.ts';
import type { listDrafts, readDraft } from '../../../api/plan/cycles/contract.ts';
import { useReading } from '../../reading.ts';

export const room = '/api/v1/programmes/{programme}/cycles';
export type Draft = ReplyOf<typeof readDraft>;

export const useDrafts = () => useReading<typeof listDrafts>('/api/v1/programmes/{programme}/drafts', {}, {});

export const useDraft = (cycle: string) => useReading<typeof readDraft>(`${room}/{cycle}/draft`, { cycle }, {});
