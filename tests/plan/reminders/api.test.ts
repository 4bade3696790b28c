// SPDX-License-Identifier: AGPL-3.0-or-later
import ICAL from 'ical.js';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { dueChecks } from '../../../api/money/awards/views.ts';
import { remindEveryone } from '../../../api/plan/reminders/commands.ts';
import { askingIn, done } from '../../harness/keeping.ts';
import { today } from '../../harness/office.ts';
import { withOffice } from '../../harness/opened.ts';
import { askingAs, type Signed, signIn } from '../../harness/people.ts';

const programme = 'citta-campione';
const url = 'https://officina.example';
const { database, office } = withOffice();
let area: string;
beforeAll(async () => {
  const { items } = (await askingAs(office.address)('GET', `/api/v1/programmes/${programme}/milestones?status=late`))
    .body;
  area = items[0].area.key;
});

const anOfficial = (): Promise<Signed> =>
  signIn(database, { role: 'official', programme, areas: [area], language: 'en' });

const mails = async (recipient: string, once: string) =>
  (
    await sql<{ subject: string; body: string; once: string }>`
      select subject, body, once from access.mail where recipient = ${recipient} and once like ${`${once}:%`} order by mail_id`.execute(
      database.db,
    )
  ).rows;
const at = (hour: number, day = today()) => remindEveryone(database.db, url, { today: day, hour }, dueChecks);

describe('reminders', () => {
  test('are sent once, in one mail, to people responsible for the area, even with concurrent runs', async () => {
    const official = await anOfficial();
    await at(6);
    expect(await mails(official.email, 'reminder')).toEqual([]);
    await Promise.all([at(9), at(9)]);
    await at(10);
    const letters = await mails(official.email, 'reminder');
    expect(letters).toHaveLength(1);
    expect(letters[0]?.body).toContain(`${url}/en/${programme}/milestones/`);
    const { items } = (await askingAs(office.address)('GET', `/api/v1/programmes/${programme}/milestones?status=late`))
      .body;
    for (const { key, area: of } of items as { key: string; area: { key: string } }[]) {
      expect(letters[0]?.body.includes(`/milestones/${key}?`), key).toBe(of.key === area);
    }
  });

  test('are not sent to people responsible for another area', async () => {
    const [board, elsewhere] = [
      await signIn(database, { role: 'board', programme }),
      await signIn(database, { role: 'official', programme: 'mics', areas: ['nothing'] }),
    ];
    await at(12);
    expect(await mails(board.email, 'reminder')).toEqual([]);
    expect(await mails(elsewhere.email, 'reminder')).toEqual([]);
  });

  test('are sent as a weekly digest on the chosen day, from the chosen hour', async () => {
    const official = await anOfficial();
    const weekday = ((new Date(`${today()}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;
    const digest = { wanted: true, weekday, hour: 15 };
    expect((await askingAs(office.address, official)('PATCH', '/api/v1/access/me', { digest })).status).toBe(200);
    await at(14);
    expect(await mails(official.email, 'digest')).toEqual([]);
    await at(17);
    await at(18);
    expect(await mails(official.email, 'digest')).toHaveLength(1);
    const off = { digest: { ...digest, wanted: false } };
    await askingAs(office.address, official)('PATCH', '/api/v1/access/me', off);
    const next = new Date(Date.parse(today()) + 7 * 864e5).toISOString().slice(0, 10);
    await at(17, next);
    expect(await mails(official.email, 'digest')).toHaveLength(1);
  });
});

describe('calendars', () => {
  test('contain the milestones of a programme or an area, as of any day', async () => {
    const ask = askingAs(office.address);
    const whole = await ask('GET', `/api/v1/programmes/${programme}/calendar.ics`);
    expect(whole.headers.get('content-type')).toContain('text/calendar');
    const { total } = (await ask('GET', `/api/v1/programmes/${programme}/milestones`)).body;
    const count = (text: string) => text.split('BEGIN:VEVENT').length - 1;
    expect(count(whole.body)).toBe(total);
    const some = (await ask('GET', `/api/v1/programmes/${programme}/milestones?area=${area}`)).body.total;
    expect(
      count((await ask('GET', `/api/v1/programmes/${programme}/calendar.ics?area=${area}&language=en`)).body),
    ).toBe(some);
  });

  const calendar = () => fetch(`${office.address}/api/v1/programmes/${programme}/calendar.ics`);
  const eventsIn = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => ({
      uid: String(event.getFirstPropertyValue('uid')),
      sequence: Number(event.getFirstPropertyValue('sequence')),
      edited: String(event.getFirstPropertyValue('last-modified')),
      stamp: String(event.getFirstPropertyValue('dtstamp')),
      isDay: (event.getFirstPropertyValue('dtstart') as ICAL.Time).isDate,
      transparency: event.getFirstPropertyValue('transp'),
    }));

  test('follow RFC 5545: lines of 75 octets, whole days that block no time, marks that rise with each edit', async () => {
    const before = await calendar();
    const text = await before.text();
    const lines = text.split('\r\n');
    expect(text.endsWith('\r\n')).toBe(true);
    expect(lines.filter((line) => /[\r\n]/.test(line) || Buffer.byteLength(line) > 75)).toEqual([]);
    const events = eventsIn(text);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(
      events.every(
        ({ isDay, transparency, stamp, edited }) => isDay && transparency === 'TRANSPARENT' && stamp === edited,
      ),
    ).toBe(true);

    const official = await signIn(database, { role: 'official', programme });
    const ask = askingIn(office, programme, official);
    const { key, version } = (await done(ask('GET', '/milestones?status=on-track'))).items.at(-1);
    const whole = version ?? (await done(ask('GET', `/milestones/${key}`))).version;
    await done(
      ask('PATCH', `/milestones/${key}`, { summary: { it: 'Una frase nuova, perché il calendario cambi' } }, whole),
    );
    const [was, is] = [events, eventsIn(await (await calendar()).text())].map((some) =>
      some.find(({ uid }) => uid === `${programme}/${key}@officina`),
    );
    expect(is?.sequence).toBe((was?.sequence ?? 0) + 1);
    expect((is?.edited ?? '') > (was?.edited ?? '')).toBe(true);
  });

  test('are not sent again to a poll without news', async () => {
    const official = await anOfficial();
    const own = (await askingAs(office.address, official)('POST', '/api/v1/access/feed')).body.address as string;
    for (const [address, cached] of [
      [`${office.address}/api/v1/programmes/${programme}/calendar.ics`, 'public, no-cache'],
      [`${office.address}${new URL(own).pathname}`, 'private, no-cache'],
    ] as const) {
      const first = await fetch(address);
      expect(first.headers.get('cache-control')).toBe(cached);
      await first.text();
      const again = await fetch(address, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
      expect(again.status).toBe(304);
    }
  });

  test('of a person need only a secret, and a new secret replaces the old one', async () => {
    const official = await anOfficial();
    const me = askingAs(office.address, official);
    const first = new URL((await me('POST', '/api/v1/access/feed')).body.address).pathname;
    const nobody = askingAs(office.address);
    expect((await nobody('GET', first)).body).toContain('BEGIN:VEVENT');
    await me('POST', '/api/v1/access/feed');
    expect((await nobody('GET', first)).status).toBe(404);
    expect((await nobody('GET', `/api/v1/feeds/${'x'.repeat(43)}.ics`)).status).toBe(404);
  });
});
