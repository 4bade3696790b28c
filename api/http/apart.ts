// SPDX-License-Identifier: AGPL-3.0-or-later
import { Worker } from 'node:worker_threads';
import { Refused } from './refusals.rules.ts';

/** Bounds of reading one sent file. */
export const apartBounds = { seconds: 20, heapMb: 512 } as const;
/** Files read at a time, one core of two, and files that may wait for their turn. */
const [atOnce, mostWaiting] = [1, 8];
const busySeconds = 60;

/** What the thread sends: rows in parts, so that no other request waits while they arrive, then the rest or a refusal. */
export type Sent = { rows: unknown[] } | { rest: Record<string, unknown> } | { refusal: Refused['refusal'] };

let running = 0;
const waiting: (() => void)[] = [];

async function turn(): Promise<() => void> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw new Refused({ code: 'too-many', retryAfterSeconds: busySeconds });
    await new Promise<void>((go) => waiting.push(go));
  } else running += 1;
  return () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
}

function inThread<T>(reader: URL, bytes: Buffer, options: unknown): Promise<T> {
  const thread = new Worker(new URL('./apart.worker.ts', import.meta.url), {
    workerData: { reader: reader.href, bytes, options },
    resourceLimits: { maxOldGenerationSizeMb: apartBounds.heapMb },
  });
  const rows: unknown[] = [];
  return new Promise<T>((done, failed) => {
    const refuse = (refusal: Refused['refusal']) => failed(new Refused(refusal));
    const timer = setTimeout(
      () => refuse({ code: 'beyond-bound', bound: 'seconds', most: apartBounds.seconds }),
      apartBounds.seconds * 1000,
    );
    thread.on('message', (sent: Sent) => {
      if ('rows' in sent) {
        for (const row of sent.rows) rows.push(row);
        setImmediate(() => thread.postMessage('taken'));
        return;
      }
      clearTimeout(timer);
      if ('refusal' in sent) refuse(sent.refusal);
      else done({ ...sent.rest, rows } as T);
    });
    thread.on('error', (error: Error & { code?: string }) => {
      clearTimeout(timer);
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        refuse({ code: 'beyond-bound', bound: 'megabytes', most: apartBounds.heapMb });
      else failed(error);
    });
    // Without an answer: ended by its own fault.
    thread.on('exit', () => {
      clearTimeout(timer);
      failed(new Error('The reading of a sent file ended without an answer.'));
    });
  }).finally(() => thread.terminate());
}

/**
 * Reads a sent file in a thread with bounded time and memory, one at a time. `reader` is a module whose `read(bytes,
 * options)` returns an object with `rows`; `options` must be plain data. Throws what it refuses, or the bound exceeded.
 */
export async function readApart<T extends { rows: unknown[] }>(
  reader: URL,
  bytes: Buffer,
  options: unknown = {},
): Promise<T> {
  const release = await turn();
  try {
    return await inThread<T>(reader, bytes, options);
  } finally {
    release();
  }
}

const turnMs = 2;

/** Converts many items and lets other requests in between. */
export async function inTurns<A, B>(items: readonly A[], convert: (item: A) => B): Promise<B[]> {
  const converted: B[] = [];
  let since = performance.now();
  for (const item of items) {
    converted.push(convert(item));
    if (performance.now() - since < turnMs) continue;
    await new Promise((go) => setImmediate(go));
    since = performance.now();
  }
  return converted;
}
