// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { listLabs } from '../../../api/labs/directory/contract.ts';
import { doubtfulSince, freshSince, isOpenAt } from '../../../api/labs/directory/rules.ts';
import { change } from '../../../db/change.ts';
import { findProgrammeId } from '../../../db/city/programmes/reads.ts';
import { addLab } from '../../../db/labs/editing/writes.ts';
import { asking } from '../../harness/ask.ts';
import { day, done, withKeepers } from '../../harness/keeping.ts';
import { confirmedOn, editLab, madeLab, madeMachine, readLab } from '../../harness/labs.ts';
import { today } from '../../harness/office.ts';

const programme = 'manifattura-milano';
const { database, office, ask, anyone } = withKeepers(programme);
const labs = (query = '') => asking(office.address, programme)(listLabs, `/labs?limit=200&${query}`);
const keysOf = async (query: string) => (await labs(query)).items.map(({ key }) => key);

let sartoria: string;
let bottega: string;
let chiusa: string;
beforeAll(async () => {
  sartoria = await madeLab(ask, 'Sartoria dell’Ospitalità', {
    kind: 'makerspace',
    summary: { it: 'Ricami e riparazioni', en: 'Embroidery and mending' },
    address: 'via Scaldasole 19',
    latitude: 45.4559,
    longitude: 9.1801,
    zone: 'municipio-1',
    wheelchair: 'yes',
    services: ['repair', 'training'],
  });
  bottega = await madeLab(ask, 'Bottega del Pantografo', {
    zone: 'municipio-2',
    wheelchair: 'partly',
    latitude: 45.52,
    longitude: 9.22,
  });
  chiusa = await madeLab(ask, 'Officina che fu', { status: 'closed', closed: { date: day(-30) } });
  await madeMachine(ask, sartoria, 'embroidery', { materials: ['felt'] });
  await madeMachine(ask, bottega, 'cnc-routing', { materials: ['plywood'], quantity: 3 });
});

describe('the directory', () => {
  test('excludes closed labs unless requested', async () => {
    expect(await keysOf('')).not.toContain(chiusa);
    expect(await keysOf('status=closed')).toContain(chiusa);
    expect((await labs('status=closed')).items.every(({ status }) => status === 'closed')).toBe(true);
    expect((await readLab(anyone, chiusa)).status).toBe('closed');
  });

  test.each([
    ['kind=makerspace', 'makerspace'],
    ['kind=makerspace&service=repair', 'service'],
    ['service=repair', 'service alone'],
    ['zone=municipio-1', 'zone'],
    ['wheelchair=yes', 'wheelchair'],
    ['process=textile-work', 'a broader process'],
    ['material=textiles', 'a broader material'],
    ['process=embroidery&material=felt', 'process and material'],
  ])('filters by %s', async (query) => {
    const found = await keysOf(query);
    expect(found).toContain(sartoria);
    expect(found).not.toContain(bottega);
  });

  test('includes both degrees of access for "at least in part"', async () => {
    expect(await keysOf('wheelchair=partly')).toEqual(expect.arrayContaining([sartoria, bottega]));
    expect(await keysOf('wheelchair=yes')).not.toContain(bottega);
  });

  test('requires process and material on the same machine', async () => {
    const two = await madeLab(ask, 'Due macchine');
    await madeMachine(ask, two, 'laser-cutting', { materials: ['cork'] });
    await madeMachine(ask, two, 'sewing', { materials: ['leather'] });
    expect(await keysOf('process=laser-cutting&material=cork')).toContain(two);
    expect(await keysOf('process=laser-cutting&material=leather')).not.toContain(two);
  });

  test('does not match a broader term for a narrower one', async () => {
    expect(await keysOf('process=precision-milling')).not.toContain(bottega);
    expect(await keysOf('process=cnc-milling')).toContain(bottega);
    expect((await labs('process=cnc-milling')).items.find(({ key }) => key === bottega)).toMatchObject({
      processes: ['cnc-routing'],
      machines: 3,
    });
  });

  test('counts results by zone, adding up to the total', async () => {
    for (const query of ['', 'status=closed', 'kind=fablab', 'q=officina', 'near=45.46,9.19']) {
      const { total, byZone, items } = await labs(query);
      expect(byZone.reduce((sum, { labs: n }) => sum + n, 0)).toBe(total);
      expect(items.length).toBe(total);
    }
  });

  test('as of a day returns what was known then', async () => {
    expect(await keysOf('asOf=2017-01-01')).not.toContain(sartoria);
    expect(await keysOf('asOf=2017-01-01')).toContain('polifactory');
  });

  test.each(['openAt=2026-06-01T24:00', 'wheelchair=no', 'kind=shop', 'cursor=x', 'freshness=old', 'q=%00', 'limit=0'])(
    'refuses %s',
    async (query) => {
      expect((await anyone('GET', `/labs?${query}`)).status).toBe(400);
    },
  );
});

describe('a text search', () => {
  test.each([
    ['sartoria', 'a name'],
    ['SARTORIA', 'large letters'],
    ['sartorja', 'a typing error'],
    ['satoria', 'a letter left out'],
    ['ospitalita', 'no accent'],
    ['Ospitalità', 'an accent'],
    ['ricami', 'the summary'],
    ['embroidery', 'the English summary'],
    ['scaldasole', 'the address'],
    ['scaldsole', 'the address with an error'],
    ['ricamo', 'what a machine does, in Italian'],
    ['embroidry', 'what a machine does, in English, with an error'],
    ['lavorazione tessile', 'a broader process'],
  ])('for "%s" finds it by %s', async (q) => {
    expect(await keysOf(`q=${encodeURIComponent(q)}`)).toContain(sartoria);
  });

  test('finds a process by a narrower term, and nothing for other words', async () => {
    expect(await keysOf('q=fresatura%20cnc')).toContain(bottega);
    expect(await keysOf('q=zzzzqqq')).toEqual([]);
    expect(await keysOf('q=%25')).toEqual([]);
    expect(await keysOf('q=_')).toEqual([]);
  });

  test('sorts by similarity', async () => {
    expect((await keysOf('q=polifactory'))[0]).toBe('polifactory');
  });
});

describe('a search by distance', () => {
  test('sorts by distance from a point, labs without a place last', async () => {
    const { items, near } = await labs('near=45.4559,9.1801');
    expect(near).toEqual({ name: null, latitude: 45.4559, longitude: 9.1801 });
    expect(items[0]).toMatchObject({ key: sartoria, distanceKm: 0 });
    const far = items.map(({ distanceKm }) => distanceKm ?? Number.POSITIVE_INFINITY);
    expect(far).toEqual([...far].sort((a, b) => a - b));
  });

  test('resolves words to a known address, and reports which', async () => {
    const { items, near } = await labs('near=via%20scaldasole');
    expect(near).toMatchObject({ name: 'via Scaldasole 19' });
    expect(items[0]?.key).toBe(sartoria);
    expect((await labs('near=VIA%20SCALDASOL')).near?.name).toBe('via Scaldasole 19');
  });

  test('with an unknown place computes no distance, and says so', async () => {
    const { items, near, total } = await labs('near=zzzzqqq');
    expect(near).toBeNull();
    expect(items.every(({ distanceKm }) => distanceKm === null)).toBe(true);
    expect(total).toBe((await labs('')).total);
  });
});

describe('freshness', () => {
  test('filters consistently with the display, on the exact days of change', async () => {
    const days = [
      freshSince(today()),
      doubtfulSince(today()),
      ...[freshSince(today()), doubtfulSince(today())].map((one) =>
        new Date(Date.parse(one) - 864e5).toISOString().slice(0, 10),
      ),
      null,
    ];
    for (const [at, confirmed] of days.entries())
      await confirmedOn(database, await madeLab(ask, `Di un certo giorno ${at}`), confirmed);
    const all = (await labs('')).items;
    for (const freshness of ['confirmed', 'stale', 'possibly-closed', 'never-confirmed'] as const) {
      const shown = all.filter((item) => item.freshness === freshness).map(({ key }) => key);
      expect(await keysOf(`freshness=${freshness}`)).toEqual(shown);
      expect(shown.length).toBeGreaterThan(0);
    }
  });

  test('is not shown for planned labs, and not requested by mail', async () => {
    const planned = await madeLab(ask, 'Che verrà', { status: 'planned' });
    await confirmedOn(database, planned, '2019-01-01');
    expect((await readLab(anyone, planned)).freshness).toBeNull();
    expect(await keysOf('freshness=possibly-closed')).not.toContain(planned);
  });
});

describe('paging', () => {
  beforeAll(async () => {
    for (const name of ['àlfa', 'alfa', 'Alfa', 'ALFA', 'alfa', "l'alfa", 'Ωmega', '9 alfa', 'alfa-b', 'alfa b'])
      await madeLab(ask, name, name === 'Alfa' ? { latitude: 45.45, longitude: 9.18 } : {});
  });

  test.each(['', 'near=45.46,9.19', 'q=alfa', 'near=45.46,9.19&q=alfa', 'freshness=never-confirmed', 'q=fablab'])(
    'by cursor over "%s" gives every lab once, in the order of the whole',
    async (query) => {
      const whole = await keysOf(query);
      expect(whole.length).toBeGreaterThan(2);
      const paged: string[] = [];
      let next: string | null = `/api/v1/programmes/${programme}/labs?limit=2&${query}`;
      for (let page = 0; next && page < 100; page += 1) {
        const reply = await fetch(office.address + next);
        expect(reply.status).toBe(200);
        const body = (await reply.json()) as { items: { key: string }[]; _links: { next: string | null } };
        paged.push(...body.items.map(({ key }) => key));
        next = body._links.next;
      }
      expect(paged).toEqual(whole);
    },
  );
});

const clock = fc
  .integer({ min: 0, max: 96 })
  .map(
    (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
  );
const span = fc
  .tuple(clock, clock)
  .filter(([one, two]) => one !== two && one !== '24:00' && two !== '00:00')
  // Closing before opening is on the next day.
  .map(([opens, closes]) => ({ opens, closes }));
const weekday = fc.integer({ min: 1, max: 7 });
const juneDay = fc.integer({ min: 1, max: 14 }).map((at) => `2026-06-${String(at).padStart(2, '0')}`);
const exception = fc
  .tuple(juneDay, juneDay, fc.option(span, { nil: {} }))
  .map(([from, to, hours]) => ({ from: from < to ? from : to, to: from < to ? to : from, ...hours }));
const opening = fc.record({
  status: fc.constantFrom('open', 'open', 'open', 'planned', 'temporarily-closed'),
  hours: fc.option(
    fc.array(
      fc.tuple(weekday, span).map(([of, hours]) => ({ weekday: of, ...hours })),
      { maxLength: 8 },
    ),
  ),
  hours_exceptions: fc.option(fc.array(exception, { maxLength: 3 })),
});

describe('the filter for open labs', () => {
  test('agrees between database and rules, for any hours, exceptions and status', async () => {
    const programmeId = (await findProgrammeId(database.db, programme)) ?? 0;
    const sample = fc.sample(opening, 120);
    await change(database.db, { actor: 'test', reason: '' }, async (writer) => {
      for (const [at, one] of sample.entries())
        await addLab(writer, programmeId, `aperto-${at}`, { kind: 'hub', name: { it: `Aperto ${at}` }, ...one });
    });
    const all = (await labs('kind=hub')).items;
    expect(all.length).toBeGreaterThanOrEqual(120);
    const moments = fc.sample(
      fc
        .tuple(
          juneDay,
          clock.filter((time) => time !== '24:00'),
        )
        .map(([of, time]) => `${of}T${time}`),
      60,
    );
    let open = 0;
    for (const at of moments) {
      const expected = all.filter((lab) => isOpenAt(lab, at) === true).map(({ key }) => key);
      expect(await keysOf(`kind=hub&openAt=${at}`), at).toEqual(expected);
      open += expected.length;
    }
    expect(open).toBeGreaterThan(50);
  });

  test('excludes a lab from its closing day on', async () => {
    const always = [1, 2, 3, 4, 5, 6, 7].map((of) => ({ weekday: of, opens: '00:00', closes: '24:00' }));
    const one = await madeLab(ask, 'Sempre aperta', { hours: always });
    expect(await keysOf('openAt=2026-06-01T00:00')).toContain(one);
    expect(await keysOf('openAt=2026-06-01T23:59')).toContain(one);
    await done(editLab(ask, one, { status: 'closed', closed: { date: today() } }));
    expect(await keysOf('openAt=2026-06-01T00:00&status=closed')).not.toContain(one);
  });
});
