// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withOffice } from '../../harness/opened.ts';
import { askingAs, createJar, signIn } from '../../harness/people.ts';

const acr = 'https://www.spid.gov.it/SpidL2';
// Provider and office need each other's address: the office contacts the provider only on first use.
const known = {
  issuer: '',
  clientId: 'officina',
  clientSecret: 'segreto',
  name: 'Prova',
  claims: { name: 'name', email: 'email' },
  acr: [acr],
};
const { database, office } = withOffice({ settings: { provider: known } });
let server: Server;
let issuer: string;
/** The level of assurance that the provider returns; set by a test. */
let level = acr;

/** A real OpenID Connect provider whose login page accepts any name. */
async function startProvider() {
  server = createServer();
  server.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'officina',
        client_secret: 'segreto',
        redirect_uris: [`${office.address}/api/v1/access/provider/return`],
      },
    ],
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    acrValues: [acr],
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({ sub, name: `Persona ${sub}`, email: `${sub}@comune.example`, email_verified: true }),
    }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['prova'] },
  });
  const answer = provider.callback();
  server.on('request', async (req, res) => {
    if (!req.url?.startsWith('/interaction/')) return answer(req, res);
    // Signs in the person chosen by the test and consents to everything.
    const { prompt, params, grantId } = await provider.interactionDetails(req, res);
    if (prompt.name === 'login') {
      const login = { accountId: String(req.headers['x-person']), acr: level, remember: false };
      return provider.interactionFinished(req, res, { login }, { mergeWithLastSubmission: false });
    }
    const { session } = await provider.interactionDetails(req, res);
    const grant =
      (grantId ? await provider.Grant.find(grantId) : undefined) ??
      new provider.Grant({ accountId: session?.accountId, clientId: String(params.client_id) });
    grant.addOIDCScope('openid profile email');
    const consent = { grantId: await grant.save() };
    return provider.interactionFinished(req, res, { consent }, { mergeWithLastSubmission: true });
  });
}

beforeAll(async () => {
  await startProvider();
  known.issuer = issuer;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

type Jar = ReturnType<typeof createJar>;

/** Follows redirects with cookies per host until a page of the office responds; returns its URL. */
async function follow(from: string, here: Jar, there: Jar, person: string): Promise<string> {
  let at = from;
  for (let step = 0; step < 12; step += 1) {
    const jar = at.startsWith(issuer) ? there : here;
    const reply = await fetch(at, { redirect: 'manual', headers: { cookie: jar.cookie, 'x-person': person } });
    jar.take(reply.headers);
    const next = reply.headers.get('location');
    if (!next) return `${at} ${reply.status} ${await reply.text()}`;
    at = new URL(next, at).href;
    if (/\/(it|en)\//.test(new URL(at).pathname)) return at;
  }
  throw new Error('the way through the provider never ends');
}

const leave = (here: Jar, person: string, to = '/it/account') =>
  follow(`${office.address}/api/v1/access/provider?to=${to}`, here, createJar(), person);
const meOf = async (jar: Jar) => (await askingAs(office.address, jar)('GET', '/api/v1/access/me')).body.account;

describe('signing in with an identity provider', () => {
  test('creates an account without a role for a new person, and finds it the next time', async () => {
    const first = createJar();
    expect(await leave(first, 'nuova', '/it/manifattura-milano')).toBe(`${office.address}/it/manifattura-milano`);
    expect(await meOf(first)).toMatchObject({ name: 'Persona nuova', roles: [] });
    const again = createJar();
    await leave(again, 'nuova');
    expect(await meOf(again)).toEqual(await meOf(first));
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from access.account where name = 'Persona nuova'`.execute(database.db);
    expect(rows[0]?.n).toBe(1);
  });

  test('never matches an account by e-mail address', async () => {
    const there = await signIn(database, { role: 'official', programme: 'mics' });
    const [name] = there.email.split('@');
    const jar = createJar();
    await leave(jar, name ?? '');
    expect(await meOf(jar)).toMatchObject({ name: `Persona ${name}`, email: null, roles: [] });
  });

  test('can be added to an account while signed in to it', async () => {
    const there = await signIn(database, { role: 'official', programme: 'mics' });
    const jar = createJar();
    jar.take(new Headers([['set-cookie', there.cookie]]));
    await leave(jar, 'collegata');
    const fresh = createJar();
    await leave(fresh, 'collegata');
    expect(await meOf(fresh)).toMatchObject({ email: there.email, roles: [{ role: 'official' }] });
  });

  test('is refused below the level of assurance asked for', async () => {
    level = 'https://www.spid.gov.it/SpidL1';
    const jar = createJar();
    const end = await leave(jar, 'debole');
    level = acr;
    expect(end).toMatch(/\/sign-in\?refused=provider$/);
    expect(await meOf(jar)).toBeNull();
  });

  test('is refused in a browser that did not start it, and on reuse', async () => {
    const mine = createJar();
    const start = await fetch(`${office.address}/api/v1/access/provider`, { redirect: 'manual' });
    mine.take(start.headers);
    const state = new URL(start.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const back = `${office.address}/api/v1/access/provider/return?code=rubato&state=${state}&iss=${encodeURIComponent(issuer)}`;
    const victim = createJar();
    expect(await follow(back, victim, createJar(), '')).toMatch(/refused=provider$/);
    expect(await follow(back, mine, createJar(), '')).toMatch(/refused=provider$/);
    expect(await meOf(victim)).toBeNull();
    expect(await meOf(mine)).toBeNull();
  });

  test('sends PKCE, state and nonce, and redirects only within this site', async () => {
    const start = await fetch(`${office.address}/api/v1/access/provider`, { redirect: 'manual' });
    const asked = new URL(start.headers.get('location') ?? '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect([asked.get('state'), asked.get('nonce'), asked.get('code_challenge')].every(Boolean)).toBe(true);
    expect(asked.get('acr_values')).toBe(acr);
    for (const to of ['https://evil.example', '//evil.example', '/it/..//evil.example:80\\']) {
      const reply = await fetch(`${office.address}/api/v1/access/provider?to=${encodeURIComponent(to)}`, {
        redirect: 'manual',
      });
      expect(reply.status).toBe(400);
    }
  });
});
