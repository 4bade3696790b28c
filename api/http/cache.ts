// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Raised } from '../../db/change.ts';
import type { AnyEndpoint } from '../contract.ts';
import { encode, encodingFor, type Finished, send, sizeOf } from './bytes.ts';
import { carriesSession } from './session.ts';

/** Leave to keep the reply to a request; it lapses when the programme is written to meanwhile. */
interface Leave {
  key: string;
  programme: string;
  mark: string;
  settle: (kept: Finished | undefined) => void;
}

export interface Cache {
  /** Takes in the endpoints: until then nothing is kept, afterwards what they declare as cached. */
  serves: (endpoints: readonly Pick<AnyEndpoint, 'path' | 'cached'>[]) => void;
  /** Answers from the cache, or lets `next` answer and keeps what it sends through `keep`. */
  handle: (req: IncomingMessage, res: ServerResponse, next: () => void) => void;
  /** Whether what is sent for this request will serve others too. */
  keeps: (req: IncomingMessage) => boolean;
  keep: (req: IncomingMessage, finished: Finished) => void;
  raised: (raised: Raised) => void;
  /** Nothing is kept from here on, since changes may go unheard. */
  lost: () => void;
  back: () => void;
}

/** What does not belong to one programme changes with any of them. */
const overall = '*';

/** The addresses of endpoints whose replies may be kept, as one expression; the group is the programme. */
function addressesOf(endpoints: readonly Pick<AnyEndpoint, 'path' | 'cached'>[]): RegExp {
  const paths = endpoints
    .filter(({ cached }) => cached)
    .map(({ path }) =>
      path
        .replace(/[.]/g, '\\$&')
        .replace('{programme}', '([a-z0-9.-]+)')
        .replace(/\{\w+\}/g, '[^/?]+'),
    );
  return new RegExp(`^(?:${paths.join('|')})(?:\\?|$)`);
}

/** The programme that an address belongs to; undefined where its reply is not kept. */
function programmeOf({ addresses }: State, url: string): string | undefined {
  const match = addresses?.exec(url);
  return match ? (match.find((group, at) => at > 0 && group !== undefined) ?? overall) : undefined;
}

function isAnonymousRead(req: IncomingMessage): boolean {
  return req.method === 'GET' && !carriesSession(req) && req.headers.authorization === undefined;
}

interface Kept {
  finished: Finished;
  programme: string;
  size: number;
}

/** Finished replies up to a number of bytes; the least recently used, the first in the map, go first. */
function createStore(maxBytes: number) {
  const kept = new Map<string, Kept>();
  let bytes = 0;
  const drop = (key: string) => {
    bytes -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  return {
    get: (key: string) => {
      const entry = kept.get(key);
      if (!entry) return undefined;
      kept.delete(key);
      kept.set(key, entry);
      return entry.finished;
    },
    put: (key: string, programme: string, finished: Finished) => {
      drop(key);
      // Another encoding may be added to it later.
      const size = sizeOf(finished) * 2;
      kept.set(key, { finished, programme, size });
      bytes += size;
      for (const oldest of kept.keys()) {
        if (bytes <= maxBytes) return;
        drop(oldest);
      }
    },
    clear: () => {
      kept.clear();
      bytes = 0;
    },
    dropProgramme: (programme: string) => {
      for (const [key, entry] of kept) if (entry.programme === programme) drop(key);
    },
  };
}

interface State {
  today: () => string;
  store: ReturnType<typeof createStore>;
  pending: Map<string, Promise<Finished | undefined>>;
  leaves: WeakMap<IncomingMessage, Leave>;
  /** How often each programme was written to since the start; one that never was is not in it. */
  generations: Map<string, number>;
  /** How often everything was dropped at once. */
  epoch: number;
  revisions: Map<string, number>;
  listening: boolean;
  addresses: RegExp | null;
}

function answer(req: IncomingMessage, res: ServerResponse, finished: Finished) {
  const encoding = encodingFor(finished, req.headers['accept-encoding']);
  const ready = finished.encoded.get(encoding);
  if (ready) return send(req, res, finished, ready);
  void encode(finished, encoding).then((made) => send(req, res, finished, made));
}

/** What must not have changed between the start of a reading and its end. */
function markOf({ generations, epoch }: State, programme: string): string {
  return `${epoch}.${generations.get(programme) ?? 0}`;
}

/** Makes later askers of the same wait for this one's answer. */
function begin(state: State, req: IncomingMessage, res: ServerResponse, key: string, programme: string) {
  const { promise, resolve } = Promise.withResolvers<Finished | undefined>();
  const settle = (finished: Finished | undefined) => {
    if (state.pending.get(key) === promise) state.pending.delete(key);
    resolve(finished);
  };
  state.leaves.set(req, { key, programme, mark: markOf(state, programme), settle });
  state.pending.set(key, promise);
  res.once('close', () => settle(undefined));
}

function handle(state: State, req: IncomingMessage, res: ServerResponse, next: () => void) {
  const url = req.url ?? '';
  const programme = state.listening && isAnonymousRead(req) ? programmeOf(state, url) : undefined;
  if (programme === undefined) return next();
  const key = `${state.today()} ${markOf(state, programme)} ${url}`;
  const finished = state.store.get(key);
  if (finished) return answer(req, res, finished);
  const underWay = state.pending.get(key);
  if (underWay) return void underWay.then((made) => (made ? answer(req, res, made) : next()));
  begin(state, req, res, key, programme);
  next();
}

function keep(state: State, req: IncomingMessage, finished: Finished) {
  const leave = state.leaves.get(req);
  if (!leave) return;
  const current = state.listening && markOf(state, leave.programme) === leave.mark;
  if (current) state.store.put(leave.key, leave.programme, finished);
  leave.settle(current ? finished : undefined);
}

function outdate({ generations, store }: State, programme: string) {
  generations.set(programme, (generations.get(programme) ?? 0) + 1);
  store.dropProgramme(programme);
}

function outdateAll(state: State) {
  state.epoch += 1;
  state.store.clear();
}

/**
 * Finished public replies under (programme, revision, day, query), in front of everything else. A reply is kept only
 * when the programme's revision did not move between the start of its reading and its end.
 */
export function createCache({ today, maxBytes }: { today: () => string; maxBytes: number }): Cache {
  const state: State = {
    today,
    store: createStore(maxBytes),
    pending: new Map(),
    leaves: new WeakMap(),
    generations: new Map(),
    epoch: 0,
    revisions: new Map(),
    listening: false,
    addresses: null,
  };
  return {
    serves: (endpoints) => {
      state.addresses = addressesOf(endpoints);
    },
    handle: (req, res, next) => handle(state, req, res, next),
    keeps: (req) => state.leaves.has(req),
    keep: (req, finished) => keep(state, req, finished),
    raised: ({ programme, revision }) => {
      if ((state.revisions.get(programme) ?? 0) >= revision) return;
      state.revisions.set(programme, revision);
      outdate(state, programme);
      outdate(state, overall);
    },
    lost: () => {
      state.listening = false;
      outdateAll(state);
    },
    back: () => {
      outdateAll(state);
      state.listening = true;
    },
  };
}
