// SPDX-License-Identifier: AGPL-3.0-or-later

import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { startOffice } from '../../harness/office.ts';
import { withOffice } from '../../harness/opened.ts';
import { askingAs, createJar, ruleOf, signIn } from '../../harness/people.ts';

const programme = 'manifattura-milano';
const { database, office } = withOffice();
const { office: other } = withOffice({ database });

async function lastMail(recipient: string) {
  const { rows } = await sql<{ subject: string; body: string }>`
    select subject, body from access.mail where recipient = ${recipient} order by mail_id desc limit 1`.execute(
    database.db,
  );
  return rows[0];
}

const secretIn = (body: string | undefined) => /#([\w-]+)/.exec(body ?? '')?.[1] ?? '';

/** Requests a link with a new cookie jar; returns the secret and the cookies. */
async function askedLink(email: string) {
  const jar = createJar();
  const reply = await askingAs(office.address)('POST', '/api/v1/access/links', { email });
  jar.take(reply.headers);
  return { reply, jar, token: secretIn((await lastMail(email))?.body) };
}

const redeem = (token: string, jar: { cookie: string }) =>
  askingAs(office.address, jar)('POST', '/api/v1/access/sessions', { token });

describe('a sign-in link', () => {
  test('signs in the person who requested it, in the same browser, once', async () => {
    const { email } = await signIn(database);
    const { jar, token } = await askedLink(email);
    const first = await redeem(token, jar);
    expect(first.status).toBe(200);
    expect(first.body.account.email).toBe(email);
    const cookie = first.headers.getSetCookie().find((line) => line.startsWith('officina_session'));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect((await redeem(token, jar)).body).toMatchObject({ status: 409, detail: expect.stringContaining('used') });
  });

  test('is useless in another browser', async () => {
    const { email } = await signIn(database);
    const { token } = await askedLink(email);
    const stranger = createJar();
    expect(await ruleOf(redeem(token, stranger))).toBe('attempt-ended');
    const { jar } = await askedLink(email);
    expect(await ruleOf(redeem(token, jar))).toBe('attempt-ended');
  });

  test('expires after twenty minutes', async () => {
    const { email } = await signIn(database);
    const { jar, token } = await askedLink(email);
    await sql`update access.attempt set expires_at = expires_at - interval '20 minutes 1 second'`.execute(database.db);
    expect(await ruleOf(redeem(token, jar))).toBe('attempt-ended');
  });

  test('is hashed in the database', async () => {
    const { email } = await signIn(database);
    const { token } = await askedLink(email);
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from access.attempt where position(convert_to(${token}, 'UTF8') in hash) > 0
      or detail::text like ${`%${token}%`}`.execute(database.db);
    expect(rows[0]?.n).toBe(0);
  });

  test('has the same response for known and unknown addresses', async () => {
    const { email } = await signIn(database);
    const known = (await askedLink(email)).reply;
    const unknown = (await askedLink('nobody@elsewhere.example')).reply;
    expect(unknown.status).toBe(known.status);
    expect(unknown.body).toEqual(known.body);
    expect((await lastMail('nobody@elsewhere.example'))?.body).not.toContain('#');
  });

  test('over TLS sets Secure, host-only cookies', async () => {
    const secure = await startOffice(database, false, { publicUrl: 'https://officina.example' });
    const { email } = await signIn(database);
    const reply = await askingAs(secure.address)('POST', '/api/v1/access/links', { email });
    await secure.stop();
    expect(reply.headers.getSetCookie()[0]).toMatch(/^__Host-officina_browser=.*; Secure/);
    expect((await lastMail(email))?.body).toContain('https://officina.example/it/sign-in#');
  });
});

describe('attempts to sign in', () => {
  const asking = (email: string, from: Record<string, string> = {}, address = office.address) =>
    askingAs(address)('POST', '/api/v1/access/links', { email }, from);

  test('by strangers lock nobody out: the last link mailed works for whoever reads the mails', async () => {
    const { email } = await signIn(database);
    for (let time = 0; time < 12; time += 1)
      expect(
        (await asking(email, { 'x-forwarded-for': `10.0.0.${time}` }, time % 2 ? other.address : office.address))
          .status,
      ).toBe(200);
    const { rows } = await sql<{ n: number }>`select count(*) as n from access.mail where recipient = ${email}`.execute(
      database.db,
    );
    expect(rows[0]?.n).toBe(3);
    const { reply, jar, token } = await askedLink(email);
    expect(reply.status).toBe(200);
    expect(await ruleOf(redeem(token, createJar()))).toBe('attempt-ended');
    expect((await redeem(token, jar)).body.account.email).toBe(email);
    // A link that was used does not delay the next one.
    await sql`update access.attempt set used_at = now() where asked_for is not null`.execute(database.db);
    await asking(email);
    expect(secretIn((await lastMail(email))?.body)).not.toBe(token);
  });

  test('are limited per browser across instances, with Retry-After and the remaining number', async () => {
    const jar = { cookie: 'officina_browser=a-mark-of-its-own' };
    const replies = [];
    for (let time = 0; time < 41; time += 1) {
      const { address } = time % 2 ? other : office;
      replies.push(
        await askingAs(address, jar)(
          'POST',
          '/api/v1/access/links',
          { email: `a${time}@b.example` },
          { 'x-forwarded-for': `10.0.1.${time}` },
        ),
      );
    }
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(40);
    const last = replies.at(-1);
    expect(last?.status).toBe(429);
    expect(last?.body.detail).toMatch(/minut/);
    expect(last?.headers.get('x-ratelimit-limit')).toBe('40');
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(3000);
    expect(Number(last?.headers.get('x-ratelimit-reset'))).toBeLessThanOrEqual(3600);
  });

  test('are limited per address, so that a whole office can sign in behind one, and not by requests of another kind', async () => {
    const from = { 'x-forwarded-for': '203.0.113.9' };
    await asking('first@b.example', from);
    await sql`update access.rate set hits = 600 where hits > 0`.execute(database.db);
    expect(await asking('last@b.example', from)).toMatchObject({ status: 429, body: { rule: 'too-many' } });
    const passkey = await askingAs(office.address)('POST', '/api/v1/access/passkeys/sign-in/options', {}, from);
    expect(passkey.status).not.toBe(429);
    await sql`delete from access.rate`.execute(database.db);
  });
});

describe('a session', () => {
  test('is stored only as a hash', async () => {
    const { cookie } = await signIn(database);
    const token = cookie.split('=')[1] ?? '';
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from access.session where position(convert_to(${token}, 'UTF8') in hash) > 0`.execute(
      database.db,
    );
    expect(rows[0]?.n).toBe(0);
    expect((await askingAs(office.address, { cookie })('GET', '/api/v1/access/me')).body.account).not.toBeNull();
  });

  test('expires when idle, and on its last day', async () => {
    const idle = await signIn(database);
    const old = await signIn(database);
    await sql`update access.session set seen_at = now() - interval '12 hours 1 second'
      where account_id = ${idle.accountId}`.execute(database.db);
    await sql`update access.session set ends_at = now() where account_id = ${old.accountId}`.execute(database.db);
    for (const who of [idle, old]) {
      expect((await askingAs(office.address, who)('GET', '/api/v1/access/me')).body.account).toBeNull();
      expect((await askingAs(office.address, who)('GET', '/api/v1/access/sessions')).status).toBe(401);
    }
  });

  test('can be ended from another session of the same person only', async () => {
    const me = await signIn(database);
    const { jar, token } = await askedLink(me.email);
    jar.take((await redeem(token, jar)).headers);
    const here = askingAs(office.address, jar);
    const { items } = (await here('GET', '/api/v1/access/sessions')).body;
    const there = items.find(({ current }: { current: boolean }) => !current);
    expect(items).toHaveLength(2);
    const stranger = askingAs(office.address, await signIn(database));
    expect((await stranger('DELETE', `/api/v1/access/sessions/${there.sessionId}`)).status).toBe(404);
    expect((await here('DELETE', `/api/v1/access/sessions/${there.sessionId}`)).status).toBe(200);
    expect((await askingAs(office.address, me)('GET', '/api/v1/access/sessions')).status).toBe(401);
    expect((await here('DELETE', '/api/v1/access/sessions/current')).status).toBe(200);
    expect((await here('GET', '/api/v1/access/sessions')).status).toBe(401);
  });

  test('is refused on cross-site requests', async () => {
    const who = await signIn(database);
    const ask = askingAs(office.address, who);
    const rename = (headers: Record<string, string>) => ask('PATCH', '/api/v1/access/me', { name: 'Altro' }, headers);
    expect((await rename({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await rename({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await rename({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await rename({ origin: 'null' })).status).toBe(403);
    const bare = await fetch(`${office.address}/api/v1/access/me`, {
      method: 'PATCH',
      headers: { cookie: who.cookie, 'content-type': 'application/json' },
      body: '{"name":"Altro"}',
    });
    expect(bare.status).toBe(403);
    expect((await rename({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  test('is never served from or stored in the public cache', async () => {
    const path = `/api/v1/programmes/${programme}/milestones`;
    const mine = await askingAs(office.address, await signIn(database))('GET', path);
    expect(mine.headers.get('cache-control')).toBe('private, no-store');
    expect((await askingAs(office.address)('GET', path)).headers.get('cache-control')).toBe('public, no-cache');
  });
});

describe('a person', () => {
  test('is deleted on request, and their changes remain under the office', async () => {
    const whom = {
      role: 'official',
      programme: 'citta-campione',
      name: 'Mara Viola',
      office: 'Ufficio spazi',
    } as const;
    const who = await signIn(database, { ...whom, nameIsPublic: true });
    const ask = askingAs(office.address, who);
    const room = '/api/v1/programmes/citta-campione';
    const { items } = (await ask('GET', `${room}/milestones?status=on-track`)).body;
    await ask('POST', `${room}/milestones/${items[0].key}/forecasts`, {});
    await askedLink(who.email);
    const actor = async () =>
      (await askingAs(office.address)('GET', `${room}/changes?item=milestones/${items[0].key}&limit=1`)).body.items[0]
        .actor;
    expect(await actor()).toBe('Mara Viola');
    expect((await ask('DELETE', '/api/v1/access/me')).status).toBe(200);
    expect((await ask('GET', '/api/v1/access/sessions')).status).toBe(401);
    expect(await actor()).toBe('Ufficio spazi');
    const { rows } = await sql<{ n: number }>`select (select count(*) from access.account where email = ${who.email})
      + (select count(*) from access.mail where recipient = ${who.email}) as n`.execute(database.db);
    expect(rows[0]?.n).toBe(0);
  });

  test('cannot be deleted while they are the last administrator of a programme', async () => {
    const only = await signIn(database, { role: 'administrator', programme: 'mtc-torino' });
    expect(await ruleOf(askingAs(office.address, only)('DELETE', '/api/v1/access/me'))).toBe('last-administrator');
    const other = await signIn(database, { role: 'administrator', programme: 'mtc-torino' });
    expect((await askingAs(office.address, only)('DELETE', '/api/v1/access/me')).status).toBe(200);
    expect(await ruleOf(askingAs(office.address, other)('DELETE', '/api/v1/access/me'))).toBe('last-administrator');
  });
});

describe('the local outbox', () => {
  const open = (address: string, key: string, headers: Record<string, string> = {}) =>
    askingAs(address)('POST', '/api/v1/outbox', { key }, headers);

  test('opens by its secret alone, from wherever a proxy makes the request come', async () => {
    const local = await startOffice(database, false, { outboxKey: 'a-secret-of-the-console' });
    const reply = await open(local.address, 'a-secret-of-the-console');
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toContain('no-store');
    expect((await open(local.address, 'a-secret-of-the-consolf')).status).toBe(404);
    expect((await open(local.address, '', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(404);
    await local.stop();
  });

  test('is closed without a secret, which exists with neither mail server nor public address', async () => {
    expect((await open(office.address, '')).status).toBe(404);
    expect((await askingAs(office.address)('GET', '/api/v1/outbox')).status).toBe(404);
  });
});

describe('the database role of requests', () => {
  test('cannot change, extend or truncate the log, or bypass its views', async () => {
    const { db } = office.connection;
    const { rows } = await sql<{ role: string }>`select current_user as role`.execute(db);
    expect(rows[0]?.role).toBe('officina_app');
    for (const statement of [
      "update change set reason = ''",
      'delete from change',
      'truncate change',
      "insert into change (programme_id, table_name, item, operation, known_on, actor, reason) values (1, 'area', 'x', 'insert', current_date, '', '')",
      'alter table change disable trigger all',
    ]) {
      await expect(sql.raw(statement).execute(db)).rejects.toThrow(/permission denied|must be owner/);
    }
  });
});
