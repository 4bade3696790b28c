// SPDX-License-Identifier: AGPL-3.0-or-later

import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { limits } from '../../api/http/limits.rules.ts';
import { readOpenApi } from '../harness/ask.ts';
import { withOffice } from '../harness/opened.ts';

const { office } = withOffice();
const address = () => `${office.address}/api/v1/programmes/manifattura-milano/matches`;

async function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const reply = await fetch(address(), {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
  });
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
}

const nested = (levels: number) => `{"need":${'['.repeat(levels)}${']'.repeat(levels)}}`;

describe('a JSON body is bounded before it is parsed:', () => {
  test.each([
    ['levels', nested(40_000), 'body', 'has more than 32 levels: use fewer'],
    [
      'levels of objects',
      `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`,
      'body',
      'has more than 32 levels: use fewer',
    ],
    ['values', `{"need":[${'1,'.repeat(100_000)}1]}`, 'body', 'has more than 20,000 values: send it in parts'],
    ['a name', JSON.stringify({ ['k'.repeat(120_000)]: 1 }), 'body', 'has a field name longer than 200 bytes'],
  ])('%s', async (_what, body, name, reason) => {
    const reply = await post(body);
    expect(reply).toMatchObject({ status: 400, body: { rule: 'invalid-parameter', errors: [{ name, reason }] } });
    expect(await post(gzipSync(body), { 'content-encoding': 'gzip' })).toMatchObject({ status: 400 });
  });

  test('bytes, also after inflating', async () => {
    const long = JSON.stringify({ need: 'x'.repeat(300_000) });
    expect(await post(long)).toMatchObject({ status: 413, body: { rule: 'too-large' } });
    expect(await post(gzipSync(long), { 'content-encoding': 'gzip' })).toMatchObject({ status: 413 });
  });

  test('the reply to many faults names fifty, each name cut', async () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`${at}-${'k'.repeat(190)}`, 1]));
    const { errors } = (await post(JSON.stringify(many))).body as { errors: { name: string }[] };
    expect(errors).toHaveLength(50);
    expect(Math.max(...errors.map(({ name }) => name.length))).toBeLessThanOrEqual(101);
  });

  test('brackets and colons inside of strings do not count', async () => {
    const reply = await post(JSON.stringify({ colour: `"${'[{:,'.repeat(9000)}\\` }));
    expect(reply.body.errors).toEqual([
      expect.objectContaining({ name: 'process' }),
      { name: 'colour', reason: 'is not a parameter of this address' },
    ]);
  });
});

test.each([
  ['text/plain', '{}'],
  ['application/x-www-form-urlencoded', 'a=1'],
  ['application/json; charset=utf-16', Buffer.from('{}', 'utf16le')],
])('a body of type %s is refused with 415', async (type, body) => {
  expect(await post(body as string, { 'content-type': type })).toMatchObject({
    status: 415,
    body: { rule: 'not-json' },
  });
});

test('every write that anyone may call declares a limit, which counts before the body is read', async () => {
  type Paths = Record<string, Record<string, Record<string, unknown>>>;
  const { paths } = await readOpenApi<{ paths: Paths }>(office.address);
  const open = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) =>
      method !== 'get' && operation['x-officina-may'] === 'anyone'
        ? [{ path, limit: operation['x-officina-limit'] }]
        : [],
    ),
  );
  expect(open.length).toBeGreaterThan(10);
  for (const { limit } of open) expect(Object.keys(limits)).toContain(limit);
  const cookie = 'officina_browser=bounded';
  const replies = [];
  for (let time = 0; time <= limits.match.perBrowser; time += 1)
    replies.push((await post(nested(100), { cookie, 'sec-fetch-site': 'same-origin' })).status);
  expect(replies.at(-1)).toBe(429);
  expect(replies.at(-2)).toBe(400);
});
