// SPDX-License-Identifier: AGPL-3.0-or-later

import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Method, Right } from '../../../api/contract.ts';
import { may, type Role, roles } from '../../../api/http/rights.rules.ts';
import { inviteFirst } from '../../../api/people/roles/commands.ts';
import { readOpenApi } from '../../harness/ask.ts';
import { withOffice } from '../../harness/opened.ts';
import { askingAs, createJar, ruleOf, signIn } from '../../harness/people.ts';

const programme = 'manifattura-milano';
const elsewhere = 'mics';
const { database, office } = withOffice();

interface Operation {
  method: Exclude<Method, never>;
  path: string;
  right: Right;
}

/** All endpoints, from the OpenAPI document. */
async function operations(): Promise<Operation[]> {
  type Paths = Record<string, Record<string, { 'x-officina-may': Right }>>;
  const { paths } = await readOpenApi<{ paths: Paths }>(office.address);
  return Object.entries(paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({
      method: verb.toUpperCase() as Operation['method'],
      path,
      right: operation['x-officina-may'],
    })),
  );
}

interface Item {
  milestone: string;
  area: string;
  cycle: string;
  initiative: string;
  lab: string;
}

/** An item of each kind in one area, and another area. */
async function itemsOf(key: string): Promise<Item & { otherArea: string; otherLab: string }> {
  const { rows } = await sql<Item & { otherArea: string; otherLab: string }>`
    select m.key as milestone, m.area, m.cycle, i.key as initiative,
      (select min(l.key) from lab l where l.programme_id = m.programme_id) as lab,
      (select max(l.key) from lab l where l.programme_id = m.programme_id) as "otherLab",
      (select a.key from area a where a.programme_id = m.programme_id and a.key <> m.area limit 1) as "otherArea"
    from milestone m join programme p using (programme_id) join initiative i using (programme_id, area)
    where p.key = ${key} order by m.key, i.key limit 1`.execute(database.db);
  if (!rows[0]) throw new Error('the shipped programme has no item to try');
  return rows[0];
}

const filled = (path: string, programmeKey: string, items: Item) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'programme') return programmeKey;
    return (items as unknown as Record<string, string>)[name] ?? '999999';
  });

describe('who may do what', () => {
  test('is enforced on every endpoint for every role, including other programmes and areas', async () => {
    const items = await itemsOf(programme);
    const guarded = (await operations()).filter(({ right }) => right !== 'anyone');
    expect(guarded.length).toBeGreaterThan(10);
    const people: { name: string; role?: Role; programme?: string; areas?: string[]; labs?: string[] }[] = [
      { name: 'no role' },
      ...roles.map((role) => ({ name: role, role, programme })),
      ...roles.map((role) => ({ name: `${role} elsewhere`, role, programme: elsewhere })),
      { name: 'official of its area', role: 'official', programme, areas: [items.area] },
      { name: 'official of another area', role: 'official', programme, areas: [items.otherArea] },
      { name: 'operator of its lab', role: 'operator', programme, labs: [items.lab] },
      { name: 'operator of another lab', role: 'operator', programme, labs: [items.otherLab] },
    ];
    const wrong: string[] = [];
    for (const operation of guarded) {
      const path = filled(operation.path, programme, items);
      const standsInArea = /\{(milestone|initiative|area)\}/.test(operation.path);
      const inProgramme = operation.path.includes('{programme}');
      const nobody = await askingAs(office.address)(operation.method, path, {});
      if (nobody.status !== 401) wrong.push(`nobody: ${operation.method} ${path} answered ${nobody.status}`);
      for (const who of people) {
        // A separate session: some endpoints end the session they are called with.
        const reply = await askingAs(office.address, await signIn(database, who))(operation.method, path, {});
        const { role, areas = null, labs = null } = who;
        const grants = role ? [{ programme: who.programme ?? null, role, areas, labs }] : [];
        const place = {
          programme: inProgramme ? programme : null,
          ...(standsInArea ? { area: items.area } : {}),
          ...(operation.path.includes('{lab}') ? { lab: items.lab } : {}),
        };
        const allowed = may(operation.right, grants, place);
        const refused = reply.status === 403 || reply.status === 401;
        if (allowed === refused) wrong.push(`${who.name}: ${operation.method} ${path} answered ${reply.status}`);
        if (reply.status >= 500) wrong.push(`${who.name}: ${operation.method} ${path} broke`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('is declared for every write: public are only sign-in and public requests to the register', async () => {
    const open = (await operations()).filter(({ method, right }) => method !== 'GET' && right === 'anyone');
    const inProgramme = '/api/v1/programmes/{programme}';
    expect(
      open
        .map(({ path }) => path)
        .filter((path) => !path.startsWith('/api/v1/access/'))
        .sort(),
    ).toEqual([
      // Open to whoever has its secret key.
      '/api/v1/outbox',
      `${inProgramme}/applicants`,
      `${inProgramme}/labs/{lab}/claims`,
      `${inProgramme}/matches`,
      `${inProgramme}/needs`,
      `${inProgramme}/proposals`,
      `${inProgramme}/space-reports`,
      '/api/v1/requests/end',
      '/api/v1/requests/look',
    ]);
  });

  test('is declared for every endpoint of the register', async () => {
    const all = (await operations()).map(({ method, path, right }) => `${right} ${method} ${path}`);
    const room = '/api/v1/programmes/{programme}';
    for (const one of [
      `anyone GET ${room}/labs`,
      `anyone GET ${room}/register`,
      `anyone GET ${room}/lookalikes`,
      `anyone GET ${room}/machine-models`,
      `anyone GET ${room}/qualified-labs`,
      `keep-register POST ${room}/labs`,
      `keep-labs PATCH ${room}/labs/{lab}`,
      `keep-labs POST ${room}/labs/{lab}/confirmation`,
      `keep-labs PUT ${room}/labs/{lab}/photos`,
      `anyone GET ${room}/spaces`,
      `anyone GET ${room}/reuse`,
      `keep-spaces POST ${room}/spaces`,
      `keep-spaces PATCH ${room}/spaces/{space}`,
      `keep-spaces POST ${room}/spaces/{space}/state`,
      `keep-spaces GET ${room}/spaces/{space}/place`,
      `keep-spaces PUT ${room}/spaces/{space}/files`,
      `keep-spaces PUT ${room}/space-imports`,
      `keep-spaces POST ${room}/space-reports/{request}/answer`,
      `keep-labs GET ${room}/labs/{lab}/contact`,
      `keep-labs GET ${room}/labs/{lab}/documents/{document}`,
      `keep-register POST ${room}/labs/{lab}/merge`,
      `keep-register GET ${room}/requests`,
      `keep-register POST ${room}/requests/{request}/answer`,
      `keep-register PUT ${room}/qualified-labs/requirements`,
      `keep-labs POST ${room}/labs/{lab}/qualification/application`,
      `keep-register POST ${room}/labs/{lab}/qualification/decision`,
      `answer-needs GET ${room}/labs/{lab}/asked`,
      `answer-needs POST ${room}/labs/{lab}/asked/{request}/opening`,
      `answer-needs POST ${room}/labs/{lab}/asked/{request}/answer`,
    ])
      expect(all).toContain(one);
  });
});

async function secretFor(email: string): Promise<string> {
  const { rows } = await sql<{ body: string }>`
    select body from access.mail where recipient = ${email} and once like 'invitation:%' order by mail_id desc limit 1`.execute(
    database.db,
  );
  return /#([\w-]+)/.exec(rows[0]?.body ?? '')?.[1] ?? '';
}

const invitation = { role: 'official', areas: ['communication'], office: 'Direzione Economia', nameIsPublic: true };

async function invited(email: string, more: object = {}) {
  const boss = askingAs(office.address, await signIn(database, { role: 'administrator', programme }));
  const input = { email, ...invitation, ...more };
  const reply = await boss('POST', `/api/v1/programmes/${programme}/invitations`, input);
  expect(reply.status).toBe(200);
  return { boss, token: await secretFor(email), invitationId: reply.body.invitationId as number };
}

const accept = (token: string, more: object, who?: { cookie: string }) =>
  askingAs(office.address, who)('POST', '/api/v1/access/invitations/accept', { token, ...more });

describe('an invitation', () => {
  test('grants its role, areas and office, once', async () => {
    const { token } = await invited('mara@comune.example');
    const look = await askingAs(office.address)('POST', '/api/v1/access/invitations/look', { token });
    expect(look.body).toMatchObject({ programme: { key: programme }, role: 'official', hasAccount: false });
    const jar = createJar();
    const reply = await accept(token, { name: 'Mara Viola' });
    jar.take(reply.headers);
    expect(reply.body.account.roles).toMatchObject([{ ...invitation, programme }]);
    expect((await askingAs(office.address, jar)('GET', '/api/v1/access/me')).body.account.name).toBe('Mara Viola');
    expect(await ruleOf(accept(token, { name: 'Un’altra' }))).toBe('invitation-ended');
  });

  test('does not sign in to an existing account, but adds the role after sign-in', async () => {
    const there = await signIn(database);
    const { token } = await invited(there.email);
    expect(await ruleOf(accept(token, { name: 'Chi sa' }))).toBe('account-there');
    const reply = await accept(token, {}, there);
    expect(reply.body.account).toMatchObject({ email: there.email, roles: [{ role: 'official' }] });
  });

  test('is useless when revoked or expired', async () => {
    const { boss, token, invitationId } = await invited('lea@comune.example');
    expect((await boss('DELETE', `/api/v1/programmes/${elsewhere}/invitations/${invitationId}`)).status).toBe(403);
    expect((await boss('DELETE', `/api/v1/programmes/${programme}/invitations/${invitationId}`)).status).toBe(200);
    expect(await ruleOf(accept(token, { name: 'Lea' }))).toBe('invitation-ended');
    const late = await invited('rita@comune.example');
    await sql`update access.invitation set expires_at = now() where invitation_id = ${late.invitationId}`.execute(
      database.db,
    );
    expect(await ruleOf(accept(late.token, { name: 'Rita' }))).toBe('invitation-ended');
  });

  test('reports a missing field, and writes nothing', async () => {
    const { token } = await invited('nina@comune.example');
    const reply = await accept(token, {});
    expect(reply.body).toMatchObject({ status: 400, errors: [{ name: 'name', reason: 'is missing' }] });
    expect((await accept(token, { name: 'Nina' })).status).toBe(200);
  });

  test('from the console creates the first global official; a later start invalidates the earlier link', async () => {
    const first = await inviteFirst(database.db);
    const second = await inviteFirst(database.db);
    const self = { name: 'Prima', email: 'prima@comune.example', office: 'Segreteria' };
    expect(await ruleOf(accept(first, self))).toBe('invitation-ended');
    const reply = await accept(second, self);
    expect(reply.body.account.roles).toMatchObject([{ programme: null, role: 'administrator', office: 'Segreteria' }]);
    await sql`update access.role set ended_at = now() where programme_id is null`.execute(database.db);
  });
});

describe('a public name', () => {
  test('is shown beside its changes and follows corrections; for others the office is shown', async () => {
    const writers = [
      await signIn(database, { role: 'official', programme: 'citta-campione', name: 'Mara Viola', nameIsPublic: true }),
      await signIn(database, {
        role: 'official',
        programme: 'citta-campione',
        name: 'Rita Blu',
        office: 'Ufficio spazi',
      }),
    ];
    const room = '/api/v1/programmes/citta-campione';
    const { items } = (await askingAs(office.address)('GET', `${room}/milestones?status=on-track`)).body;
    for (const who of writers)
      expect(
        (await askingAs(office.address, who)('POST', `${room}/milestones/${items[0].key}/forecasts`, {})).status,
      ).toBe(200);
    const actors = async () => {
      const log = await askingAs(office.address)('GET', `${room}/changes?item=milestones/${items[0].key}&limit=2`);
      return log.body.items.map(({ actor }: { actor: string }) => actor);
    };
    expect(await actors()).toEqual(['Ufficio spazi', 'Mara Viola']);
    const rename = { name: 'Mara Viola Rossi' };
    expect((await askingAs(office.address, writers[0])('PATCH', '/api/v1/access/me', rename)).status).toBe(200);
    expect(await actors()).toEqual(['Ufficio spazi', 'Mara Viola Rossi']);
  });
});

describe('a role', () => {
  const only = 'mtc-torino';

  test('that is removed ends all sessions of its holder at once', async () => {
    const boss = askingAs(office.address, await signIn(database, { role: 'administrator', programme }));
    const other = await signIn(database, { role: 'official', programme });
    const { items } = (await boss('GET', `/api/v1/programmes/${programme}/people`)).body;
    const role = items.find(({ email }: { email: string }) => email === other.email);
    expect((await boss('DELETE', `/api/v1/programmes/${programme}/roles/${role.roleId}`)).status).toBe(200);
    expect((await askingAs(office.address, other)('GET', '/api/v1/access/sessions')).status).toBe(401);
    expect(await ruleOf(boss('DELETE', `/api/v1/programmes/${programme}/roles/${role.roleId}`))).toBe('role-not-held');
  });

  test('is replaced by another in one change, and its holder signs in again', async () => {
    const boss = askingAs(office.address, await signIn(database, { role: 'administrator', programme }));
    const holder = await signIn(database, { role: 'official', programme });
    const roleOf = async () =>
      (await boss('GET', `/api/v1/programmes/${programme}/people`)).body.items.filter(
        ({ email }: { email: string }) => email === holder.email,
      );
    const [before] = await roleOf();
    const other = { role: 'official', areas: ['communication'], office: 'Ufficio stampa', nameIsPublic: true };
    expect((await boss('PUT', `/api/v1/programmes/${programme}/roles/${before.roleId}`, other)).status).toBe(200);
    expect(await roleOf()).toMatchObject([other]);
    expect((await askingAs(office.address, holder)('GET', '/api/v1/access/sessions')).status).toBe(401);
  });

  test('of the last administrator cannot be removed, even if two leave at the same time', async () => {
    const [a, b] = [
      await signIn(database, { role: 'administrator', programme: only }),
      await signIn(database, { role: 'administrator', programme: only }),
    ];
    const asA = askingAs(office.address, a);
    const { items } = (await asA('GET', `/api/v1/programmes/${only}/people`)).body;
    const roleOf = (email: string) => items.find((one: { email: string }) => one.email === email).roleId;
    const replies = await Promise.all([
      asA('DELETE', `/api/v1/programmes/${only}/roles/${roleOf(a.email)}`),
      askingAs(office.address, b)('DELETE', `/api/v1/programmes/${only}/roles/${roleOf(b.email)}`),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { rows } = await sql<{ n: number }>`select count(*) as n from access.role join programme using (programme_id)
      where key = ${only} and role = 'administrator' and ended_at is null`.execute(database.db);
    expect(rows[0]?.n).toBe(1);
  });

  test('of another programme is not accessible', async () => {
    const there = await signIn(database, { role: 'official', programme: elsewhere });
    const { rows } = await sql<{
      id: number;
    }>`select role_id as id from access.role where account_id = ${there.accountId}`.execute(database.db);
    const boss = askingAs(office.address, await signIn(database, { role: 'administrator', programme }));
    expect(await ruleOf(boss('DELETE', `/api/v1/programmes/${programme}/roles/${rows[0]?.id}`))).toBe('role-not-held');
    expect((await askingAs(office.address, there)('GET', '/api/v1/access/sessions')).status).toBe(200);
  });
});
