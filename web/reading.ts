// SPDX-License-Identifier: AGPL-3.0-or-later
import { QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AnyEndpoint, ParamsOf, QueryOf, ReplyOf } from '../api/contract.ts';
import { get, Problem } from './http.ts';
import { useAddress } from './ui/address.ts';

const worthAsking = (problem: Error) => problem instanceof Problem && (problem.status === 0 || problem.status >= 500);

export const answers = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 60_000, retry: (times, problem) => times < 2 && worthAsking(problem) },
  },
});

/** Reads one endpoint for the programme, the day and the language in the address. While only the day or a filter changes, the last answer stays. */
export function useReading<E extends AnyEndpoint>(
  path: E['path'],
  params: Omit<ParamsOf<E>, 'programme'>,
  query: Omit<QueryOf<E>, 'asOf'>,
): UseQueryResult<ReplyOf<E>, Problem> {
  const { language, programme, asOf } = useAddress();
  const place = JSON.stringify([programme, path, params]);
  return useQuery<ReplyOf<E>, Problem>({
    queryKey: ['programme', programme, place, query, asOf, language],
    queryFn: ({ signal }) =>
      get<E>(path, { ...params, programme } as ParamsOf<E>, { ...query, asOf } as QueryOf<E>, { language, signal }),
    placeholderData: (last, asked) => (asked?.queryKey[2] === place ? last : undefined) as never,
  });
}
