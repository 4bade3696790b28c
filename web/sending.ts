// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AnyEndpoint, InputOf, Method, ParamsOf, ReplyOf } from '../api/contract.ts';
import { Problem, type Sent, send } from './http.ts';
import { useAddress } from './ui/address.ts';

export interface Sending<E extends AnyEndpoint> {
  /** Sends the write; throws if it is refused. The error also stays in `problem` until the next attempt. */
  send: (what: Sent<E>) => Promise<ReplyOf<E>>;
  problem: Problem | null;
  busy: boolean;
  clear: () => void;
}

/** What a write sends, for comparison; a file counts by name, size and date. */
const contentOf = ({ file, attempt: _, ...what }: Sent<AnyEndpoint>) =>
  JSON.stringify([what, file && [file.name, file.size, file.lastModified]]);

/** Idempotency keys: a write that got no answer keeps its key, so that repeating it takes effect once. */
function useKeys() {
  const unanswered = useRef<{ content: string; key: string }>(undefined);
  const keyFor = (what: Sent<AnyEndpoint>): string => {
    const content = contentOf(what);
    if (unanswered.current?.content !== content) unanswered.current = { content, key: crypto.randomUUID() };
    return unanswered.current.key;
  };
  const answered = (problem?: Problem) => {
    if (problem === undefined || (problem.status > 0 && problem.status < 500)) unanswered.current = undefined;
  };
  return { keyFor, answered };
}

/** Mutation for one kind of write. Afterwards it invalidates the programme's queries and the session. */
export function useSending<E extends AnyEndpoint>(method: Exclude<Method, 'GET'>, path: E['path']): Sending<E> {
  const { language } = useAddress();
  const client = useQueryClient();
  const { keyFor, answered } = useKeys();
  const { mutateAsync, error, isPending, reset } = useMutation<ReplyOf<E>, Error, Sent<E>>({
    mutationFn: (what) =>
      send<E>(method, path, { ...what, attempt: what.attempt ?? keyFor(what as Sent<AnyEndpoint>) }, { language }),
    onError: (cause) => answered(cause instanceof Problem ? cause : undefined),
    onSuccess: async () => {
      answered();
      await Promise.all(['programme', 'me', 'mine'].map((first) => client.invalidateQueries({ queryKey: [first] })));
    },
    // No automatic retry after a network error: the user retries from the form.
    networkMode: 'always',
  });
  return { send: mutateAsync, problem: error instanceof Problem ? error : null, busy: isPending, clear: reset };
}

export interface Acting<E extends AnyEndpoint, Item> {
  /** `version` is the one the input was typed on; by default the one that was read. */
  act: (params: ParamsOf<E>, input: InputOf<E>, version?: number) => Promise<void>;
  problem: Problem | null;
  busy: boolean;
  /** The current version of the item after an edit conflict. */
  current: Item | null;
}

/**
 * Acts on an item with the version that was read. After a conflict, `current` is the new version and the next attempt
 * uses it.
 */
export function useActingOn<E extends AnyEndpoint, Item extends { version: number }>(
  method: 'POST' | 'PATCH',
  path: E['path'],
  item: Item,
): Acting<E, Item> {
  const [current, setCurrent] = useState<Item | null>(null);
  // Background refetches must not change the base version: keep the one read when typing began.
  const [read] = useState(item.version);
  const { send, problem, busy } = useSending<E>(method, path);
  const act = async (params: ParamsOf<E>, input: InputOf<E>, version = read) => {
    try {
      await send({ params, input, version: current?.version ?? version });
    } catch (cause) {
      const body = (cause as Problem).body;
      if (body?.current) setCurrent(body.current as unknown as Item);
      throw cause;
    }
    setCurrent(null);
  };
  return { act, problem: current ? null : problem, busy, current };
}
