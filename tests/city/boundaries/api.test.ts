// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Outlines, readBoundaries } from '../../../api/city/boundaries/contract.ts';
import { isInCity, zoneAt } from '../../../api/city/boundaries/views.ts';
import { change } from '../../../db/change.ts';
import { findProgrammeId } from '../../../db/city/programmes/reads.ts';
import { projectFolder } from '../../../db/config.ts';
import { reading } from '../../../db/past.ts';
import { asking } from '../../harness/ask.ts';
import { day, withKeepers } from '../../harness/keeping.ts';
import { today } from '../../harness/office.ts';
import { signIn } from '../../harness/people.ts';

const programme = 'manifattura-milano';
const elsewhere = 'mtc-torino';
const nil = join(projectFolder, '..', 'shared', 'data', 'milan-nil.geojson');
const keepers = withKeepers(programme);
const { database } = keepers;
beforeEach(async () => {
  await change(database.db, { actor: 'test', reason: '' }, (writer) =>
    writer.updateTable('zone').set({ boundary: null }).where('boundary', 'is not', null).execute(),
  );
});

type Corner = [number, number];
/** The municipi as 0.04° squares in a 3 × 3 grid around the Duomo. */
const cornerOf = (municipio: number): Corner => [
  9.13 + 0.04 * ((municipio - 1) % 3),
  45.4 + 0.04 * Math.floor((municipio - 1) / 3),
];
const squareAt = ([x, y]: Corner, side = 0.04) => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];
const feature = (id: unknown, geometry?: unknown) => ({
  type: 'Feature',
  properties: { id, name: 'MUNICIPIO' },
  geometry: geometry ?? { type: 'Polygon', coordinates: [squareAt(cornerOf(Number(id)))] },
});
const collection = (features: unknown[], more: object = {}) => ({ type: 'FeatureCollection', ...more, features });
const all = () => collection([1, 2, 3, 4, 5, 6, 7, 8, 9].map((id) => feature(id)));

interface How {
  apply?: boolean;
  kind?: string;
  property?: string;
  language?: string;
  to?: string;
  who?: { cookie: string };
}

async function upload(file: unknown, how: How = {}) {
  const { apply = false, kind = 'municipio', property = 'id', language = 'en', to = programme, who } = how;
  const { address } = keepers.office;
  const path = `/api/v1/programmes/${to}/zones/boundaries?kind=${kind}&property=${property}&apply=${apply}`;
  const reply = await fetch(address + path, {
    method: 'PUT',
    headers: { cookie: (who ?? keepers.anna).cookie, origin: address, 'accept-language': language },
    body: typeof file === 'string' || file instanceof Uint8Array ? (file as string) : JSON.stringify(file),
  });
  return { status: reply.status, body: JSON.parse(await reply.text()) };
}

const kinds = (body: { rows: { kind: string }[] }) => [...new Set(body.rows.map(({ kind }) => kind))];
const changes = async () =>
  (await sql<{ n: number }>`select count(*) as n from change`.execute(database.db)).rows[0]?.n ?? 0;
const outlines = (query = ''): Promise<Outlines> =>
  asking(keepers.office.address, programme)(readBoundaries, `/zones/boundaries${query}`);

const asked = async (longitude: number, latitude: number, of = programme) => {
  const programmeId = (await findProgrammeId(database.db, of)) ?? 0;
  return reading(database.db, { programmeId, asOf: undefined, today: today() }, async (reader) => ({
    zone: await zoneAt(reader, { latitude, longitude }),
    inCity: await isInCity(reader, { latitude, longitude }),
  }));
};

describe('boundaries from GeoJSON', () => {
  test('are previewed zone by zone before they are written', async () => {
    const before = await changes();
    const { status, body } = await upload(collection([feature(1), feature('2')]));
    expect(status).toBe(200);
    expect(body.applied).toBe(false);
    expect(body.rows).toMatchObject([
      { feature: 1, value: '1', zone: { key: 'municipio-1' }, kind: 'added', points: 5, reasons: [] },
      { feature: 2, value: '2', zone: { key: 'municipio-2' }, kind: 'added' },
    ]);
    expect(body.without.map(({ key }: { key: string }) => key)).toEqual(
      [3, 4, 5, 6, 7, 8, 9].map((n) => `municipio-${n}`),
    );
    expect(await changes()).toBe(before);
    expect((await outlines()).features).toEqual([]);
  });

  test('are written as one recorded change and served as GeoJSON', async () => {
    const { rows: last } = await sql<{ id: number }>`select max(id) as id from change`.execute(database.db);
    const { body } = await upload(all(), { apply: true });
    expect(body).toMatchObject({ applied: true, without: [] });
    const { features } = await outlines('?kind=municipio');
    expect(features).toHaveLength(9);
    expect(features[0]).toMatchObject({
      id: 'municipio-1',
      properties: { key: 'municipio-1', code: '1', periphery: false, population: 98_531 },
      geometry: { type: 'Polygon', bbox: [9.13, 45.4, 9.17, 45.44] },
    });
    expect((await outlines('?kind=neighbourhood')).features).toEqual([]);
    expect((await outlines(`?asOf=${day(-1)}`)).features).toEqual([]);
    expect((await outlines(`?asOf=${today()}`)).features).toEqual((await outlines()).features);
    const { rows } = await sql<{ n: number }>`select count(distinct written) as n from change
      where account_id = ${keepers.anna.accountId} and table_name = 'zone' and id > ${last[0]?.id ?? 0}`.execute(
      database.db,
    );
    expect(rows[0]?.n).toBe(1);
    const { items } = (await keepers.anyone('GET', '/zones?kind=municipio')).body;
    expect(items.every(({ bounded }: { bounded: boolean }) => bounded)).toBe(true);
  });

  test('change nothing on a second load, and later only the differences', async () => {
    await upload(all(), { apply: true });
    const before = await changes();
    const again = await upload(all(), { apply: true });
    expect(again.body.applied).toBe(true);
    expect(kinds(again.body)).toEqual(['same']);
    expect(await changes()).toBe(before);
    const moved = feature(4, { type: 'Polygon', coordinates: [squareAt([9.14, 45.44])] });
    const { body } = await upload(collection([feature(1), moved]), { apply: true });
    expect(body.rows.map(({ kind }: { kind: string }) => kind)).toEqual(['same', 'changed']);
    expect(await changes()).toBe(before + 1);
    expect((await outlines()).features).toHaveLength(9);
  });

  test('from a data package behave like imported ones', async () => {
    const bare = { type: 'Polygon', coordinates: [squareAt(cornerOf(1))] };
    await change(database.db, { actor: 'test', reason: '' }, async (writer) => {
      const set = (boundary: object, key: string) =>
        writer
          .updateTable('zone')
          .set({ boundary: JSON.stringify(boundary) as never })
          .where('key', '=', key)
          .execute();
      await set(bare, 'municipio-1');
      await set({ drawn: 'by hand' }, 'municipio-2');
    });
    const { features } = await outlines();
    expect(features).toMatchObject([{ id: 'municipio-1', geometry: { bbox: [9.13, 45.4, 9.17, 45.44] } }]);
    expect(await asked(9.16, 45.43)).toEqual({ zone: 'municipio-1', inCity: true });
    const { items } = (await keepers.anyone('GET', '/changes?item=zones/municipio-2')).body;
    expect(items[0].fields).toMatchObject([{ name: 'boundary' }]);
  });

  test('appear in the log with their number of points', async () => {
    await upload(collection([feature(1)]), { apply: true });
    const { items } = (await keepers.anyone('GET', '/changes?item=zones/municipio-1')).body;
    const [field] = items[0].fields.filter(({ name }: { name: string }) => name === 'boundary');
    expect(field).toMatchObject({ before: null, after: { it: 'disegnato con 5 punti' } });
  });

  test('are written completely or not at all, with a reason for each refused feature', async () => {
    const before = await changes();
    const point = { type: 'Point', coordinates: [9.19, 45.46] };
    const file = collection([feature(1), feature(2), feature('02'), feature(77), feature(null), feature(3, point)]);
    const { body } = await upload(file, { apply: true });
    expect(body.applied).toBe(false);
    expect(body.rows.map(({ kind }: { kind: string }) => kind)).toEqual(['added', ...Array(5).fill('refused')]);
    const reasons = (reply: typeof body) =>
      reply.rows.flatMap((row: { reasons: { reason: string }[] }) => row.reasons.map(({ reason }) => reason));
    expect(reasons(body)).toEqual([
      expect.stringContaining('same zone'),
      expect.stringContaining('same zone'),
      expect.stringContaining('No zone'),
      expect.stringContaining('No zone'),
      expect.stringContaining('not a polygon'),
    ]);
    expect(reasons((await upload(file, { language: 'it' })).body)[4]).toContain('poligono');
    expect(await changes()).toBe(before);
  });

  test('in another reference system are converted to degrees', async () => {
    const metres = squareAt([514_500, 5_034_000], 1000);
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32632' } };
    const file = collection([feature(1, { type: 'Polygon', coordinates: [metres] })], { crs });
    expect((await upload(file, { apply: true })).body.applied).toBe(true);
    const [west = 0, south = 0] = (await outlines()).features[0]?.geometry.bbox ?? [];
    expect(west).toBeCloseTo(9.1855, 3);
    expect(south).toBeCloseTo(45.4594, 3);
  });

  test.each([
    ['no GeoJSON', 'nothing', 409, 'FeatureCollection'],
    ['an empty collection', collection([]), 409, 'no feature'],
    [
      'a system nobody knows',
      collection([feature(1)], { crs: { properties: { name: 'EPSG:27700' } } }),
      409,
      'EPSG:27700',
    ],
    [
      'metres without a system',
      collection([feature(1), feature(2, { type: 'Polygon', coordinates: [squareAt([515_000, 5_034_000], 500)] })]),
      409,
      'features[1] · id = 2',
    ],
    [
      'degrees that are called metres',
      collection([feature(1)], { crs: { type: 'name', properties: { name: 'EPSG:32632' } } }),
      409,
      'far from every known place',
    ],
    ['more than 8 MB', new Uint8Array(8_000_001), 413, '8 MB'],
  ])('are refused as a whole: %s', async (_what, file, status, words) => {
    const reply = await upload(file, { apply: true });
    expect(reply.status).toBe(status);
    expect(JSON.stringify(reply.body)).toContain(words);
  });

  test('require a zone kind and a property that exists in the file', async () => {
    expect((await upload(all(), { property: 'colour' })).status).toBe(400);
    expect((await upload(all(), { kind: 'planet' })).status).toBe(400);
  });

  test('can be imported only by officials of the programme', async () => {
    const official = await signIn(database, { role: 'official', programme: elsewhere });
    const ofArea = await signIn(database, { role: 'official', programme, areas: ['communication'] });
    for (const who of [official, ofArea, { cookie: '' }])
      expect((await upload(all(), { who })).status).toBe(who.cookie ? 403 : 401);
  });
});

describe('a point', () => {
  test('gets the smallest zone that contains it', async () => {
    await upload(all(), { apply: true });
    await upload(collection([feature(17, { type: 'Polygon', coordinates: [squareAt([9.14, 45.41], 0.01)] })]), {
      apply: true,
      kind: 'neighbourhood',
    });
    expect(await asked(9.145, 45.415)).toEqual({ zone: 'nil-17', inCity: true });
    expect(await asked(9.16, 45.43)).toEqual({ zone: 'municipio-1', inCity: true });
  });

  test('outside a complete city is marked as outside', async () => {
    await upload(all(), { apply: true });
    expect(await asked(9.3, 45.45)).toEqual({ zone: null, inCity: false });
    expect(await asked(0, 0)).toEqual({ zone: null, inCity: false });
  });

  test('near known places is accepted if boundaries are missing or incomplete', async () => {
    expect(await asked(9.19, 45.46)).toEqual({ zone: null, inCity: true });
    expect(await asked(0, 0)).toEqual({ zone: null, inCity: false });
    await upload(collection([feature(1)]), { apply: true });
    expect(await asked(9.19, 45.5)).toEqual({ zone: null, inCity: true });
    expect(await asked(12.49, 41.89)).toEqual({ zone: null, inCity: false });
  });

  test('is never outside if nothing is known', async () => {
    await change(database.db, { actor: 'test', reason: '' }, async (writer) => {
      for (const table of ['lab', 'space', 'zone'] as const)
        await writer
          .updateTable(table)
          .set({ latitude: null, longitude: null })
          .where('programme_id', '=', (await findProgrammeId(database.db, elsewhere)) ?? 0)
          .execute();
    });
    expect(await asked(0, 0, elsewhere)).toEqual({ zone: null, inCity: true });
  });
});

test.skipIf(!existsSync(nil))(
  'the 88 neighbourhoods of Milan are all found by their number (left out where ../shared/data/milan-nil.geojson is not there)',
  async () => {
    const file = readFileSync(nil, 'utf8');
    for (const property of ['nil_id', 'ID_NIL']) {
      const { body } = await upload(file, { kind: 'neighbourhood', property });
      expect(body.rows).toHaveLength(88);
      expect(kinds(body)).toEqual(['added']);
      expect(body.without).toEqual([]);
    }
    const { body } = await upload(file, { kind: 'neighbourhood', property: 'nil_id', apply: true });
    expect(body.applied).toBe(true);
    expect(kinds((await upload(file, { kind: 'neighbourhood', property: 'nil_id', apply: true })).body)).toEqual([
      'same',
    ]);
    const text = JSON.stringify(await outlines('?kind=neighbourhood'));
    expect(text.length).toBeLessThan(file.length / 5);
  },
);
