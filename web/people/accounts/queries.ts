// SPDX-License-Identifier: AGPL-3.0-or-later

import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '../../../api/contract.ts';
import type { listSessions } from '../../../api/people/accounts/contract.ts';
import { get, type Problem } from '../../http.ts';
import { root } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';

export type Sessions = ReplyOf<typeof listSessions>;

export function useSessions(): UseQueryResult<Sessions, Problem> {
  const { language } = useAddress();
  return useQuery<Sessions, Problem>({
    queryKey: ['mine', 'sessions'],
    queryFn: ({ signal }) => get<typeof listSessions>(`${root}/sessions`, {}, {}, { language, signal }),
  });
}
