// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Raised } from '../../db/change.ts';
import { encode, encodingFor, type Finished, send, sizeOf } from './bytes.ts';

/** Leave to keep the reply to a request; it lapses when the programme is written to meanwhile. */
interface Leave {
  key: string;
  programme: string;
  generation: number;
  settle: (kept: Finished | undefined) => void;
}

export interface Cache {
  /** Answers from the cache, or lets `next` answer and keeps what it sends through `keep`. */
  handle: (req: IncomingMessage, res: ServerResponse, next: () => void) => void;
  keep: (req: IncomingMessage, finished: Finished) => void;
  raised: (raised: Raised) => void;
  /** Nothing is kept from here on, since changes may go unheard. */
  lost: () => void;
  back: () => void;
  size: () => { entries: number; bytes: number; hits: number };
}

/** What does not belong to one programme changes with any of them. */
const overall = '*';

function programmeOf(url: string): string | undefined {
  const match = /^\/api\/v1\/programmes(?:\/([a-z0-9.-]+)(?![a-z0-9.-]*\/events))?(?:[/?]|$)/.exec(url);
  return match ? (match[1] ?? overall) : undefined;
}

function isAnonymousRead(req: IncomingMessage): boolean {
  return req.method === 'GET' && req.headers.cookie === undefined && req.headers.authorization === undefined;
}

/**
 * Finished public replies under (programme, revision, day, query), in front of everything else. A reply is kept only
 * when the programme's revision did not move between the start of its reading and its end.
 */
export function createCache(options: { today: () => string; maxBytes: number }): Cache {
  const kept = new Map<string, { finished: Finished; programme: string; size: number }>();
  const pending = new Map<string, Promise<Finished | undefined>>();
  const leaves = new WeakMap<IncomingMessage, Leave>();
  const generations = new Map<string, number>();
  const revisions = new Map<string, number>();
  let listening = false;
  let bytes = 0;
  let hits = 0;

  const drop = (key: string) => {
    bytes -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  const dropProgramme = (programme: string) => {
    generations.set(programme, (generations.get(programme) ?? 0) + 1);
    for (const [key, entry] of kept) if (entry.programme === programme) drop(key);
  };
  const dropAll = () => {
    for (const programme of [overall, ...generations.keys()]) dropProgramme(programme);
    kept.clear();
    bytes = 0;
  };
  const answer = (req: IncomingMessage, res: ServerResponse, finished: Finished) => {
    const encoding = encodingFor(finished, req.headers['accept-encoding']);
    const ready = finished.encoded.get(encoding);
    if (ready) return send(req, res, finished, ready);
    void encode(finished, encoding).then((made) => send(req, res, finished, made));
  };
  const begin = (req: IncomingMessage, res: ServerResponse, key: string, programme: string) => {
    const { promise, resolve } = Promise.withResolvers<Finished | undefined>();
    if (!generations.has(programme)) generations.set(programme, 0);
    const settle = (finished: Finished | undefined) => {
      if (pending.get(key) === promise) pending.delete(key);
      resolve(finished);
    };
    leaves.set(req, { key, programme, generation: generations.get(programme) ?? 0, settle });
    pending.set(key, promise);
    res.once('close', () => settle(undefined));
  };
  const trim = () => {
    for (const key of kept.keys()) {
      if (bytes <= options.maxBytes) return;
      drop(key);
    }
  };

  return {
    handle: (req, res, next) => {
      const url = req.url ?? '';
      const programme = listening && isAnonymousRead(req) ? programmeOf(url) : undefined;
      if (programme === undefined) return next();
      const key = `${options.today()} ${generations.get(programme) ?? 0} ${url}`;
      const entry = kept.get(key);
      if (entry) {
        hits += 1;
        // The least recently used are the first in the map.
        kept.delete(key);
        kept.set(key, entry);
        return answer(req, res, entry.finished);
      }
      const underWay = pending.get(key);
      if (!underWay) {
        begin(req, res, key, programme);
        return next();
      }
      void underWay.then((finished) => (finished ? answer(req, res, finished) : next()));
    },
    keep: (req, finished) => {
      const leave = leaves.get(req);
      if (!leave) return;
      const current = listening && generations.get(leave.programme) === leave.generation;
      if (current) {
        const size = sizeOf(finished) * 2;
        kept.set(leave.key, { finished, programme: leave.programme, size });
        bytes += size;
        trim();
      }
      leave.settle(current ? finished : undefined);
    },
    raised: ({ programme, revision }) => {
      if ((revisions.get(programme) ?? 0) >= revision) return;
      revisions.set(programme, revision);
      dropProgramme(programme);
      dropProgramme(overall);
    },
    lost: () => {
      listening = false;
      dropAll();
    },
    back: () => {
      dropAll();
      listening = true;
    },
    size: () => ({ entries: kept.size, bytes, hits }),
  };
}
