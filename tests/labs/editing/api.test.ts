// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Section, sections } from '../../../api/labs/directory/rules.ts';
import { change } from '../../../db/change.ts';
import { type Ask, askingIn, day, done, refusal, withKeepers } from '../../harness/keeping.ts';
import { asker, confirmedOn, editLab, madeLab, madeMachine, readLab, secretTo } from '../../harness/labs.ts';
import { today } from '../../harness/office.ts';
import { signIn } from '../../harness/people.ts';

const programme = 'manifattura-milano';
const { database, office, ask, bruno, anyone } = withKeepers(programme);
let lab: string;
beforeEach(async () => {
  lab = await madeLab(ask, 'Officina da tenere', { latitude: 45.47, longitude: 9.19 });
});

const operatorOf = async (...labs: string[]): Promise<Ask> =>
  askingIn(office, programme, await signIn(database, { role: 'operator', programme, labs }));

const edits: Record<Exclude<Section, 'machines'>, object> = {
  about: { summary: { it: 'Tutto nuovo' } },
  place: { address: 'via Nuova 1' },
  hours: { access: 'public' },
  facts: { staff: 3 },
  services: { languages: ['it', 'en'] },
  contacts: { phone: '+39 02 1234' },
};

describe('a section', () => {
  test.each(Object.keys(edits) as (keyof typeof edits)[])(
    'of an entry, %s, is confirmed by its edit, and no other is',
    async (section) => {
      await confirmedOn(database, lab, '2020-02-02');
      await done(editLab(ask, lab, edits[section]));
      const { confirmed, confirmedOn: oldest } = await readLab(anyone, lab);
      expect(confirmed).toEqual(
        Object.fromEntries(sections.map((one) => [one, one === section ? today() : '2020-02-02'])),
      );
      expect(oldest).toBe('2020-02-02');
    },
  );

  test('of machines is confirmed by adding, changing and removing one', async () => {
    await confirmedOn(database, lab, '2020-02-02');
    const machine = await madeMachine(ask, lab, 'sewing');
    expect((await readLab(anyone, lab)).confirmed).toMatchObject({ machines: today(), about: '2020-02-02' });
    for (const act of [
      () => ask('PATCH', `/labs/${lab}/machines/${machine}`, { quantity: 2 }),
      () => ask('DELETE', `/labs/${lab}/machines/${machine}`),
    ]) {
      await confirmedOn(database, lab, '2020-02-02');
      await done(act());
      expect((await readLab(anyone, lab)).confirmed.machines).toBe(today());
    }
  });

  test('that is oldest sets the age of the entry', async () => {
    await confirmedOn(database, lab, '2020-02-02');
    for (const section of sections.slice(0, -1))
      await done(ask('POST', `/labs/${lab}/confirmation`, { sections: [section] }));
    expect((await readLab(anyone, lab)).confirmedOn).toBe('2020-02-02');
    await done(ask('POST', `/labs/${lab}/confirmation`, { sections: [sections.at(-1)] }));
    expect(await readLab(anyone, lab)).toMatchObject({ confirmedOn: today(), freshness: 'confirmed' });
  });

  test('never confirmed makes the entry unconfirmed; confirming all at once fixes it', async () => {
    expect(await readLab(anyone, lab)).toMatchObject({ confirmedOn: null, freshness: 'never-confirmed' });
    await done(ask('POST', `/labs/${lab}/confirmation`, {}));
    expect((await readLab(anyone, lab)).confirmedOn).toBe(today());
  });
});

describe('an edit', () => {
  test('keeps omitted fields, and null clears', async () => {
    await done(editLab(ask, lab, { description: { it: 'Lunga', en: 'Long' }, workstations: 4, hours: [], prices: [] }));
    await done(editLab(ask, lab, { staff: 2 }));
    const given = { description: { it: 'Lunga', en: 'Long' }, workstations: 4, staff: 2, hours: [] };
    expect(await readLab(anyone, lab)).toMatchObject(given);
    await done(editLab(ask, lab, { description: null, workstations: null, hours: null }));
    expect(await readLab(anyone, lab)).toMatchObject({ description: null, workstations: null, hours: null, staff: 2 });
  });

  test('keeps bilingual text, prices and exceptions as sent', async () => {
    const given = {
      name: { it: 'Officina', en: 'Workshop' },
      exceptions: [{ from: '2026-08-01', to: '2026-08-31', why: { it: 'Ferie', en: 'Holidays' } }],
      prices: [{ name: { it: 'Tessera', en: 'Card' }, amountEur: 20.1, per: 'year' }],
      hours: [{ weekday: 1, opens: '09:00', closes: '24:00' }],
      founded: { date: '2014-06-30', precision: 'year' },
      links: ['https://example.org/a'],
    };
    await done(editLab(ask, lab, given));
    expect(await readLab(anyone, lab)).toMatchObject({ ...given, founded: { date: '2014-12-31', precision: 'year' } });
  });

  test('of an outdated version is refused with the current version, and changes nothing', async () => {
    const { version } = await readLab(ask, lab);
    await done(bruno('PATCH', `/labs/${lab}`, { staff: 7 }, version));
    const late = await ask('PATCH', `/labs/${lab}`, { staff: 9 }, version);
    expect(late).toMatchObject({ status: 412, body: { current: { key: lab, staff: 7 } } });
    expect((await readLab(anyone, lab)).staff).toBe(7);
    expect((await ask('PATCH', `/labs/${lab}`, { staff: 9 })).status).toBe(428);
  });

  test.each<[object, string, string]>([
    [{ latitude: 0, longitude: 0 }, 'latitude|longitude', 'point-nowhere'],
    [{ latitude: null }, 'latitude', 'half'],
    [{ longitude: null }, 'longitude', 'half'],
    [{ latitude: 41.9, longitude: 12.5 }, 'latitude', 'outside'],
    [{ latitude: 9.19, longitude: 45.47 }, 'latitude', 'turned round'],
    [{ hours: [{ weekday: 1, opens: '10:00', closes: '09:00' }] }, 'hours', 'reversed'],
    [
      {
        hours: [
          { weekday: 1, opens: '09:00', closes: '12:00' },
          { weekday: 1, opens: '11:00', closes: '13:00' },
        ],
      },
      'hours',
      'overlapping',
    ],
    [{ exceptions: [{ from: '2026-08-02', to: '2026-08-01' }] }, 'exceptions', 'reversed'],
    [{ exceptions: [{ from: '2026-08-01', to: '2026-08-02', closes: '10:00' }] }, 'exceptions', 'half'],
    [{ closed: { date: '2020-01-01' } }, 'closed', 'closed while open'],
    [{ status: 'closed', closed: { date: '2099-01-01' } }, 'closed', 'to come'],
    [
      { status: 'closed', opened: { date: '2020-01-02' }, closed: { date: '2020-01-01' } },
      'closed',
      'before it opened',
    ],
  ])('of %j is refused with the field named (%s: %s)', async (input: object, field: string, _why: string) => {
    const { status, body } = await editLab(ask, lab, input);
    expect(status, JSON.stringify(body)).toBe(409);
    expect(body.errors).toHaveLength(1);
    expect(body.errors[0].name).toMatch(new RegExp(`^(${field})$`));
    expect(body.detail).not.toBe('');
  });

  test('that closes a lab before it opened is refused, in either order', async () => {
    await done(editLab(ask, lab, { opened: { date: '2020-05-05' } }));
    const closing = await editLab(ask, lab, { status: 'closed', closed: { date: '2020-05-04' } });
    expect(closing.body.errors).toMatchObject([{ name: 'closed' }]);
    await done(editLab(ask, lab, { status: 'closed', closed: { date: '2021-01-01' } }));
    expect((await editLab(ask, lab, { opened: { date: '2022-01-01' } })).body.errors).toMatchObject([
      { name: 'closed' },
    ]);
  });

  test('that closes a lab in the current year is not in the future, and can be resent as read', async () => {
    await done(editLab(ask, lab, { status: 'closed', closed: { date: today(), precision: 'year' } }));
    const { closed } = await readLab(anyone, lab);
    expect(closed).toEqual({ date: `${today().slice(0, 4)}-12-31`, precision: 'year' });
    await done(editLab(ask, lab, { closed, opened: { date: '2015-01-01', precision: 'year' } }));
    await done(editLab(ask, lab, { opened: { date: '2016-01-01', precision: 'year' } }));
  });

  test('that reopens a lab removes its closing date', async () => {
    await done(editLab(ask, lab, { status: 'closed', closed: { date: day(-3) } }));
    expect(await readLab(anyone, lab)).toMatchObject({ status: 'closed', closed: { date: day(-3) } });
    await done(editLab(ask, lab, { status: 'open' }));
    expect(await readLab(anyone, lab)).toMatchObject({ status: 'open', closed: null });
  });

  test.each([
    { zone: 'nowhere' },
    { organisation: 'nobody' },
    { kind: 'shop' },
    { url: 'javascript:alert(1)' },
    { email: 'x' },
    { name: { en: 'Only English' } },
    { staff: -1 },
    { services: ['magic'] },
    { languages: ['italiano'] },
    { mergedInto: 'x' },
  ])('of %j is refused as malformed', async (input) => {
    expect((await editLab(ask, lab, input)).status).toBe(400);
  });
});

describe('a place', () => {
  beforeAll(async () => {
    const ring = [
      [9.1, 45.4],
      [9.1, 45.5],
      [9.2, 45.5],
      [9.2, 45.4],
      [9.1, 45.4],
    ];
    const boundary = { type: 'Polygon', coordinates: [ring], bbox: [9.1, 45.4, 9.2, 45.5] };
    await change(database.db, { actor: 'test', reason: '' }, (writer) =>
      writer
        .updateTable('zone')
        .set({ boundary: boundary as never })
        .where('key', '=', 'municipio-7')
        .execute(),
    );
  });

  test('sets the zone that contains its coordinates', async () => {
    await done(editLab(ask, lab, { latitude: 45.45, longitude: 9.15 }));
    expect((await readLab(anyone, lab)).zone).toMatchObject({ key: 'municipio-7' });
    const made = await madeLab(ask, 'Nata nel municipio 7', { latitude: 45.45, longitude: 9.15 });
    expect((await readLab(anyone, made)).zone).toMatchObject({ key: 'municipio-7' });
  });

  test('keeps an explicit zone', async () => {
    await done(editLab(ask, lab, { latitude: 45.45, longitude: 9.15, zone: 'municipio-8' }));
    expect((await readLab(anyone, lab)).zone.key).toBe('municipio-8');
  });

  test('can be cleared completely', async () => {
    await done(editLab(ask, lab, { latitude: null, longitude: null }));
    expect(await readLab(anyone, lab)).toMatchObject({ latitude: null, longitude: null });
  });
});

describe('an operator', () => {
  test('edits only their own lab, and adds none', async () => {
    const other = await madeLab(ask, 'Di un altro');
    const machine = await madeMachine(ask, other, 'sewing');
    const mine = await operatorOf(lab);
    await done(editLab(mine, lab, { staff: 1 }));
    await done(mine('POST', `/labs/${lab}/confirmation`, {}));
    await done(mine('GET', `/labs/${lab}/contact`));
    const { version } = await readLab(mine, other);
    for (const told of [
      mine('PATCH', `/labs/${other}`, { staff: 1 }, version),
      mine('POST', `/labs/${other}/confirmation`, {}),
      mine('GET', `/labs/${other}/contact`),
      mine('PUT', `/labs/${other}/contact`, { name: null, email: null, phone: null }),
      mine('POST', `/labs/${other}/machines`, { process: 'sewing' }),
      mine('PATCH', `/labs/${other}/machines/${machine}`, { quantity: 2 }),
      mine('DELETE', `/labs/${other}/machines/${machine}`),
      mine('GET', `/labs/${other}/documents`),
      mine('POST', `/labs/${other}/qualification/application`, {}),
      mine('POST', '/labs', { kind: 'hub', name: { it: 'Mia' } }),
      mine('POST', `/labs/${lab}/merge`, { into: other, why: { it: 'x' } }),
      mine('POST', `/labs/${lab}/qualification/decision`, { act: 'renewed', until: day(9) }),
    ])
      expect((await told).status).toBe(403);
    expect((await mine('DELETE', `/labs/${lab}/machines/${machine}`)).status).toBe(404);
    expect((await mine('PATCH', `/labs/${lab}/machines/${machine}`, { quantity: 2 })).status).toBe(404);
  });

  test('can still edit while an application is pending or the lab is suspended', async () => {
    const mine = await operatorOf(lab);
    await done(mine('POST', `/labs/${lab}/qualification/application`, {}));
    await done(editLab(mine, lab, { staff: 4 }));
    const decide = (act: string, more: object = {}) =>
      done(ask('POST', `/labs/${lab}/qualification/decision`, { act, ...more }));
    await decide('qualified', { until: day(100) });
    await decide('suspended', { reason: { it: 'Da verificare' } });
    await done(editLab(mine, lab, { staff: 5 }));
    await done(mine('POST', `/labs/${lab}/confirmation`, {}));
  });
});

describe('the internal contact', () => {
  test('is visible only to officials and keepers, and not in the log', async () => {
    const contact = { name: 'Privata Persona', email: 'privata@example.org', phone: '02 999' };
    const mine = await operatorOf(lab);
    expect(await done(mine('GET', `/labs/${lab}/contact`))).toEqual({ name: null, email: null, phone: null });
    await done(mine('PUT', `/labs/${lab}/contact`, contact));
    expect(await done(ask('GET', `/labs/${lab}/contact`))).toEqual(contact);
    expect((await anyone('GET', `/labs/${lab}/contact`)).status).toBe(401);
    expect(JSON.stringify(await readLab(anyone, lab))).not.toContain('privata');
    const { rows } = await sql<{ n: number }>`select count(*) as n from change
      where concat(before, after, reason, actor) ilike '%privata%'`.execute(database.db);
    expect(rows[0]?.n).toBe(0);
    await done(mine('PUT', `/labs/${lab}/contact`, { name: null, email: null, phone: null }));
    expect((await sql`select from access.lab_contact where lab = ${lab}`.execute(database.db)).rows).toEqual([]);
  });
});

describe('the log', () => {
  test('shows edits under the office, with reason, and the entry as of earlier days', async () => {
    await done(editLab(ask, lab, { staff: 8, why: 'Contati sul posto' }));
    const { items } = await done(anyone('GET', `/changes?item=labs/${lab}&limit=5`));
    expect(items[0]).toMatchObject({ actor: 'Ufficio prova', reason: 'Contati sul posto' });
    expect(await refusal(anyone('GET', `/labs/${lab}?asOf=2018-01-01`))).toMatch(/^404/);
    const email = 'nessuno@example.org';
    expect((await anyone('POST', `/labs/${lab}/claims`, { ...asker(email), evidence: 'Mia' })).status).toBe(200);
    expect(await secretTo(database, email)).not.toBe('');
    expect(JSON.stringify(await done(anyone('GET', '/changes?limit=20')))).not.toContain(email);
  });
});
