// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Raised } from '../../db/change.ts';
import type { AnyEndpoint } from '../contract.ts';
import { encode, encodingFor, type Finished, send, sizeOf } from './bytes.ts';
import { carriesSession } from './session.ts';

/** Permission to cache the reply to a request; void after a write to the programme. */
interface Leave {
  key: string;
  programme: string;
  mark: string;
  settle: (finished: Finished | undefined) => void;
}

export interface Cache {
  /** Registers the endpoints: nothing is cached before; afterwards those declared as cached. */
  serves: (endpoints: readonly Pick<AnyEndpoint, 'path' | 'cached'>[]) => void;
  /** Answers from the cache, or calls `next`, which stores its reply through `keep`. */
  handle: (req: IncomingMessage, res: ServerResponse, next: () => void) => void;
  /** True if the reply to this request can be reused. */
  keeps: (req: IncomingMessage) => boolean;
  keep: (req: IncomingMessage, finished: Finished) => void;
  raised: (raised: Raised) => void;
  /** Disables caching, because change notifications may be missed. */
  lost: () => void;
  back: () => void;
}

/** Key of replies that span programmes: any programme's change invalidates them. */
const overall = '*';

/** Paths of cacheable endpoints as one regular expression; the group captures the programme. */
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

/** Programme in the path; undefined if the reply is not cacheable. */
function programmeOf({ addresses }: State, url: string): string | undefined {
  const match = addresses?.exec(url);
  return match ? (match.find((group, at) => at > 0 && group !== undefined) ?? overall) : undefined;
}

function isAnonymousRead(req: IncomingMessage): boolean {
  return req.method === 'GET' && !carriesSession(req) && req.headers.authorization === undefined;
}

interface Entry {
  finished: Finished;
  programme: string;
  size: number;
}

/** LRU cache of finished replies, limited in bytes; the map's first entries are evicted first. */
function createStore(maxBytes: number) {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  const drop = (key: string) => {
    bytes -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  };
  return {
    get: (key: string) => {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.finished;
    },
    put: (key: string, programme: string, finished: Finished) => {
      drop(key);
      // Another encoding may be added later and change the size.
      const size = sizeOf(finished) * 2;
      entries.set(key, { finished, programme, size });
      bytes += size;
      for (const oldest of entries.keys()) {
        if (bytes <= maxBytes) return;
        drop(oldest);
      }
    },
    clear: () => {
      entries.clear();
      bytes = 0;
    },
    dropProgramme: (programme: string) => {
      for (const [key, entry] of entries) if (entry.programme === programme) drop(key);
    },
  };
}

interface State {
  today: () => string;
  store: ReturnType<typeof createStore>;
  pending: Map<string, Promise<Finished | undefined>>;
  leaves: WeakMap<IncomingMessage, Leave>;
  /** Number of writes per programme since the start; absent means none. */
  generations: Map<string, number>;
  /** Number of full invalidations. */
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

/** State that must be equal before and after a read for its reply to be cached. */
function markOf({ generations, epoch }: State, programme: string): string {
  return `${epoch}.${generations.get(programme) ?? 0}`;
}

/** Coalesces concurrent requests for the same reply. */
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
 * Cache of finished public replies keyed by (programme, revision, day, query). Stores a reply only if the programme's
 * revision is unchanged between start and end of the read.
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
