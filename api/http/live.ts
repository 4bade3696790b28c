// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Request, Response } from 'express';
import type { Raised } from '../../db/change.ts';

const heartbeatMs = 20_000;

export interface Live {
  watch: (programme: string, req: Request, res: Response) => void;
  raised: (raised: Raised) => void;
  lost: () => void;
  back: () => void;
  stop: () => void;
}

/** Notifies every open page of a programme of a new revision. */
export function createLive(): Live {
  const watchers = new Map<Response, string>();
  const tell = (event: string, data: object, programme?: string) => {
    for (const [res, of] of watchers) {
      if (programme === undefined || of === programme) res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    }
  };
  const heartbeat = setInterval(() => {
    for (const res of watchers.keys()) res.write(': still here\n\n');
  }, heartbeatMs);
  heartbeat.unref();
  return {
    watch: (programme, req, res) => {
      res.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      res.write('retry: 1000\n\n');
      watchers.set(res, programme);
      req.on('close', () => watchers.delete(res));
    },
    raised: ({ programme, revision }) => tell('revision', { revision }, programme),
    lost: () => tell('stale', {}),
    back: () => tell('revision', {}),
    stop: () => {
      clearInterval(heartbeat);
      for (const res of watchers.keys()) res.end();
      watchers.clear();
    },
  };
}
