// SPDX-License-Identifier: AGPL-3.0-or-later
import { beforeEach, describe, expect, test } from 'vitest';
import { readProgramme } from '../../../api/city/programmes/contract.ts';
import { asking } from '../../harness/ask.ts';
import { day, done, withKeepers } from '../../harness/keeping.ts';
import { withSigned } from '../../harness/opened.ts';
import { signIn } from '../../harness/people.ts';

const programme = 'citta-campione';
const loose = { fourEyes: false, why: 'Un ufficio di una persona sola' };
const { database, office, ask, anyone, as } = withKeepers(programme);
const admin = as(withSigned(database, { role: 'administrator', programme, office: 'Segreteria' }));
beforeEach(async () => {
  await done(admin('PATCH', '/settings', { fourEyes: true, why: 'In due' }));
});
const asked = async (path = '') => (await asking(office.address, programme)(readProgramme, path)).fourEyes;

describe('the check by a second person', () => {
  test('is required until an administrator disables it with a reason', async () => {
    expect(await asked()).toBe(true);
    expect((await admin('PATCH', '/settings', { fourEyes: false })).status).toBe(400);
    expect((await admin('PATCH', '/settings', { fourEyes: false, why: ' ' })).status).toBe(400);
    expect(await asked()).toBe(true);
    expect(await done(admin('PATCH', '/settings', loose))).toEqual({ fourEyes: false });
    expect(await asked()).toBe(false);
    expect(await asked(`?asOf=${day(-1)}`)).toBe(true);
  });

  test('is a recorded, public change like any other', async () => {
    await done(admin('PATCH', '/settings', loose));
    const { items } = await done(anyone('GET', '/changes?limit=1'));
    expect(items[0]).toMatchObject({
      table: 'programme',
      kind: 'edited',
      actor: 'Segreteria',
      reason: loose.why,
      fields: [{ name: 'four_eyes', before: true, after: false }],
    });
    await done(admin('PATCH', '/settings', loose));
    expect((await done(anyone('GET', '/changes?limit=1'))).items[0].id).toBe(items[0].id);
  });

  test('can be changed only by administrators of the programme', async () => {
    const elsewhere = await signIn(database, { role: 'administrator', programme: 'mics' });
    expect((await anyone('PATCH', '/settings', loose)).status).toBe(401);
    expect((await ask('PATCH', '/settings', loose)).status).toBe(403);
    expect((await as(elsewhere)('PATCH', '/settings', loose)).status).toBe(403);
  });
});
