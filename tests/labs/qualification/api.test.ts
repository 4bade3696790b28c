// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { warnOfBroken } from '../../../api/labs/qualification/commands.ts';
import { change } from '../../../db/change.ts';
import { type Ask, askingIn, day, done, refusal, withKeepers } from '../../harness/keeping.ts';
import { editLab, madeLab, madeMachine, mailsTo, readLab } from '../../harness/labs.ts';
import { today } from '../../harness/office.ts';
import { type Signed, signIn } from '../../harness/people.ts';

const programme = 'manifattura-milano';
const folder = mkdtempSync(join(tmpdir(), 'officina-qualified-'));
const { database, office, anna, ask, as, anyone } = withKeepers(programme, { files: { folder, mostBytes: 100_000 } });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let lab: string;
let operator: Signed;
let mine: Ask;
beforeEach(async () => {
  lab = await madeLab(ask, 'Officina che si candida', { workstations: 12 });
  operator = await signIn(database, { role: 'operator', programme, labs: [lab] });
  mine = as(operator);
});
const why = { it: 'Per buone ragioni', en: 'For good reasons' };
const apply = (act = 'applied', more: object = {}) =>
  mine('POST', `/labs/${lab}/qualification/application`, { act, ...more });
const decide = (act: string, more: object = {}) => ask('POST', `/labs/${lab}/qualification/decision`, { act, ...more });
const standing = () => done(anyone('GET', `/labs/${lab}/qualification`));
const listed = async () =>
  (await done(anyone('GET', '/qualified-labs'))).items.find((one: { lab: { key: string } }) => one.lab.key === lab);
const isFound = async () =>
  (await done(anyone('GET', '/labs?qualified=true&limit=200'))).items.some(({ key }: { key: string }) => key === lab);

/** Backdates the last act by some days. */
const goneBy = (days: number) =>
  change(database.db, { actor: 'test', reason: '' }, (writer) =>
    sql`update qualification_step set made_on = made_on - ${days}::int, until_on = until_on - ${days}::int
      where lab = ${lab}`.execute(writer),
  );

describe('the qualification process', () => {
  test('consists of application, request, answer and decision, each with date and reason', async () => {
    await done(apply('applied', { reason: { it: 'Vorremmo esserci' } }));
    await done(decide('asked', { reason: why }));
    expect(await standing()).toMatchObject({ state: 'never', application: 'asked' });
    expect(await listed()).toBeUndefined();
    await done(apply('answered', { reason: { it: 'Ecco' } }));
    await done(decide('qualified', { until: day(30), reason: why }));
    const { state, since, until, application, steps } = await standing();
    expect({ state, since, until, application }).toEqual({
      state: 'qualified',
      since: today(),
      until: day(30),
      application: null,
    });
    expect(
      steps.map(({ number, act, madeOn, untilOn, reason }: Record<string, unknown>) => [
        number,
        act,
        madeOn,
        untilOn,
        reason,
      ]),
    ).toEqual([
      [1, 'applied', today(), null, { it: 'Vorremmo esserci' }],
      [2, 'asked', today(), null, why],
      [3, 'answered', today(), null, { it: 'Ecco' }],
      [4, 'qualified', today(), day(30), why],
    ]);
    expect(await listed()).toMatchObject({ since: today(), until: day(30), state: 'qualified' });
    expect(await isFound()).toBe(true);
    expect((await readLab(anyone, lab)).qualified).toBe(true);
  });

  test('continues with renewal, suspension, resumption and end', async () => {
    await done(apply());
    await done(decide('qualified', { until: day(30) }));
    await goneBy(10);
    await done(decide('renewed', { until: day(200) }));
    expect(await standing()).toMatchObject({ since: day(-10), until: day(200) });
    await done(decide('suspended', { reason: why }));
    expect(await isFound()).toBe(false);
    expect(await listed()).toMatchObject({ state: 'suspended', until: day(200) });
    await done(decide('resumed'));
    expect(await standing()).toMatchObject({ state: 'qualified', since: day(-10), until: day(200) });
    expect(await isFound()).toBe(true);
    await done(decide('ended', { reason: why }));
    expect(await isFound()).toBe(false);
    expect(await listed()).toMatchObject({ state: 'ended' });
  });

  test('ends automatically after its last day, and can restart', async () => {
    await done(apply());
    await done(decide('qualified', { until: day(1) }));
    await goneBy(1);
    expect(await isFound()).toBe(true);
    await goneBy(1);
    expect(await isFound()).toBe(false);
    expect(await standing()).toMatchObject({ state: 'expired' });
    await done(decide('renewed', { until: day(9) }));
    expect(await standing()).toMatchObject({ state: 'qualified', since: today() });
  });

  test('that expired during a suspension can be renewed, but not resumed', async () => {
    await done(apply());
    await done(decide('qualified', { until: day(5) }));
    await done(decide('suspended', { reason: why }));
    await goneBy(6);
    expect((await decide('resumed')).body.errors).toMatchObject([{ name: 'act' }]);
    await done(decide('renewed', { until: day(9) }));
    expect(await isFound()).toBe(true);
  });

  test('is not visible as of a day before it began', async () => {
    await done(apply());
    await done(decide('qualified', { until: day(30) }));
    const { items } = await done(anyone('GET', `/qualified-labs?asOf=${day(-1)}`));
    expect(items).toEqual([]);
  });

  test.each([
    ['qualified', { until: undefined }, 'until'],
    ['qualified', { until: '2020-01-01' }, 'until'],
    ['asked', {}, 'reason'],
    ['refused', {}, 'reason'],
    ['renewed', { until: '2099-01-01' }, 'act'],
    ['suspended', { reason: why }, 'act'],
    ['resumed', {}, 'act'],
    ['ended', { reason: why }, 'act'],
  ])('refuses "%s" with %j, naming what is wrong', async (act, input, name) => {
    await done(apply());
    expect((await decide(act, input)).body.errors).toMatchObject([{ name }]);
    expect((await standing()).steps).toHaveLength(1);
  });

  test('accepts one of two concurrent decisions', async () => {
    await done(apply());
    const both = await Promise.all([decide('qualified', { until: day(9) }), decide('refused', { reason: why })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('is mailed to keepers of the lab, in their language', async () => {
    await done(apply());
    await done(decide('qualified', { until: day(30), reason: why }));
    const [mail] = await mailsTo(database, operator.email);
    expect(mail?.subject).toContain('Officina che si candida: qualificazione concessa');
    expect(mail?.body).toContain('Per buone ragioni');
    expect(mail?.body).toContain(`/it/${programme}/labs/${lab}#qualification`);
    const toOfficials = await mailsTo(database, anna.email);
    expect(toOfficials.filter(({ once }) => once.startsWith('qualification:'))).toEqual([]);
  });
});

const requirements = (items: object[]) => done(ask('PUT', '/qualified-labs/requirements', { items }));
const ten = { name: { it: 'Dieci posti', en: 'Ten places' }, measure: 'workstations', atLeast: 10 };
const paper = { name: { it: 'Statuto' }, document: true };

describe('the requirements', () => {
  test('are ordered, each with a stable key', async () => {
    const first = (await requirements([ten, paper])).requirements;
    expect(first.map(({ name }: { name: { it: string } }) => name.it)).toEqual(['Dieci posti', 'Statuto']);
    const [one, two] = first;
    const turned = (
      await requirements([
        { ...paper, key: two.key },
        { ...ten, key: one.key, atLeast: 12 },
      ])
    ).requirements;
    expect(turned.map(({ key }: { key: string }) => key)).toEqual([two.key, one.key]);
    expect(turned[1].atLeast).toBe(12);
    const grown = (await requirements([ten, { ...paper, key: two.key }])).requirements;
    expect(grown.map(({ key }: { key: string }) => key)).toEqual([expect.not.stringMatching(`^${one.key}$`), two.key]);
    expect((await requirements([])).requirements).toEqual([]);
  });

  test('cannot be empty', async () => {
    const put = (item: object) => ask('PUT', '/qualified-labs/requirements', { items: [item] });
    expect(await refusal(put({ name: { it: 'Vuoto' } }))).toMatch(/^409/);
    expect(await refusal(put({ name: { it: 'Senza misura' }, atLeast: 3, document: true }))).toMatch(/^409/);
    expect(await refusal(put({ name: { it: 'Senza quanto' }, measure: 'staff' }))).toMatch(/^409/);
    expect((await mine('PUT', '/qualified-labs/requirements', { items: [] })).status).toBe(403);
  });

  test('are checked against each entry and shown with its values', async () => {
    const machines = { name: { it: 'Tre macchine' }, measure: 'machines', atLeast: 3 };
    const staff = { name: { it: 'Due persone' }, measure: 'staff', atLeast: 2 };
    const open = { name: { it: 'Aperta a tutti' }, measure: 'open-access', atLeast: 1 };
    await requirements([ten, machines, staff, open, paper]);
    await madeMachine(ask, lab, 'sewing', { quantity: 3 });
    await done(editLab(ask, lab, { access: 'members' }));
    const met = (await standing()).requirements.map(({ met: one, value }: { met: string; value: number }) => [
      one,
      value,
    ]);
    expect(met).toEqual([
      ['yes', 12],
      ['yes', 3],
      ['unknown', null],
      ['no', 0],
      ['unknown', null],
    ]);
    await requirements([]);
  });

  test('that an entry no longer meets are mailed once to keepers and officials; the lab stays qualified', async () => {
    const official = await signIn(database, { role: 'official', programme, language: 'en' });
    await requirements([ten]);
    await done(apply());
    await done(decide('qualified', { until: day(30) }));
    const broken = async (to: string) => (await mailsTo(database, to)).filter(({ once }) => once.startsWith('broken:'));
    const warn = () => warnOfBroken(database.db, 'https://officina.example', today());
    await warn();
    expect(await broken(operator.email)).toEqual([]);
    await done(editLab(mine, lab, { workstations: 4 }));
    await Promise.all([warn(), warn()]);
    await warn();
    expect(await broken(operator.email)).toHaveLength(1);
    const [letter] = await broken(official.email);
    expect(letter?.body).toContain('Ten places');
    expect(letter?.body).toContain(`https://officina.example/en/${programme}/labs/${lab}`);
    expect(await isFound()).toBe(true);
    expect(await standing()).toMatchObject({ state: 'qualified', requirements: [{ met: 'no', value: 4 }] });
    await requirements([]);
  });
});

describe('a programme without officials', () => {
  test('has its administrators notified instead', async () => {
    const place = 'mics';
    const boss = await signIn(database, { role: 'administrator', programme: place });
    const theirs = askingIn(office, place, boss);
    const one = await madeLab(theirs, 'Altrove', { staff: 1 });
    const two = { name: { it: 'Due persone' }, measure: 'staff', atLeast: 2 };
    await done(theirs('PUT', '/qualified-labs/requirements', { items: [two] }));
    await done(theirs('POST', `/labs/${one}/qualification/application`, {}));
    await done(theirs('POST', `/labs/${one}/qualification/decision`, { act: 'qualified', until: day(9) }));
    await warnOfBroken(database.db, 'https://officina.example', today());
    expect((await mailsTo(database, boss.email)).map(({ once }) => once.split(':')[0])).toEqual(['broken']);
  });
});

describe('a document', () => {
  const send = async (requirement: string, who = operator, body = `%PDF-1.7\n${'x'.repeat(64)}`, to = lab) => {
    const query = `requirement=${requirement}&name=${encodeURIComponent('Statuto è.pdf')}`;
    const reply = await fetch(`${office.address}/api/v1/programmes/${programme}/labs/${to}/documents?${query}`, {
      method: 'PUT',
      body,
      headers: { cookie: who.cookie, origin: office.address, 'content-type': 'application/octet-stream' },
    });
    return { status: reply.status, body: await reply.json() };
  };

  test('is visible to officials and keepers, and fulfils its requirement', async () => {
    const [{ key }] = (await requirements([paper])).requirements;
    const { status, body } = await send(key);
    expect(status).toBe(200);
    expect((await standing()).requirements).toMatchObject([{ met: 'yes' }]);
    expect(JSON.stringify(await standing())).not.toContain('Statuto è');
    const [{ address, documentId }] = body.items;
    const other = await signIn(database, { role: 'operator', programme, labs: [await madeLab(ask, 'Altra')] });
    const open = (who?: Signed) =>
      fetch(office.address + address, who ? { headers: { cookie: who.cookie } } : {}).then(({ status: one }) => one);
    expect(await Promise.all([open(operator), open(anna), open(other), open()])).toEqual([200, 200, 403, 401]);
    const elsewhere = await madeLab(ask, 'Altrove');
    expect(await refusal(ask('GET', `/labs/${elsewhere}/documents/${documentId}`))).toMatch(/^404/);
    expect(await refusal(ask('DELETE', `/labs/${elsewhere}/documents/${documentId}`))).toMatch(/^404/);
    expect((await done(mine('DELETE', `/labs/${lab}/documents/${documentId}`))).items).toEqual([]);
    expect((await standing()).requirements).toMatchObject([{ met: 'unknown' }]);
    await requirements([]);
  });

  test('needs a requirement that asks for one, and an allowed type', async () => {
    const [{ key }, { key: measured }] = (await requirements([paper, ten])).requirements;
    expect((await send(measured)).body.errors).toMatchObject([{ name: 'requirement' }]);
    expect((await send('nothing')).status).toBe(400);
    expect((await send(key, operator, '<script>alert(1)</script>')).status).toBe(415);
    const into = await madeLab(ask, 'Che resta');
    const old = await madeLab(ask, 'Che va');
    await done(ask('POST', `/labs/${old}/merge`, { into, why }));
    expect((await send(key, anna, undefined, old)).status).toBe(404);
    await requirements([]);
  });
});
