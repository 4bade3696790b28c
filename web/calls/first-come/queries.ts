// SPDX-License-Identifier: AGPL-3.0-or-later
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { readFirstComeFund } from '../../../api/calls/first-come/contract.ts';
import type { ReplyOf } from '../../../api/contract.ts';
import { get, type Problem } from '../../http.ts';
import { useAddress } from '../../ui/address.ts';

export type FirstComeFund = ReplyOf<typeof readFirstComeFund>;

const everyMs = 3_000;

/** Current commitment of the fund; polled while the page is visible. */
export function useFirstComeFund(call: string): UseQueryResult<FirstComeFund, Problem> {
  const { language, programme } = useAddress();
  return useQuery<FirstComeFund, Problem>({
    queryKey: ['programme', programme, 'first-come-fund', call],
    queryFn: ({ signal }) =>
      get<typeof readFirstComeFund>(
        '/api/v1/programmes/{programme}/calls/{call}/first-come-fund',
        { programme, call },
        {},
        { language, signal },
      ),
    refetchInterval: everyMs,
  });
}
