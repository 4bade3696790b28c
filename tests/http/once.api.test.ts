// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { withOffice, withSigned } from '../harness/opened.ts';
import { askingAs, signIn } from '../harness/people.ts';

const { database, office } = withOffice();
const official = withSigned(database, { role: 'official', programme: 'citta-campione' });
const room = '/api/v1/programmes/citta-campione';
const key = () => ({ 'idempotency-key': crypto.randomUUID() });
const labs = async () => (await sql<{ n: number }>`select count(*) as n from lab`.execute(database.db)).rows[0]?.n;

describe('a request repeated with its Idempotency-Key', () => {
  test('gets the first reply and writes once, however many arrive together', async () => {
    const ask = askingAs(office.address, official);
    const sent = key();
    const before = Number(await labs());
    const make = () => ask('POST', `${room}/labs`, { name: { it: 'Una volta sola' }, kind: 'fablab' }, sent);
    const replies = await Promise.all([make(), make(), make()]);
    replies.push(await make());
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    for (const { body } of replies) expect(body).toEqual(replies[0]?.body);
    expect(Number(await labs())).toBe(before + 1);
  });

  test('is answered before its version is compared: a lost reply is nobody else’s edit', async () => {
    const ask = askingAs(office.address, official);
    const { body } = await ask('POST', `${room}/labs`, { name: { it: 'Modificata una volta' }, kind: 'fablab' });
    const sent = { ...key(), 'if-match': `"${body.version}"` };
    const edit = () => ask('PATCH', `${room}/labs/${body.key}`, { phone: '02 1234567' }, sent);
    const first = await edit();
    expect(first.status).toBe(200);
    expect(await edit()).toMatchObject({ status: 200, body: first.body });
  });

  test('is refused if it asks for something else, and is free for another account', async () => {
    const ask = askingAs(office.address, official);
    const sent = key();
    const make = (name: string, who = ask) => who('POST', `${room}/labs`, { name: { it: name }, kind: 'fablab' }, sent);
    expect((await make('Prima')).status).toBe(200);
    expect(await make('Seconda')).toMatchObject({ status: 422, body: { rule: 'key-reused' } });
    const other = askingAs(office.address, await signIn(database, { role: 'official', programme: 'citta-campione' }));
    expect((await make('Terza', other)).status).toBe(200);
  });

  test('is tried again if it was refused', async () => {
    const ask = askingAs(office.address, official);
    const sent = key();
    const at = (latitude: number) =>
      ask('POST', `${room}/labs`, { name: { it: 'Fuori' }, kind: 'fablab', latitude, longitude: 1 }, sent);
    expect((await at(1)).status).toBe(409);
    expect((await at(1)).status).toBe(409);
  });

  test('without an account makes one request and one mail', async () => {
    const email = 'una.volta@example.org';
    const sent = key();
    const propose = () =>
      askingAs(office.address)(
        'POST',
        `${room}/proposals`,
        { name: 'Prova', email, language: 'it', lab: { labName: 'Nuovo', kind: 'fablab', address: null, about: 'x' } },
        sent,
      );
    expect((await propose()).status).toBe(200);
    expect((await propose()).status).toBe(200);
    const { rows } = await sql`select from access.mail where recipient = ${email}`.execute(database.db);
    expect(rows).toHaveLength(1);
  });

  test('is refused if the key is malformed', async () => {
    const ask = askingAs(office.address, official);
    const sent = { 'idempotency-key': 'no' };
    expect(await ask('POST', `${room}/labs`, { name: { it: 'x' }, kind: 'fablab' }, sent)).toMatchObject({
      status: 400,
      body: { errors: [{ name: 'Idempotency-Key' }] },
    });
  });
});
