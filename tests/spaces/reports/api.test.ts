// SPDX-License-Identifier: AGPL-3.0-or-later

import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { remindOfRequests } from '../../../api/labs/proposals/commands.ts';
import { done, refusal, withKeepers } from '../../harness/keeping.ts';
import { asker, fromElsewhere, mailsTo, secretTo } from '../../harness/labs.ts';
import { ruleOf, signIn } from '../../harness/people.ts';

const programme = 'manifattura-milano';
const { database, office, anna, ask, anyone, as } = withKeepers(programme);
let number = 0;
let email: string;
beforeEach(() => {
  number += 1;
  email = `lia.${number}@example.org`;
});
const post = (path: string, input: unknown) => fromElsewhere(office)(path, input);
const look = (token: string) => done(post('/requests/look', { token }));
const report = (more: object = {}, of: object = {}) =>
  post(`/programmes/${programme}/space-reports`, {
    ...asker(email),
    report: { name: `Capannone chiuso ${number}`, address: `via Vuota ${number}`, about: 'Chiuso da anni.', ...of },
    ...more,
  });

interface Listed {
  requestId: number;
  email: string;
}
const listed = async () => (await done(ask('GET', '/requests'))).items as Listed[];
const mine = async () => (await listed()).find((one) => one.email === email);
const answer = (id: number, input: object) => ask('POST', `/space-reports/${id}/answer`, input);

/** Opens the link, which confirms the report. Returns its number and secret. */
async function confirmed(told: Promise<{ status: number }>) {
  expect((await told).status).toBe(200);
  const token = await secretTo(database, email);
  await look(token);
  return { token, id: (await mine())?.requestId ?? 0 };
}

describe('a report of an empty space', () => {
  test('is visible to nobody before its mailed link is opened', async () => {
    expect((await report()).body).toEqual({ done: true });
    expect(await mine()).toBeUndefined();
    expect((await mailsTo(database, email))[0]?.subject).toContain('Conferma la tua segnalazione');
    await look(await secretTo(database, email));
    expect(await mine()).toMatchObject({ kind: 'space', reported: { address: `via Vuota ${number}` }, space: null });
  });

  test('becomes a surveyed space when accepted, with a link for the sender', async () => {
    const { token, id } = await confirmed(report({}, { kind: 'shed' }));
    const { space } = await done(answer(id, { accepted: true, ownerKind: 'private', answer: 'Grazie.' }));
    expect(await done(anyone('GET', `/spaces/${space}`))).toMatchObject({
      name: { it: `Capannone chiuso ${number}` },
      kind: 'shed',
      state: 'surveyed',
      stateReason: { it: 'Segnalazione dal pubblico' },
      reports: 1,
    });
    expect(await look(token)).toMatchObject({ state: 'accepted', answer: 'Grazie.', space: { key: space } });
    expect((await mailsTo(database, email)).at(-1)?.body).toContain(`/spaces/${space}`);
    expect(await refusal(answer(id, { accepted: true }))).toMatch(/already answered/);
  });

  test('can be accepted blurred, so that the location is never public', async () => {
    const { id } = await confirmed(report({}, { latitude: 45.47777, longitude: 9.18888 }));
    const { space } = await done(answer(id, { accepted: true, ownerKind: 'private', blurM: 500 }));
    const told = JSON.stringify([
      await done(anyone('GET', `/spaces/${space}`)),
      await done(anyone('GET', `/changes?item=spaces/${space}`)),
    ]);
    for (const secret of [`via Vuota ${number}`, '45.47777', '9.18888']) expect(told).not.toContain(secret);
    expect(await done(ask('GET', `/spaces/${space}/place`))).toMatchObject({ address: `via Vuota ${number}` });
  });

  test('of a known space is linked to it, with a public note', async () => {
    const before = (await done(anyone('GET', '/spaces/via-aldini-lot-1'))).note.it;
    const { id } = await confirmed(report({ space: 'via-aldini-lot-1' }));
    expect(await mine()).toMatchObject({ space: { key: 'via-aldini-lot-1' } });
    await done(answer(id, { accepted: true, note: { it: 'Il tetto è crollato.', en: 'The roof fell in.' } }));
    expect(await done(anyone('GET', '/spaces/via-aldini-lot-1'))).toMatchObject({
      reports: 1,
      note: { it: `${before} Il tetto è crollato.` },
    });
    const { id: other } = await confirmed(report({ space: 'via-aldini-lot-1' }));
    await done(answer(other, { accepted: true }));
    expect((await done(anyone('GET', '/spaces/via-aldini-lot-1'))).reports).toBe(2);
  });

  test('can be linked to a known space on acceptance', async () => {
    const { id } = await confirmed(report());
    expect((await answer(id, { accepted: true, existing: 'nowhere' })).body.errors).toMatchObject([
      { name: 'existing' },
    ]);
    expect(await done(answer(id, { accepted: true, existing: 'via-aldini-lot-2' }))).toEqual({
      space: 'via-aldini-lot-2',
    });
  });

  test('is refused with a message to the sender', async () => {
    const { token, id } = await confirmed(report());
    expect(await ruleOf(answer(id, { accepted: false }))).toBe('words-needed');
    await done(answer(id, { accepted: false, answer: 'È un cantiere.' }));
    expect(await look(token)).toMatchObject({ state: 'refused', answer: 'È un cantiere.', space: null });
  });

  test('cannot be answered as a lab proposal, or without permission', async () => {
    const { id } = await confirmed(report());
    expect((await ask('POST', `/requests/${id}/answer`, { accepted: true })).status).toBe(404);
    const board = as(await signIn(database, { role: 'board', programme }));
    expect((await board('POST', `/space-reports/${id}/answer`, { accepted: true })).status).toBe(403);
    await done(ask('POST', `/requests/${id}/taking`));
    expect(await mine()).toMatchObject({ mine: true });
  });

  test('exposes nothing about its sender, and is deleted when withdrawn', async () => {
    const { token, id } = await confirmed(report());
    await done(answer(id, { accepted: true }));
    const { rows } = await sql<{ n: number }>`select count(*) as n from change
      where after::text like ${`%${email}%`} or after::text like '%Mario Richiedente%'`.execute(database.db);
    expect(rows[0]?.n).toBe(0);
    await done(post('/requests/end', { token }));
    expect(await mine()).toBeUndefined();
  });

  test('at an impossible location is refused at once', async () => {
    const faults = async (of: object, more: object = {}) => (await report(more, of)).body.errors;
    expect(await faults({ latitude: 45.4 })).toMatchObject([{ name: 'report.longitude' }]);
    expect(await faults({ latitude: 41.9, longitude: 12.5 })).toMatchObject([{ name: 'report.latitude' }]);
    expect(await faults({ name: '' })).toMatchObject([{ name: 'report.name' }]);
    expect(await faults({}, { space: 'nowhere' })).toMatchObject([{ name: 'space' }]);
  });

  test('that is pending triggers a reminder to officials, without the words of its sender', async () => {
    await confirmed(report());
    await sql`update access.request set confirmed_at = now() - interval '11 days' where email = ${email}`.execute(
      database.db,
    );
    const before = (await mailsTo(database, anna.email)).length;
    await remindOfRequests(database.db, 'https://officina.example');
    const mail = (await mailsTo(database, anna.email)).slice(before);
    expect(mail.map(({ subject }) => subject)).toEqual(['Richiesta in attesa da 11 giorni: spazio segnalato']);
    expect(mail[0]?.body).not.toContain('Capannone chiuso');
  });
});
