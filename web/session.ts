// SPDX-License-Identifier: AGPL-3.0-or-later
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Right } from '../api/contract.ts';
import { may } from '../api/http/rights.rules.ts';
import type { Me, readMe } from '../api/people/accounts/contract.ts';
import { get, type Problem } from './http.ts';
import { useAddress } from './ui/address.ts';

export type Account = NonNullable<Me['account']>;

export const root = '/api/v1/access';

/** Readable cookie that the server sets with the session. Without it, no session request is sent. */
const isHinted = () => document.cookie.includes('officina_here=');

/** The current session and the available sign-in methods. Fetched only if the cookie is set or the page needs it. */
export function useMe(always = false): UseQueryResult<Me, Problem> {
  const { language } = useAddress();
  return useQuery<Me, Problem>({
    queryKey: ['me'],
    queryFn: ({ signal }) => get<typeof readMe>(`${root}/me`, {}, {}, { language, signal }),
    enabled: always || isHinted(),
    // Who is signed in is asked again only after a write: a session that ends must not take away an open form.
    staleTime: ({ state }) => (state.data?.account ? Number.POSITIVE_INFINITY : 60_000),
  });
}

export const useAccount = (): Me['account'] => useMe().data?.account ?? null;

/** Whether the current user has a permission, by the server's table; `of` is the area of the item, or the lab. */
export function useMay(): (right: Right, of?: string | null | { lab: string }) => boolean {
  const { programme, asOf } = useAddress();
  const grants = useAccount()?.roles ?? null;
  // Past days are read-only.
  return (right, of) => {
    const place = typeof of === 'object' && of !== null ? of : of === undefined ? {} : { area: of };
    return asOf === undefined && may(right, grants, { programme, ...place });
  };
}
