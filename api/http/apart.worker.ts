// SPDX-License-Identifier: AGPL-3.0-or-later
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { Sent } from './apart.ts';
import { Refused } from './refusals.rules.ts';

interface Data {
  reader: string;
  bytes: Uint8Array;
  options: unknown;
}

interface Reader {
  read: (bytes: Buffer, options: unknown) => Promise<{ rows: unknown[] }> | { rows: unknown[] };
}

const rowsInPart = 50;
const post = (sent: Sent) => parentPort?.postMessage(sent);

const { reader, bytes, options } = workerData as Data;
try {
  const { read } = (await import(reader)) as Reader;
  const { rows, ...rest } = await read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options);
  // Each part is taken before the next is sent: parts that arrive together hold up whatever else is to be done.
  for (let at = 0; at < rows.length; at += rowsInPart) {
    post({ rows: rows.slice(at, at + rowsInPart) });
    if (parentPort) await once(parentPort, 'message');
  }
  post({ rest });
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  post({ refusal: error.refusal });
}
