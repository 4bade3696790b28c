// SPDX-License-Identifier: AGPL-3.0-or-later
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { readPlafond } from '../../../api/calls/first-come/contract.ts';
import type { ReplyOf } from '../../../api/contract.ts';
import { get, type Problem } from '../../http.ts';
import { useAddress } from '../../ui/address.ts';

export type Plafond = ReplyOf<typeof readPlafond>;

const everyMs = 3_000;

/** Current commitment of the fund; polled while the page is visible. */
export function usePlafond(call: string): UseQueryResult<Plafond, Problem> {
  const { language, programme } = useAddress();
  return useQuery<Plafond, Problem>({
    queryKey: ['programme', programme, 'plafond', call],
    queryFn: ({ signal }) =>
      get<typeof readPlafond>(
        '/api/v1/programmes/{programme}/calls/{call}/plafond',
        { programme, call },
        {},
        { language, signal },
      ),
    refetchInterval: everyMs,
  });
}
