// SPDX-License-Identifier: AGPL-3.0-or-later

import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { pageAt } from '../../api/http/pages.rules.ts';
import { readOpenApi } from '../harness/ask.ts';
import { withOffice, withSigned } from '../harness/opened.ts';
import { askingAs, signIn } from '../harness/people.ts';

const { database, office } = withOffice({ page: true });
const official = withSigned(database, { role: 'official', programme: 'citta-campione' });
const room = '/api/v1/programmes/citta-campione';
const cursor = (...parts: string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe('what no database can read is refused before the query:', () => {
  test.each([
    '/api/v1/programmes/%00/live',
    '/api/v1/programmes/%00',
    `${room}/labs/%00`,
    '/api/v1/feeds/%00.ics',
    `${room}/changes?cursor=${cursor('2026-02-30', '1')}`,
    `${room}/changes?cursor=${cursor('2026-13-01', '1')}`,
    `${room}/labs?cursor=${cursor('1e-5', 'a\0', 'b')}`,
    `${room}/labs?cursor=${cursor('9'.repeat(300), 'a', 'b')}`,
    `${room}/labs?cursor=${cursor('1', '\ud800', 'b')}`,
    `${room}/spaces?cursor=${cursor('a', 'b\0')}`,
    `${room}/organisations?cursor=${cursor('a\0', 'b')}`,
    `${room}/milestones?cursor=${cursor('a', '99999999999999999999')}`,
    `${room}/dashboard?asOf=2026-02-30`,
  ])('%s', async (path) => {
    expect((await fetch(office.address + path)).status).toBe(400);
  });
});

describe('errors have the status of their kind:', () => {
  test.each([
    ['/it/nope', 404],
    ['/it/nope/nope', 404],
    ['/it/citta-campione/nope', 404],
    ['/it/citta-campione/milestones', 404],
    ['/it/citta-campione/plan', 200],
    ['/en/citta-campione/labs/any', 200],
    ['/it/sign-in', 200],
    ['/it', 200],
    ['/', 200],
  ])('the page %s is answered with %i', async (path, status) => {
    const reply = await fetch(office.address + path);
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toContain('text/html');
  });

  test('a full disk is 507, and a lock conflict 503 with Retry-After', async () => {
    const ask = askingAs(office.address, official);
    const { body } = await ask('POST', `${room}/labs`, { name: { it: 'Piena' }, kind: 'fablab' });
    for (const [code, status, rule] of [
      ['53100', 507, 'database-full'],
      ['40P01', 503, 'database-unreachable'],
    ]) {
      await sql
        .raw(`create or replace function refuse() returns trigger language plpgsql as $$
          begin raise exception 'no' using errcode = '${code}'; end $$;
          create or replace trigger refuse before update on lab for each row execute function refuse()`)
        .execute(database.db);
      const reply = await ask(
        'PATCH',
        `${room}/labs/${body.key}`,
        { phone: '02 1234567' },
        { 'if-match': `"${body.version}"` },
      );
      await sql.raw('drop trigger refuse on lab').execute(database.db);
      expect(reply).toMatchObject({ status, body: { rule } });
      expect(reply.headers.get('retry-after')).toBe(status === 503 ? '2' : null);
    }
  });

  test('no GET is declared or answered with 409', async () => {
    const { paths } = await readOpenApi<{ paths: Record<string, { get?: { responses: object } }> }>(office.address);
    for (const { get } of Object.values(paths)) expect(Object.keys(get?.responses ?? {})).not.toContain('409');
    const reply = await fetch(`${office.address}/api/v1/access/provider`, { redirect: 'manual' });
    expect(reply.status).toBe(404);
    const evaluator = askingAs(
      office.address,
      await signIn(database, { role: 'evaluator', programme: 'citta-campione' }),
    );
    const { items } = (await evaluator('GET', `${room}/calls`)).body;
    for (const { key } of items) {
      const { status } = await evaluator('GET', `${room}/calls/${key}/evaluation`);
      expect([200, 403, 404]).toContain(status);
    }
  });
});

test('a reply from the cache carries the same security headers as the first one', async () => {
  const path = `${office.address}${room}/areas`;
  const [first, second] = [await fetch(path), await fetch(path)];
  const unchanged = await fetch(path, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
  expect(unchanged.status).toBe(304);
  for (const name of ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'x-frame-options'])
    for (const reply of [first, second, unchanged, await fetch(`${office.address}/it/`)])
      expect([name, reply.headers.get(name)]).toEqual([name, first.headers.get(name) ?? 'none']);
});

test('pageAt knows pages of the service, of a programme, and none', () => {
  expect(pageAt('/it/')).toEqual({ programme: null });
  expect(pageAt('/en/account')).toEqual({ programme: null });
  expect(pageAt('/it/milano/labs/x/claim')).toEqual({ programme: 'milano' });
  expect(pageAt('/it/milano/')).toEqual({ programme: 'milano' });
  expect(pageAt('/fr/milano')).toBeNull();
  expect(pageAt('/it/milano/labs/x/nope')).toBeNull();
});
