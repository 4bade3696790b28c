// SPDX-License-Identifier: AGPL-3.0-or-later

import { get } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Running } from '../../api/server.ts';
import { change } from '../../db/change.ts';
import { problemAt, until } from '../harness/ask.ts';
import { type Ask, askingIn, done } from '../harness/keeping.ts';
import { today } from '../harness/office.ts';
import { withOffice, withSigned } from '../harness/opened.ts';

const programme = '/api/v1/programmes/manifattura-milano';
const { database, office } = withOffice();
const { office: other } = withOffice({ database });

const nameAt = async (address: string) =>
  ((await (await fetch(`${address}${programme}/labs/polifactory`)).json()) as { name: { it: string } }).name.it;
const rename = (through: Running, name: string) =>
  change(through.connection.db, { actor: 'test', reason: 'a new name' }, (writer) =>
    writer
      .updateTable('lab')
      .set({ name: { it: name } })
      .where('key', '=', 'polifactory')
      .execute(),
  );
/** Uses node:http, which does not decompress the body. */
const raw = (path: string, headers: Record<string, string>) =>
  new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }>(
    (resolve, reject) => {
      get(office.address + path, { headers }, (res) => {
        const chunks: Buffer[] = [];
        res
          .on('data', (chunk) => chunks.push(chunk))
          .on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }));
      }).on('error', reject);
    },
  );

describe('a refusal', () => {
  test.each([
    ['/api/v1/programmes/nowhere', 404, 'unknown-programme', []],
    [`${programme}/milestones/nothing`, 404, 'unknown-item', []],
    ['/api/v1/nothing', 404, 'unknown-address', []],
    [`${programme}/dashboard?asOf=2017-02-30`, 400, 'invalid-parameter', ['asOf']],
    [`${programme}/dashboard?asOf=yesterday`, 400, 'invalid-parameter', ['asOf']],
    [`${programme}/dashboard?asOf=2999-01-01`, 400, 'invalid-parameter', ['asOf']],
    [`${programme}/dashboard?cycle=never`, 400, 'invalid-parameter', ['cycle']],
    [`${programme}/milestones?colour=red`, 400, 'invalid-parameter', ['colour']],
    [`${programme}/milestones?status=splendid`, 400, 'invalid-parameter', ['status']],
    [`${programme}/milestones?limit=0`, 400, 'invalid-parameter', ['limit']],
    [`${programme}/milestones?limit=201&sort=colour`, 400, 'invalid-parameter', ['limit', 'sort']],
    [`${programme}/milestones?cursor=rubbish`, 400, 'invalid-parameter', ['cursor']],
    [`${programme}/labs?cursor=WyIxIl0`, 400, 'invalid-parameter', ['cursor']],
    [`${programme}/dashboard?asOf=2001-01-01`, 404, 'nothing-known', []],
  ])('of %s is a problem document that names what is wrong', async (path, status, code, names) => {
    const problem = await problemAt(office.address, path);
    expect(problem.status).toBe(status);
    expect(problem.type).toContain('application/problem+json');
    expect(problem.body).toMatchObject({ status, type: `urn:officina:problem:${code}` });
    expect(problem.body.errors.map((error) => error.name).sort()).toEqual(names);
    expect(problem.body.title).not.toBe('');
  });

  test('is in the language of the request', async () => {
    expect((await problemAt(office.address, `${programme}/dashboard?asOf=2999-01-01`, 'it')).body.detail).toContain(
      'è una data futura',
    );
    expect((await problemAt(office.address, `${programme}/dashboard?asOf=2999-01-01`, 'en')).body.detail).toContain(
      'in the future',
    );
  });

  test('has status 405 for a method that is not supported', async () => {
    const reply = await fetch(`${office.address}${programme}/register`, { method: 'POST' });
    expect(reply.status).toBe(405);
  });
});

describe('the request body', () => {
  const official = withSigned(database, { role: 'official', programme: 'citta-campione' });
  const ask: Ask = (...asked) => askingIn(office, 'citta-campione', official)(...asked);
  const faultsOf = async (reply: ReturnType<Ask>) => {
    const { status, body } = await reply;
    return [
      status,
      body.type,
      ...(body.errors ?? []).map(({ name, reason }: Record<string, string>) => [name, reason]),
    ];
  };
  const refused = [400, 'urn:officina:problem:invalid-parameter'];
  const strange = 'contains characters that are not allowed';

  test('must be text that the database can store, at any depth, in values and in keys', async () => {
    const { items } = await done(ask('GET', '/areas'));
    const draft = await done(ask('POST', '/call-drafts', { kind: 'space', area: items[0].key }));
    const save = (more: object) =>
      faultsOf(ask('PUT', `/call-drafts/${draft.draftId}`, { plan: { ...draft.plan, ...more } }, draft.version));
    const half = '\ud800';
    const nul = '\0';
    expect(await save({ name: { it: `Bando${nul}` } })).toEqual([...refused, ['plan.name.it', strange]]);
    const asked = { kind: 'question', name: { it: half }, required: true };
    expect(await save({ requirements: [asked] })).toEqual([...refused, ['plan.requirements.0.name.it', strange]]);
    expect(await save({ [`a${nul}`]: 1 })).toEqual([...refused, [`plan.a${nul}`, strange]]);
    expect((await save({ name: { it: 'Bando 🏭' } }))[0]).toBe(200);
    const deep = JSON.parse(`${'['.repeat(20)}"\\u0000"${']'.repeat(20)}`);
    expect((await save({ summary: deep })).at(-1)?.[1]).toBe(strange);
    expect(await faultsOf(ask('GET', '/labs?q=%00'))).toEqual([...refused, ['q', strange]]);
    expect((await ask('GET', '/labs/%00')).status).toBe(400);
  });

  test.each([
    ['DELETE', '/call-drafts/99999999999', 'draft'],
    ['POST', '/calls/nessuno/applications/99999999999/release', 'application'],
    ['GET', '/calls/nessuno/rankings/99999999999/recompute.json', 'ranking'],
    ['DELETE', '/labs/nessuno/documents/99999999999', 'document'],
  ] as const)('is no number beyond what the database counts to: %s %s', async (method, path, name) => {
    expect(await faultsOf(ask(method, path))).toEqual(expect.arrayContaining([...refused, [name, 'is out of range']]));
  });

  test('must have instants in a plausible range of years', async () => {
    const year = 'is not between 1900 and 2200';
    const { items } = await done(ask('GET', '/areas'));
    const draft = await done(ask('POST', '/call-drafts', { kind: 'space', area: items[0].key }));
    const save = (opensAt: string) =>
      faultsOf(ask('PUT', `/call-drafts/${draft.draftId}`, { plan: { ...draft.plan, opensAt } }, draft.version));
    for (const at of ['0000-01-01T00:00:00Z', '1899-12-31T23:59:59Z', '2201-01-01T00:00:00Z'])
      expect(await save(at)).toEqual([...refused, ['plan.opensAt', year]]);
    expect(await save('tomorrow')).toEqual([...refused, ['plan.opensAt', 'does not have the required format']]);
    expect((await save('2200-12-31T23:59:59Z'))[0]).toBe(200);
  });

  test('is refused above a size limit that the message states in a suitable unit', async () => {
    const { status, body } = await ask('POST', '/call-drafts', { kind: 'x'.repeat(300_000) });
    expect([status, body.title, body.detail]).toEqual([
      413,
      'Content too large',
      'The content exceeds 256 kB: make it smaller.',
    ]);
  });
});

describe('the public cache', () => {
  test('stores a response once, compressed, with an ETag for revalidation', async () => {
    const plain = await raw(`${programme}/zones`, {});
    const brotli = await raw(`${programme}/zones`, { 'accept-encoding': 'gzip, br' });
    const gzip = await raw(`${programme}/zones`, { 'accept-encoding': 'gzip' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    const again = await raw(`${programme}/zones`, { 'if-none-match': String(plain.headers.etag) });
    expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) });
  });

  test('shows a committed write in the next read on the same instance', async () => {
    for (let round = 0; round < 25; round += 1) {
      await rename(office, `Polifactory ${round}`);
      expect(await nameAt(office.address)).toBe(`Polifactory ${round}`);
    }
  });

  test('shows it on another instance as soon as the notification arrives', async () => {
    await nameAt(other.address);
    // Write directly in SQL, so that only the notification can invalidate the cache.
    await sql`update lab set name = '{"it": "Polifactory, seen from afar"}' where key = 'polifactory'`.execute(
      database.db,
    );
    await until(
      () => nameAt(other.address),
      (name) => name === 'Polifactory, seen from afar',
    );
  });

  test('shows a direct SQL write', async () => {
    await nameAt(office.address);
    await sql`update lab set name = '{"it": "Scritto a mano"}' where key = 'polifactory'`.execute(database.db);
    await until(
      () => nameAt(office.address),
      (name) => name === 'Scritto a mano',
    );
  });

  test('never stores a response read before a write that finished after it', async () => {
    const readers = Array.from({ length: 8 }, async () => {
      for (let times = 0; times < 20; times += 1) await nameAt(office.address);
    });
    for (let round = 0; round < 20; round += 1) {
      await rename(office, `Corsa ${round}`);
      expect(await nameAt(office.address)).toBe(`Corsa ${round}`);
    }
    await Promise.all(readers);
  });

  test('stores nothing while notifications are down, and reconnects by itself', async () => {
    await nameAt(office.address);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen revision' and datname = current_database()`.execute(
      database.db,
    );
    await sql`alter table lab disable trigger zz_change`.execute(database.db);
    await sql`update lab set name = '{"it": "Senza annuncio"}' where key = 'polifactory'`.execute(database.db);
    await sql`alter table lab enable trigger zz_change`.execute(database.db);
    await until(
      () => nameAt(office.address),
      (name) => name === 'Senza annuncio',
    );
    await rename(other, 'Di nuovo in ascolto');
    await until(
      () => nameAt(office.address),
      (name) => name === 'Di nuovo in ascolto',
    );
  });
});

describe('live events', () => {
  test('notify an open page of changes in its programme only', async () => {
    const watch = new AbortController();
    const another = await fetch(`${office.address}${programme}/live`, { signal: watch.signal });
    expect(another.status).toBe(200);
    const reply = await fetch(`${office.address}${programme}/live`, { signal: watch.signal });
    expect(reply.headers.get('content-type')).toBe('text/event-stream');
    const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
    await change(office.connection.db, { actor: 'test', reason: 'elsewhere' }, (writer) =>
      writer
        .updateTable('area')
        .set({ note: { it: 'altrove' } })
        .where('key', '=', 'comunicazione')
        .where('programme_id', '!=', sql<number>`(select programme_id from programme where key = 'manifattura-milano')`)
        .execute(),
    );
    await rename(office, 'Dal vivo');
    let heard = '';
    while (!heard.includes('event: revision')) heard += (await reader?.read())?.value ?? '';
    watch.abort();
    expect(heard.match(/event: revision/g)).toHaveLength(1);
  });

  test('refuse a programme that does not exist', async () => {
    expect((await problemAt(office.address, '/api/v1/programmes/nowhere/live')).status).toBe(404);
  });
});

describe('the service', () => {
  test('reports health and the current day', async () => {
    const reply = await fetch(`${office.address}/api/v1/status`);
    expect(await reply.json()).toEqual({ state: 'ok', version: 'test', today: today() });
  });

  test('sends the security headers', async () => {
    const { headers } = await fetch(`${office.address}/api/v1/status`);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});
