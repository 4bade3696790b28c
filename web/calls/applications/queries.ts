// SPDX-License-Identifier: AGPL-3.0-or-later
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  listReceived,
  MyApplication,
  readApplication,
  saveApplication,
} from '../../../api/calls/applications/contract.ts';
import type { ReplyOf } from '../../../api/contract.ts';
import { get, Problem, send } from '../../http.ts';
import { useReading } from '../../reading.ts';
import { useAccount } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';

export type { MyApplication };
export type Content = MyApplication['content'];
export type Received = ReplyOf<typeof listReceived>;

const calls = '/api/v1/programmes/{programme}/calls/{call}';
export const room = `${calls}/application` as const;

export function useMine(call: string): UseQueryResult<MyApplication, Problem> {
  const { language, programme } = useAddress();
  return useQuery<MyApplication, Problem>({
    queryKey: ['mine', 'application', programme, call],
    queryFn: ({ signal }) => get<typeof readApplication>(room, { programme, call }, {}, { language, signal }),
  });
}

export const useReceived = (call: string) => useReading<typeof listReceived>(`${calls}/applications`, { call }, {});

/** Input that has not reached the server is stored in this browser until sign-out. */
function useBrowser(call: string) {
  const who = useAccount()?.email ?? '';
  const { programme } = useAddress();
  const place = `officina.typed.${who}.${programme}.apply.${call}`;
  const [found] = useState<Content | null>(() => {
    try {
      return JSON.parse(localStorage.getItem(place) ?? 'null');
    } catch {
      return null;
    }
  });
  const keep = useCallback(
    (content: Content | null) => {
      try {
        if (content === null) localStorage.removeItem(place);
        else localStorage.setItem(place, JSON.stringify(content));
      } catch {
        // Storage is unavailable: the server still saves.
      }
    },
    [place],
  );
  return { found, keep };
}

const pauseMs = 700;
const againMs = 5_000;

export interface Autosave {
  content: Content;
  change: (content: Content) => void;
  /** The version last returned by the server. */
  mine: MyApplication;
  state: 'saved' | 'typed' | 'offline' | 'refused';
  problem: Problem | null;
  /** The current version, if another tab saved first. */
  overtaken: MyApplication | null;
  take: (whose: 'mine' | 'theirs') => void;
  /** Applies the response of a submission or withdrawal. */
  onReply: (mine: MyApplication) => void;
}

type State = Pick<Autosave, 'mine' | 'state' | 'problem' | 'overtaken'>;

/** Outcome of a save: no connection, conflict with another tab, or a refusal. */
function cameTo(cause: unknown): Partial<State> {
  const away = !(cause instanceof Problem) || cause.status === 0 || cause.status >= 500;
  if (away) return { state: 'offline', problem: null };
  const current = cause.body.current as unknown as MyApplication | undefined;
  return { state: 'refused', overtaken: current ?? null, problem: current ? null : cause };
}

/** Debounced autosave, one request at a time; retries after network errors. */
function useDue(state: State['state'], content: Content, save: (content: Content) => Promise<void>) {
  useEffect(() => {
    if (state !== 'typed' && state !== 'offline') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const go = async () => {
      clearTimeout(timer);
      await save(content);
      if (!over) timer = setTimeout(go, state === 'typed' ? pauseMs : againMs);
    };
    timer = setTimeout(go, state === 'typed' ? pauseMs : againMs);
    window.addEventListener('online', go);
    return () => {
      over = true;
      clearTimeout(timer);
      window.removeEventListener('online', go);
    };
  }, [state, content, save]);
}

/** Sends the input with the last known version; `typed` returns the form's current values. */
function useSave(call: string, first: MyApplication, typed: React.RefObject<Content>, onSaved: () => void) {
  const { language, programme } = useAddress();
  const version = useRef(first.version);
  const going = useRef(false);
  const [status, setStatus] = useState<State>({ mine: first, state: 'saved', problem: null, overtaken: null });
  const set = useCallback((some: Partial<State>) => setStatus((before) => ({ ...before, ...some })), []);
  const save = useCallback(
    async (content: Content) => {
      if (going.current) return;
      going.current = true;
      try {
        const sent = { params: { programme, call }, input: { content, version: version.current } };
        const mine = await send<typeof saveApplication>('PUT', room, sent, { language });
        version.current = mine.version;
        const still = typed.current === content;
        set(still ? { mine, problem: null, state: 'saved' } : { mine, problem: null });
        if (still) onSaved();
      } catch (cause) {
        set(cameTo(cause));
      } finally {
        going.current = false;
      }
    },
    [programme, call, language, typed, onSaved, set],
  );
  const onReply = (mine: MyApplication) => {
    version.current = mine.version;
    set({ mine });
  };
  return { status, set, save, onReply };
}

/** An application with autosave. */
export function useAutosave(call: string, first: MyApplication): Autosave {
  const { found, keep } = useBrowser(call);
  const [content, setContent] = useState(found ?? first.content);
  const typed = useRef(content);
  const onSaved = useCallback(() => keep(null), [keep]);
  const { status, set, save, onReply } = useSave(call, first, typed, onSaved);
  const { overtaken } = status;
  const change = (next: Content) => {
    typed.current = next;
    setContent(next);
    keep(next);
    set({ state: 'typed' });
  };
  // Send stored input that never reached the server.
  useEffect(() => {
    if (found) set({ state: 'typed' });
  }, [found, set]);
  useDue(status.state, content, save);
  const take = (whose: 'mine' | 'theirs') => {
    if (!overtaken) return;
    onReply(overtaken);
    set({ overtaken: null });
    change(whose === 'mine' ? typed.current : overtaken.content);
  };
  return { ...status, content, change, take, onReply };
}
