// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReplyOf } from '../../../api/contract.ts';
import type { listLookalikes, listRequests, RegisterRequest } from '../../../api/labs/proposals/contract.ts';
import { useReading } from '../../reading.ts';

const programme = '/api/v1/programmes/{programme}';

export type { RegisterRequest };
export type Lookalike = ReplyOf<typeof listLookalikes>['items'][number];

/** Possible duplicates of a lab while typing; `name` must not be empty. */
export const useLookalikes = (asked: { name: string; url?: string; near?: string }) =>
  useReading<typeof listLookalikes>(`${programme}/lookalikes`, {}, asked);

export const useRequests = () => useReading<typeof listRequests>(`${programme}/requests`, {}, {});
