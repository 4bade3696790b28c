// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnyEndpoint, InputOf, Method, ParamsOf, ReplyOf } from '../api/contract.ts';
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

export interface Acting<E extends AnyEndpoint, Item> {
  act: (params: ParamsOf<E>, input: InputOf<E>) => Promise<void>;
  problem: Problem | null;
  busy: boolean;
  /** The item as it stands now, where somebody else changed it meanwhile. */
  current: Item | null;
}

/**
 * Acts on an item as it was read. When somebody else was quicker, `current` is how it now stands, and acting again acts
 * on that.
 */
export function useActingOn<E extends AnyEndpoint, Item extends { version: number }>(
  method: 'POST' | 'PATCH',
  path: E['path'],
  item: Item,
): Acting<E, Item> {
  const [current, setCurrent] = useState<Item | null>(null);
  // The page keeps itself fresh: what counts is what was read when one began to type.
  const [read] = useState(item.version);
  const { send, problem, busy } = useSending<E>(method, path);
  const act = async (params: ParamsOf<E>, input: InputOf<E>) => {
    try {
      await send({ params, input, version: current?.version ?? read });
    } catch (cause) {
      const body = (cause as Problem).body;
      if (body?.current) setCurrent(body.current as unknown as Item);
      throw cause;
    }
    setCurrent(null);
  };
  return { act, problem: current ? null : problem, busy, current };
}
