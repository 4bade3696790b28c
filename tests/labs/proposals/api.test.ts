// SPDX-License-Identifier: AGPL-3.0-or-later

import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { remindOfRequests } from '../../../api/labs/proposals/commands.ts';
import { askingIn, done, refusal, withKeepers } from '../../harness/keeping.ts';
import { asker, editLab, fromElsewhere, madeLab, mailsTo, readLab, secretTo } from '../../harness/labs.ts';
import { askingAs, createJar, ruleOf, signIn } from '../../harness/people.ts';

const programme = 'manifattura-milano';
const { database, office, ask, bruno, anyone } = withKeepers(programme);
let number = 0;
let email: string;
let lab: string;
beforeEach(async () => {
  number += 1;
  email = `mario.${number}@example.org`;
  lab = await madeLab(ask, `Officina chiesta ${number}`);
});
const room = `/programmes/${programme}`;
const post = (path: string, input: unknown) => fromElsewhere(office)(path, input);
const look = (token: string) => post('/requests/look', { token });

const proposed = { labName: 'Laboratorio mai visto', kind: 'makerspace', address: 'via Ignota 3', about: 'Ci lavoro.' };
const propose = (more: object = {}, language: 'it' | 'en' = 'it') =>
  post(`${room}/proposals`, {
    ...asker(email, language),
    lab: { ...proposed, labName: `Mai visto ${number}`, ...more },
  });
const claim = (of = lab) => post(`${room}/labs/${of}/claims`, { ...asker(email), evidence: 'Sono il presidente.' });

interface Listed {
  requestId: number;
  email: string;
  [name: string]: unknown;
}
const listed = async () => (await done(ask('GET', '/requests'))).items as Listed[];
const mine = async () => (await listed()).find((one) => one.email === email);

/** Opens the link, which confirms the request. Returns its number and secret. */
async function confirmed(told: Promise<{ status: number }>) {
  expect((await told).status).toBe(200);
  const token = await secretTo(database, email);
  await done(look(token));
  return { token, id: (await mine())?.requestId ?? 0 };
}
const answer = (id: number, input: object) => ask('POST', `/requests/${id}/answer`, input);

describe('a request to the register', () => {
  test('is hidden and cannot be answered before its mailed link is opened', async () => {
    expect((await claim()).status).toBe(200);
    expect(await mine()).toBeUndefined();
    const { rows } = await sql<{
      id: number;
    }>`select request_id as id from access.request where email = ${email}`.execute(database.db);
    const id = rows[0]?.id ?? 0;
    expect(await refusal(answer(id, { accepted: true }))).toMatch(/^404/);
    expect(await refusal(ask('POST', `/requests/${id}/taking`))).toMatch(/^404/);
    await done(look(await secretTo(database, email)));
    expect(await mine()).toMatchObject({ kind: 'claim', state: 'open', claimed: { evidence: 'Sono il presidente.' } });
  });

  test('has its secret only in the mail, in the URL hash, and hashed in the database', async () => {
    const told = await claim();
    expect(told.body).toEqual({ done: true });
    const token = await secretTo(database, email);
    const [mail] = await mailsTo(database, email);
    expect(mail?.body).toMatch(/\/it\/request#/);
    expect(JSON.stringify(told.headers.get('location'))).not.toContain(token);
    const { rows } = await sql<{ n: number }>`select count(*) as n from access.request
      where position(convert_to(${token}, 'UTF8') in hash) > 0`.execute(database.db);
    expect(rows[0]?.n).toBe(0);
    expect(await ruleOf(look('x'.repeat(token.length)))).toBe('request-ended');
  });

  test('is answered by mail in the language it was sent in', async () => {
    await propose({}, 'en');
    expect((await mailsTo(database, email))[0]?.subject).toContain('Confirm your proposal');
  });

  test('shows its sender which office handles it', async () => {
    const { token, id } = await confirmed(claim());
    expect((await look(token)).body.office).toBeNull();
    await done(bruno('POST', `/requests/${id}/taking`));
    expect((await look(token)).body).toMatchObject({ office: 'Ufficio verifiche', lab: { key: lab } });
    expect((await mine())?.mine).toBe(false);
  });

  test('that is withdrawn has its personal data and mails deleted', async () => {
    const { token } = await confirmed(claim());
    await done(post('/requests/end', { token }));
    expect(await ruleOf(look(token))).toBe('request-ended');
    expect(await ruleOf(post('/requests/end', { token }))).toBe('request-ended');
    expect(await mine()).toBeUndefined();
    const { rows } = await sql<{ n: number }>`select (select count(*) from access.request where email = ${email})
      + (select count(*) from access.mail where recipient = ${email}) as n`.execute(database.db);
    expect(rows[0]?.n).toBe(0);
  });

  test('is in no log and no public response, whatever its outcome', async () => {
    const { id } = await confirmed(propose({ mine: true }));
    const words = 'Grazie, signor Richiedente.';
    const { lab: made } = await done(answer(id, { accepted: true, answer: words }));
    const { rows } = await sql<{ n: number }>`select count(*) as n from change
      where concat(before, after, reason, actor) ilike any (array[${`%${email}%`}, '%Richiedente%'])`.execute(
      database.db,
    );
    expect(rows[0]?.n).toBe(0);
    for (const path of [
      `/labs/${made}`,
      '/labs?limit=200',
      '/changes?limit=50',
      `/lookalikes?name=${proposed.labName}`,
    ])
      expect(JSON.stringify(await done(anyone('GET', path)))).not.toMatch(/Richiedente|mario\./);
  });

  test('is limited by recipient: the sixth mail within an hour is refused, from any address', async () => {
    const replies = [];
    for (let time = 0; time < 6; time += 1)
      replies.push(await post(`${room}/labs/${lab}/claims`, { ...asker(email), evidence: 'x' }));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    const words = await mailsTo(database, email);
    expect(JSON.stringify(words)).not.toContain(`Officina chiesta ${number}`);
    expect(Number(replies[5]?.headers.get('retry-after'))).toBeGreaterThan(3000);
  });
});

describe('a claim', () => {
  test('is refused for a lab with a keeper, or a lab that does not exist', async () => {
    await signIn(database, { role: 'operator', programme, labs: [lab] });
    const told = await claim();
    expect(told).toMatchObject({ status: 409 });
    expect(await mailsTo(database, email)).toEqual([]);
    expect((await claim('nowhere')).status).toBe(404);
  });

  test('accepted adds the lab to an existing operator, beside their other labs', async () => {
    const other = await madeLab(ask, 'Già tenuta');
    const there = await signIn(database, { role: 'operator', programme, labs: [other] });
    email = there.email;
    const { id } = await confirmed(claim());
    await done(answer(id, { accepted: true }));
    const operator = askingIn(office, programme, there);
    await done(editLab(operator, lab, { staff: 1 }));
    await done(editLab(operator, other, { staff: 1 }));
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from access.role where account_id = ${there.accountId}`.execute(database.db);
    expect(rows[0]?.n).toBe(1);
    expect((await mailsTo(database, email)).at(-1)?.subject).toContain('accolta');
  });

  test('accepted gives the operator role to an account without it', async () => {
    const there = await signIn(database, { role: 'board', programme });
    email = there.email;
    const { id } = await confirmed(claim());
    await done(answer(id, { accepted: true }));
    await done(editLab(askingIn(office, programme, there), lab, { staff: 1 }));
  });

  test('accepted invites a person without an account, who then keeps only that lab', async () => {
    const { id } = await confirmed(claim());
    await done(answer(id, { accepted: true, answer: 'Benvenuti.' }));
    const invited = (await mailsTo(database, email)).find(({ once }) => once.startsWith('invitation:'));
    const token = /#([\w-]+)/.exec(invited?.body ?? '')?.[1] ?? '';
    const jar = createJar();
    const told = await askingAs(office.address)('POST', '/api/v1/access/invitations/accept', { token, name: 'Mario' });
    jar.take(told.headers);
    expect(told.body.account.roles).toMatchObject([{ role: 'operator', labs: [lab] }]);
    const operator = askingIn(office, programme, jar);
    await done(editLab(operator, lab, { staff: 1 }));
    const other = await madeLab(ask, 'Non mia');
    expect((await editLab(operator, other, { staff: 1 })).status).toBe(403);
  });

  test('refused needs a reason, which is mailed and shown; an answer is final', async () => {
    const { id, token } = await confirmed(claim());
    expect(await ruleOf(answer(id, { accepted: false }))).toBe('words-needed');
    await done(answer(id, { accepted: false, answer: 'Manca lo statuto.' }));
    expect((await look(token)).body).toMatchObject({ state: 'refused', answer: 'Manca lo statuto.' });
    const last = (await mailsTo(database, email)).at(-1);
    expect(last?.subject).toContain('non accolta');
    expect(last?.body).toContain('Manca lo statuto.');
    expect(await refusal(answer(id, { accepted: true }))).toMatch(/^409/);
  });

  test('answered by two officials at the same time is answered by one', async () => {
    const { id } = await confirmed(claim());
    const both = await Promise.all([
      ask('POST', `/requests/${id}/answer`, { accepted: true }),
      bruno('POST', `/requests/${id}/answer`, { accepted: false, answer: 'No.' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('a proposal', () => {
  test('accepted creates an entry with a key from the register', async () => {
    const { id, token } = await confirmed(propose({ latitude: 45.46, longitude: 9.19, url: 'https://mai.example' }));
    const name = { it: 'Mai visto prima', en: 'Never seen' };
    const { lab: made } = await done(answer(id, { accepted: true, name }));
    expect(await readLab(anyone, made)).toMatchObject({
      name,
      kind: 'makerspace',
      address: 'via Ignota 3',
      latitude: 45.46,
    });
    expect((await look(token)).body).toMatchObject({ state: 'accepted', lab: { key: made } });
    expect((await mailsTo(database, email)).map(({ once }) => once.split(':')[0])).toEqual(['request', 'answer']);
  });

  test('by the operator of the lab makes them its keeper', async () => {
    const there = await signIn(database);
    email = there.email;
    const { id } = await confirmed(propose({ mine: true }));
    const { lab: made } = await done(answer(id, { accepted: true }));
    await done(editLab(askingIn(office, programme, there), made, { staff: 2 }));
  });

  test('accepted as an existing entry creates none; a merged entry is resolved', async () => {
    const before = (await done(anyone('GET', '/labs?limit=1'))).total;
    const first = await confirmed(propose());
    expect((await done(answer(first.id, { accepted: true, existing: lab }))).lab).toBe(lab);
    expect((await done(anyone('GET', '/labs?limit=1'))).total).toBe(before);
    const old = await madeLab(ask, 'Da fondere');
    await done(ask('POST', `/labs/${old}/merge`, { into: lab, why: { it: 'La stessa' } }));
    email = `altra.${email}`;
    const second = await confirmed(propose());
    expect((await done(answer(second.id, { accepted: true, existing: old }))).lab).toBe(lab);
    email = `terza.${email}`;
    const third = await confirmed(propose());
    expect((await answer(third.id, { accepted: true, existing: 'nowhere' })).status).toBe(400);
  });

  test.each([
    [{ latitude: 0, longitude: 0 }, 'point-nowhere'],
    [{ latitude: 45.4 }, 'point-half'],
    [{ latitude: 9.19, longitude: 45.46 }, 'point-outside'],
  ])('of a place that cannot be, %j, is refused at once: later nobody could accept it', async (place, rule) => {
    expect(await ruleOf(propose(place))).toBe(rule);
    expect(await mailsTo(database, email)).toEqual([]);
  });
});

describe('possible duplicates', () => {
  const because = async (query: string, key: string) =>
    (await done(anyone('GET', `/lookalikes?${query}`))).items.find((one: { key: string }) => one.key === key)?.because;

  test('are found by name, site and location, including closed labs', async () => {
    const one = await madeLab(ask, 'Tornitori Riuniti', {
      url: 'https://www.tornitori.example/chi-siamo/?x=1',
      latitude: 45.44,
      longitude: 9.21,
      status: 'closed',
    });
    expect(await because('name=tornitori+riuniti', one)).toEqual(['name']);
    expect(await because('name=zzz&url=http://tornitori.example/chi-siamo', one)).toEqual(['site']);
    expect(await because('name=zzz&near=45.441,9.21', one)).toEqual(['place']);
    expect(await because('name=zzz&near=45.442,9.21', one)).toBeUndefined();
    expect(await because('name=Tornitori+Riunti&near=45.44,9.21', one)).toEqual(['name', 'place']);
  });
});

describe('a pending request', () => {
  const waitFor = (id: number, days: number) =>
    sql`update access.request set confirmed_at = now() - make_interval(days => ${days}) where request_id = ${id}`.execute(
      database.db,
    );
  const told = async (to: string, id: number) =>
    (await mailsTo(database, to)).filter(
      ({ once }) => once.split(':')[1] === String(id) && once.startsWith('request-'),
    );

  test('is reported to officials after ten days and to administrators after thirty, once each', async () => {
    const official = await signIn(database, { role: 'official', programme });
    const boss = await signIn(database, { role: 'administrator', programme });
    const { id } = await confirmed(claim());
    const remind = () => remindOfRequests(database.db, 'https://officina.example');
    await waitFor(id, 9);
    await remind();
    expect(await told(official.email, id)).toEqual([]);
    await waitFor(id, 10);
    await Promise.all([remind(), remind()]);
    expect(await told(official.email, id)).toHaveLength(1);
    expect(await told(boss.email, id)).toEqual([]);
    await waitFor(id, 30);
    await remind();
    await remind();
    expect(await told(boss.email, id)).toHaveLength(1);
    expect(await told(official.email, id)).toHaveLength(1);
    expect((await told(boss.email, id))[0]?.body).not.toContain(email);
    await done(answer(id, { accepted: true }));
    await waitFor(id, 60);
    await remind();
    expect(await told(boss.email, id)).toHaveLength(1);
  });
});
