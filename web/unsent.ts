// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { AnyEndpoint, Method } from '../api/contract.ts';
import { Problem, type Sent, send } from './http.ts';
import { useAccount } from './session.ts';
import { useAddress } from './ui/address.ts';

export interface TypedForm {
  /** Name under which the form stores its input. */
  name: string;
  typed: Record<string, unknown>;
  /** Page of the form within the programme, e.g. 'labs/alfa?edit=hours'. */
  page: string;
}

/** A write that failed without a connection: stored in this browser and retried. */
export interface Unsent {
  /** Its idempotency key. */
  id: string;
  who: string;
  method: Exclude<Method, 'GET'>;
  path: string;
  sent: { params?: Record<string, string>; input?: Record<string, unknown>; version?: number };
  /** Label of the item. */
  label: string;
  /** The form it was typed in, so that it can be reopened. */
  form?: TypedForm;
  /** The server's reason for refusing it, if any. */
  refused?: string;
  /** The current version after an edit conflict. */
  current?: number;
}

const place = 'officina.unsent';
const againMs = 15_000;

function read(): readonly Unsent[] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as Unsent[];
  } catch {
    return [];
  }
}

let queue = read();
const watchers = new Set<() => void>();
const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

function keep(next: readonly Unsent[]) {
  queue = next;
  try {
    localStorage.setItem(place, JSON.stringify(next));
  } catch {
    // Storage failed: keep it in memory for this page.
  }
  for (const watcher of watchers) watcher();
}

// Another tab may have sent some of the writes.
window.addEventListener('storage', ({ key }) => {
  if (key !== place) return;
  queue = read();
  for (const watcher of watchers) watcher();
});

const change = (id: string, how: (one: Unsent) => Unsent | null) =>
  keep(queue.flatMap((one) => (one.id === id ? (how(one) ?? []) : [one])));

/** Queues a write that got no answer, under its idempotency key: it may have taken effect. */
export function sendLater({
  id = crypto.randomUUID(),
  ...write
}: Omit<Unsent, 'id'> & { id?: string | undefined }): void {
  keep([...queue, { ...write, id }]);
}

export const discard = (id: string): void => change(id, () => null);

/** Rebases a queued write on the current version of the item. */
export const sendAnyway = (id: string): void =>
  change(id, ({ refused: _, current, ...one }) => ({
    ...one,
    sent: { ...one.sent, ...(current === undefined ? {} : { version: current }) },
  }));

type Placed = Pick<Unsent, 'path' | 'sent'>;

/** Versions of items after the writes of this queue, by the version that each was based on. */
const successors = new Map<string, number>();
const basisOf = ({ path, sent }: Placed, version: number) => JSON.stringify([path, sent.params, version]);

/**
 * The version to base a write on: the one it was typed on, or the one that own queued writes have made of it. The page
 * may not have read that yet, and own writes are no conflict.
 */
export function ownVersion(write: Placed, version: number | undefined): number | undefined {
  const next = version === undefined ? undefined : successors.get(basisOf(write, version));
  return next === undefined ? version : ownVersion(write, next);
}

/** What a queued write sends now. */
function rebased(one: Placed): Unsent['sent'] {
  const version = ownVersion(one, one.sent.version);
  return version === undefined ? one.sent : { ...one.sent, version };
}

/** Updates the version of queued writes to the same item, so that two offline edits do not conflict. */
function follow({ path, sent }: Placed, version: unknown) {
  if (typeof version !== 'number' || sent.version === undefined) return;
  if (version !== sent.version) successors.set(basisOf({ path, sent }, sent.version), version);
  const params = JSON.stringify(sent.params);
  for (const other of queue)
    if (other.path === path && other.sent.version === sent.version && JSON.stringify(other.sent.params) === params)
      change(other.id, (one) => ({ ...one, sent: { ...one.sent, version } }));
}

const held = new Set<string>();

/** Keeps a write in the queue while its form is open again. Returns the release. */
export function hold(id: string): () => void {
  held.add(id);
  return () => {
    held.delete(id);
  };
}

/**
 * Sends one queued write now. Returns the version of the item afterwards; undefined if there is none, or if the write
 * was not accepted: it stays in the queue unless it was refused.
 */
export async function settle({ id, ...one }: Unsent, language: string): Promise<number | undefined> {
  const sent = rebased(one);
  try {
    const what = { ...(sent as Sent<AnyEndpoint>), attempt: id };
    const { version } = (await send(one.method, one.path, what, { language })) as { version?: number };
    discard(id);
    follow({ ...one, sent }, version);
    return version;
  } catch (cause) {
    if (cause instanceof Problem && !isSilent(cause)) discard(id);
    return undefined;
  }
}

/** No connection, no answer or an expired session: the write was not judged. */
const isSilent = ({ status }: Problem) => status === 0 || status === 401 || status >= 500;

let going = false;

/** Sends the queue in order until the connection fails. Returns true if anything was sent. */
async function flush(who: string, language: string): Promise<boolean> {
  if (going) return false;
  going = true;
  let went = false;
  try {
    const ids = queue
      .filter((one) => one.who === who && one.refused === undefined && !held.has(one.id))
      .map(({ id }) => id);
    for (const id of ids) {
      const one = queue.find((waiting) => waiting.id === id);
      if (!one) continue;
      try {
        const sent = rebased(one);
        const reply = await send(
          one.method,
          one.path,
          { ...(sent as Sent<AnyEndpoint>), attempt: one.id },
          { language },
        );
        discard(id);
        follow({ ...one, sent }, (reply as { version?: unknown }).version);
        went = true;
      } catch (cause) {
        const { body } = cause as Problem;
        // The rest would fail too.
        if (!(cause instanceof Problem) || isSilent(cause)) break;
        const current = (body.current as { version?: number } | undefined)?.version;
        change(one.id, (write) => ({
          ...write,
          refused: body.detail || body.title,
          ...(current === undefined ? {} : { current }),
        }));
      }
    }
  } finally {
    going = false;
  }
  return went;
}

/** The current user's queued writes and a function to retry now. Retries when the connection is back. */
export function useUnsent(): { waiting: readonly Unsent[]; again: () => void } {
  const { language } = useAddress();
  const client = useQueryClient();
  const who = useAccount()?.email ?? '';
  const all = useSyncExternalStore(watch, () => queue);
  const again = useCallback(() => {
    flush(who, language).then((went) => (went ? client.invalidateQueries({ queryKey: ['programme'] }) : undefined));
  }, [who, language, client]);
  const waiting = all.filter((one) => one.who === who);
  const some = waiting.length > 0;
  useEffect(() => {
    if (!some) return;
    again();
    const timer = setInterval(again, againMs);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [some, again]);
  return { waiting, again };
}

/** The last queued write of a form of the current user, to reopen it with what was typed. */
export function useUnsentOf(name: string): Unsent | undefined {
  const who = useAccount()?.email ?? '';
  const all = useSyncExternalStore(watch, () => queue);
  return all.findLast((one) => one.who === who && one.form?.name === name);
}
