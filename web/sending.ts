// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AnyEndpoint, Method, ReplyOf } from '../api/contract.ts';
import { Problem, type Sent, send } from './http.ts';
import { useAddress } from './ui/address.ts';

export interface Sending<E extends AnyEndpoint> {
  /** Sends; throws what is refused, which also stands in `problem` until the next try. */
  send: (what: Sent<E>) => Promise<ReplyOf<E>>;
  problem: Problem | null;
  busy: boolean;
  clear: () => void;
}

/** Sends one kind of write. What pages show of the programme and of whoever is signed in is read anew afterwards. */
export function useSending<E extends AnyEndpoint>(method: Exclude<Method, 'GET'>, path: E['path']): Sending<E> {
  const { language } = useAddress();
  const client = useQueryClient();
  const { mutateAsync, error, isPending, reset } = useMutation<ReplyOf<E>, Error, Sent<E>>({
    mutationFn: (what) => send<E>(method, path, what, { language }),
    onSuccess: async () => {
      await Promise.all(['programme', 'me', 'mine'].map((first) => client.invalidateQueries({ queryKey: [first] })));
    },
    // A connection that failed is tried again by whoever sent, who sees what was typed.
    networkMode: 'always',
  });
  return { send: mutateAsync, problem: error instanceof Problem ? error : null, busy: isPending, clear: reset };
}
