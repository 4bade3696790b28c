// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { day, done, refusal, withKeepers } from '../../harness/keeping.ts';
import { asker, editLab, fromElsewhere, madeLab, madeMachine, mailsTo, secretTo } from '../../harness/labs.ts';
import { type Signed, signIn } from '../../harness/people.ts';

const programme = 'manifattura-milano';
const { database, office, ask, as, anyone } = withKeepers(programme);
const room = `/programmes/${programme}`;
const post = (path: string, input: unknown) => fromElsewhere(office)(path, input);
const need = { process: 'laser-cutting' };

let wide: string;
let narrow: string;
let vague: string;
beforeAll(async () => {
  wide = await madeLab(ask, 'Banco largo', { latitude: 45.46, longitude: 9.19, minimumOrder: 1, smallSeries: true });
  narrow = await madeLab(ask, 'Banco stretto', { latitude: 45.47, longitude: 9.19, minimumOrder: 20 });
  vague = await madeLab(ask, 'Banco vago', { latitude: 45.48, longitude: 9.19 });
  await madeMachine(ask, wide, 'laser-cutting', { widthMm: 1200, depthMm: 800, materials: ['plywood'], brand: 'A' });
  await madeMachine(ask, narrow, 'laser-cutting', { widthMm: 300, depthMm: 200, materials: ['acrylic'] });
  await madeMachine(ask, vague, 'laser-engraving');
  await madeMachine(ask, vague, 'laser-cutting');
  for (const lab of [wide, narrow, vague]) await done(ask('POST', `/labs/${lab}/confirmation`, {}));
});

interface Found {
  items: { lab: { key: string }; reasons: { what: string; holds: string; [more: string]: unknown }[] }[];
  excluded: number;
}
const find = async (more: object = {}): Promise<Found> => done(post(`${room}/matches`, { ...need, ...more }));
const keys = ({ items }: Found) => items.map(({ lab }) => lab.key);

describe('the search for labs', () => {
  test('gives reasons, certain matches first, and counts known mismatches', async () => {
    const found = await find({ widthMm: 700, depthMm: 1000 });
    expect(keys(found)).toEqual([wide, vague]);
    expect(found.excluded).toBeGreaterThanOrEqual(1);
    expect(found.items[0]?.reasons).toEqual([
      { what: 'machine', holds: 'yes', machine: 'A', process: 'laser-cutting' },
      { what: 'size', holds: 'yes', area: { widthMm: 1200, depthMm: 800 } },
    ]);
    expect(found.items[1]?.reasons[1]).toEqual({ what: 'size', holds: 'unknown' });
  });

  test('expands a broader process or material to its narrower terms', async () => {
    expect(keys(await find({ process: 'cutting', material: 'wood' }))).toEqual([wide, vague]);
    expect(keys(await find({ process: 'laser-engraving' }))).toEqual([vague]);
    expect(await find({ process: 'sandblasting' })).toEqual({ items: [], excluded: 0 });
  });

  test('considers quantity, time and distance, nearest first', async () => {
    const near = { latitude: 45.475, longitude: 9.19 };
    const order = await find({ near });
    expect(keys(order)).toEqual([narrow, vague, wide]);
    expect(order.items[0]?.reasons.find(({ what }) => what === 'distance')).toMatchObject({ km: 0.6 });
    expect(keys(await find({ quantity: 5 }))).not.toContain(narrow);
    expect(keys(await find({ quantity: 25 }))[0]).toBe(wide);
    await done(editLab(ask, wide, { turnaroundDays: 10 }));
    expect(keys(await find({ byDay: day(9) }))).not.toContain(wide);
    expect(keys(await find({ byDay: day(10) }))[0]).toBe(wide);
  });

  test('excludes closed labs, broken machines and merged entries', async () => {
    const closed = await madeLab(ask, 'Chiusa per ora', { status: 'temporarily-closed' });
    await madeMachine(ask, closed, 'laser-cutting');
    const broken = await madeLab(ask, 'Macchina rotta');
    await madeMachine(ask, broken, 'laser-cutting', { condition: 'out-of-order' });
    const found = keys(await find());
    expect(found).not.toContain(closed);
    expect(found).not.toContain(broken);
  });

  test('ranks qualified labs above equal ones', async () => {
    expect(keys(await find())[0]).not.toBe(vague);
    await done(ask('POST', `/labs/${vague}/qualification/application`, {}));
    await done(ask('POST', `/labs/${vague}/qualification/decision`, { act: 'qualified', until: day(9) }));
    const found = await find();
    expect(keys(found)[0]).toBe(vague);
    expect(found.items[0]?.reasons.some(({ what }) => what === 'qualified')).toBe(true);
    await done(ask('POST', `/labs/${vague}/qualification/decision`, { act: 'ended', reason: { it: 'Prova finita' } }));
  });

  test('stores nothing of the search', async () => {
    const count = async () =>
      (await sql<{ n: number }>`select count(*) as n from access.request`.execute(database.db)).rows[0]?.n;
    const before = await count();
    await find({ widthMm: 10 });
    expect(await count()).toBe(before);
  });
});

let number = 0;
let email: string;
let keeper: Signed;
let other: Signed;
beforeEach(async () => {
  number += 1;
  email = `impresa.${number}@example.org`;
  keeper = await signIn(database, { role: 'operator', programme, labs: [wide] });
  other = await signIn(database, { role: 'operator', programme, labs: [narrow] });
});
const make = (more: object = {}, labs = [wide]) =>
  post(`${room}/needs`, {
    ...asker(email),
    need: { ...need, about: `Cento segnaposti ${number}`, ...more },
    labs,
  });
const look = async () => done(post('/requests/look', { token: await secretTo(database, email) }));
const askedOf = async (who: Signed, lab = wide) =>
  (await done(as(who)('GET', `/labs/${lab}/asked`))).items as { requestId: number; about: string | null }[];
const own = async (who: Signed) => {
  const { rows } = await sql<{
    id: number;
  }>`select request_id as id from access.request where email = ${email}`.execute(database.db);
  return (await askedOf(who)).find(({ requestId }) => requestId === rows[0]?.id);
};
const told = async (who: Signed) =>
  (await mailsTo(database, who.email)).filter(({ once }) => once.startsWith('asked:'));

describe('a request', () => {
  test('reaches the keepers of the chosen labs after its link is opened, and the mail omits the content', async () => {
    expect((await make()).status).toBe(200);
    expect(await told(keeper)).toEqual([]);
    expect(await own(keeper)).toBeUndefined();
    await look();
    await look();
    const letters = await told(keeper);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.body).toContain(`/it/${programme}/labs/${wide}/asked`);
    expect(letters[0]?.body).not.toMatch(/segnaposti|impresa/);
    expect(await told(other)).toEqual([]);
    expect(await own(keeper)).toMatchObject({
      state: 'asked',
      about: `Cento segnaposti ${number}`,
      asker: { name: 'Mario Richiedente', email },
      need: { process: 'laser-cutting' },
    });
  });

  test('is hidden from officials, other labs and the public: officials see only a count', async () => {
    const before = (await done(ask('GET', '/requests'))).needs;
    await make({}, [wide, narrow]);
    expect((await done(ask('GET', '/requests'))).needs).toEqual(before);
    await look();
    expect((await done(ask('GET', '/requests'))).needs).toEqual({
      ...before,
      made: before.made + 1,
      asked: before.asked + 2,
    });
    expect(JSON.stringify(await done(ask('GET', '/requests')))).not.toMatch(/segnaposti|impresa\./);
    const official = await signIn(database, { role: 'official', programme });
    const boss = await signIn(database, { role: 'administrator', programme });
    for (const who of [official, boss, other]) expect((await as(who)('GET', `/labs/${wide}/asked`)).status).toBe(403);
    expect((await anyone('GET', `/labs/${wide}/asked`)).status).toBe(401);
    const { rows } = await sql<{ n: number }>`select count(*) as n from change
      where concat(before, after, reason) ilike '%segnaposti%'`.execute(database.db);
    expect(rows[0]?.n).toBe(0);
  });

  test('that is confidential hides content and sender until the lab opens it', async () => {
    await make({ confidential: true });
    await look();
    const asked = await own(keeper);
    expect(asked).toMatchObject({ confidential: true, about: null, asker: null, need: { process: 'laser-cutting' } });
    const path = `/labs/${wide}/asked/${asked?.requestId}/opening`;
    expect((await as(other)('POST', path)).status).toBe(403);
    expect((await ask('POST', path)).status).toBe(403);
    await done(as(keeper)('POST', path));
    expect(await own(keeper)).toMatchObject({ about: `Cento segnaposti ${number}`, asker: { email } });
    await done(as(keeper)('POST', path));
  });

  test('cannot be opened by other labs, or before it is confirmed', async () => {
    await make({ confidential: true });
    const { rows } = await sql<{
      id: number;
    }>`select request_id as id from access.request where email = ${email}`.execute(database.db);
    const id = rows[0]?.id;
    expect(await refusal(as(keeper)('POST', `/labs/${wide}/asked/${id}/opening`))).toMatch(/^404/);
    await look();
    expect(await refusal(as(other)('POST', `/labs/${narrow}/asked/${id}/opening`))).toMatch(/^404/);
    expect(await own(keeper)).toMatchObject({ about: null });
  });

  test('is answered once; the firm reads the answer in the mail and at its link', async () => {
    await make();
    await look();
    const path = `/labs/${wide}/asked/${(await own(keeper))?.requestId}/answer`;
    expect((await as(other)('POST', path, { offered: true, answer: 'Noi!' })).status).toBe(403);
    await done(as(keeper)('POST', path, { offered: true, answer: 'Venerdì, 200 euro.' }));
    expect(await refusal(as(keeper)('POST', path, { offered: false, answer: 'No.' }))).toMatch(/^409/);
    const last = (await mailsTo(database, email)).at(-1);
    expect(last?.subject).toContain('Lavorazione possibile: Banco largo');
    expect(last?.body).toContain('Venerdì, 200 euro.');
    expect((await look()).asks).toMatchObject([{ lab: { key: wide }, state: 'offered', answer: 'Venerdì, 200 euro.' }]);
    expect((await done(ask('GET', '/requests'))).needs.offered).toBeGreaterThan(0);
  });

  test('has status 404 for labs that did not receive it', async () => {
    await make();
    await look();
    const id = (await own(keeper))?.requestId;
    expect(
      await refusal(as(other)('POST', `/labs/${narrow}/asked/${id}/answer`, { offered: true, answer: 'x' })),
    ).toMatch(/^404/);
  });

  test('that is withdrawn is hidden from the labs, and its mails are deleted', async () => {
    await make();
    await look();
    const id = (await own(keeper))?.requestId;
    await done(as(keeper)('POST', `/labs/${wide}/asked/${id}/answer`, { offered: false, answer: 'Siamo chiusi.' }));
    await done(post('/requests/end', { token: await secretTo(database, email) }));
    expect(await own(keeper)).toBeUndefined();
    expect(await mailsTo(database, email)).toEqual([]);
  });

  test('goes to at most ten existing labs, each once; merged ones are resolved', async () => {
    expect((await make({}, ['nowhere'])).body.errors).toMatchObject([{ name: 'labs' }]);
    expect((await make({}, [])).status).toBe(400);
    expect(
      (
        await make(
          {},
          Array.from({ length: 11 }, () => wide),
        )
      ).status,
    ).toBe(400);
    const old = await madeLab(ask, 'Banco doppio');
    await done(ask('POST', `/labs/${old}/merge`, { into: wide, why: { it: 'La stessa' } }));
    await make({}, [wide, old, wide]);
    expect((await look()).asks).toHaveLength(1);
  });

  test('is limited by recipient: the sixth mail within an hour is refused, from any address', async () => {
    const replies = [];
    for (let time = 0; time < 6; time += 1) {
      const input = { ...asker(email), need: { ...need, about: 'x' }, labs: [wide] };
      replies.push(await fromElsewhere(office)(`${room}/needs`, input));
    }
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
  });
});
