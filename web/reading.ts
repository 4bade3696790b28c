// SPDX-License-Identifier: AGPL-3.0-or-later
import { QueryClient, type UseQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { AnyEndpoint, ParamsOf, QueryOf, ReplyOf } from '../api/contract.ts';
import { get, Problem } from './http.ts';
import { useAddress } from './ui/address.ts';

const worthAsking = (problem: Error) => problem instanceof Problem && (problem.status === 0 || problem.status >= 500);

export const answers = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 60_000, retry: (times, problem) => times < 2 && worthAsking(problem) },
  },
});

/** The parts of a query result that a page needs to render data or state. */
export interface Reading<T> {
  data: T | undefined;
  error: Problem | null;
  refetch: () => unknown;
  isPlaceholderData: boolean;
}

/** Combines two results that are shown together. */
export const together = <A, B>(a: Reading<A>, b: Reading<B>): Reading<readonly [A, B]> => ({
  data: a.data !== undefined && b.data !== undefined ? [a.data, b.data] : undefined,
  error: [a, b].find(({ error, data }) => error && data === undefined)?.error ?? null,
  refetch: () => Promise.all([a.refetch(), b.refetch()]),
  isPlaceholderData: a.isPlaceholderData || b.isPlaceholderData,
});

/** Queries an endpoint for the programme, day and language. Keeps old data while the day or a filter changes. */
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

interface Listed<T> {
  items: T[];
  total: number;
  totalIsExact?: boolean;
  _links: { next: string | null };
}
type ItemOf<E extends AnyEndpoint> = ReplyOf<E> extends Listed<infer T> ? T : never;

/** A paginated list, as far as it is loaded. */
export interface Pages<T> {
  items: readonly T[] | undefined;
  total: number;
  /** False where more than `total` match. */
  totalIsExact: boolean;
  error: Problem | null;
  refetch: () => void;
  isPlaceholderData: boolean;
  /** Loads the next page; absent on the last page. */
  more: (() => Promise<unknown>) | undefined;
}

const cursorIn = (next: string | null) =>
  (next && new URL(next, window.location.origin).searchParams.get('cursor')) || undefined;

/** Loads a list page by page; loaded pages stay. */
export function usePages<E extends AnyEndpoint>(
  path: E['path'],
  params: Omit<ParamsOf<E>, 'programme'>,
  query: Omit<QueryOf<E>, 'asOf' | 'cursor'>,
): Pages<ItemOf<E>> {
  const { language, programme, asOf } = useAddress();
  const place = JSON.stringify([programme, path, params, 'pages']);
  const { data, error, refetch, isPlaceholderData, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['programme', programme, place, query, asOf, language],
    queryFn: async ({ signal, pageParam }: { signal: AbortSignal; pageParam: string | undefined }) => {
      const asked = { ...query, asOf, cursor: pageParam } as unknown as QueryOf<E>;
      const reply = await get<E>(path, { ...params, programme } as ParamsOf<E>, asked, { language, signal });
      return reply as Listed<ItemOf<E>>;
    },
    initialPageParam: undefined,
    getNextPageParam: ({ _links }) => cursorIn(_links.next),
    placeholderData: (last, asked) => (asked?.queryKey[2] === place ? last : undefined),
  });
  return {
    items: data?.pages.flatMap(({ items }) => items),
    total: data?.pages[0]?.total ?? 0,
    totalIsExact: data?.pages[0]?.totalIsExact ?? true,
    error: error as Problem | null,
    refetch,
    isPlaceholderData,
    more: hasNextPage ? fetchNextPage : undefined,
  };
}
