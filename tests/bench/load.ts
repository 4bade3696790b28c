// SPDX-License-Identifier: AGPL-3.0-or-later
import { connect, type Socket } from 'node:net';

export interface Measured {
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  requests: number;
}

interface Asked {
  address: string;
  path: string;
  headers?: Record<string, string>;
  /** POST body, sent as JSON. */
  body?: string;
  connections: number;
  seconds: number;
}

const percentile = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Length of the first complete response, 0 if incomplete. All servers send Content-Length, or 304 without a body. */
function answerLength(bytes: Buffer): number {
  const head = bytes.indexOf('\r\n\r\n');
  if (head < 0) return 0;
  const text = bytes.toString('latin1', 0, head).toLowerCase();
  const at = text.indexOf('content-length:');
  const body = at < 0 || text.startsWith('http/1.1 304') ? 0 : Number.parseInt(text.slice(at + 15), 10);
  const whole = head + 4 + body;
  return bytes.length >= whole ? whole : 0;
}

/** One connection that repeats the request until the time is over. */
function keepAsking(socket: Socket, request: Buffer, until: number, took: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0);
    let sent = 0;
    const ask = () => {
      sent = performance.now();
      socket.write(request);
    };
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const length = answerLength(received);
      if (length === 0) return;
      if (took.length === 0 && !/^HTTP\/1\.1 (200|304)/.test(received.toString('latin1', 0, 12)))
        return reject(new Error(received.toString()));
      received = received.subarray(length);
      took.push(performance.now() - sent);
      if (performance.now() < until) ask();
      else {
        socket.end();
        resolve();
      }
    });
    ask();
  });
}

/**
 * Load generator for one URL over `connections` keep-alive connections. Uses plain sockets, because an HTTP client
 * that costs as much as the server would distort the result.
 */
export async function load({ address, path, headers = {}, body, connections, seconds }: Asked): Promise<Measured> {
  const { hostname, port, host } = new URL(address);
  const lines = [
    `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1`,
    `host: ${host}`,
    ...(body === undefined ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`]),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  const request = Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`);
  const sockets = await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<Socket>((resolve, reject) => {
          const socket = connect({ host: hostname, port: Number(port), noDelay: true }, () => resolve(socket)).on(
            'error',
            reject,
          );
        }),
    ),
  );
  const took: number[] = [];
  const start = performance.now();
  await Promise.all(sockets.map((socket) => keepAsking(socket, request, start + seconds * 1000, took)));
  const elapsed = (performance.now() - start) / 1000;
  took.sort((a, b) => a - b);
  return {
    requestsPerSecond: Math.round(took.length / elapsed),
    p50Ms: percentile(took, 0.5),
    p99Ms: percentile(took, 0.99),
    requests: took.length,
  };
}

/** Sequential requests with their durations, for operations that need `before` each time. */
export async function oneByOne(
  times: number,
  ask: () => Promise<void>,
  before: () => Promise<void>,
): Promise<Measured> {
  const took: number[] = [];
  for (let round = 0; round < times; round += 1) {
    await before();
    const start = performance.now();
    await ask();
    took.push(performance.now() - start);
  }
  const total = took.reduce((sum, one) => sum + one, 0) / 1000;
  took.sort((a, b) => a - b);
  return {
    requestsPerSecond: Math.round(times / total),
    p50Ms: percentile(took, 0.5),
    p99Ms: percentile(took, 0.99),
    requests: times,
  };
}
