// SPDX-License-Identifier: AGPL-3.0-or-later
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { labSheet } from '../../../api/labs/import/columns.rules.ts';
import { labsInOkw } from '../../../api/labs/import/okw.rules.ts';
import { day, done, withKeepers } from '../../harness/keeping.ts';
import { loadingLabs } from '../../harness/loading.ts';

const programme = 'citta-campione';
const { office, anna, ask } = withKeepers(programme);
const load = loadingLabs(office, programme, anna);
const room = () => `${office.address}/api/v1/programmes/${programme}`;
const file = async (path: string) => {
  const reply = await fetch(room() + path);
  expect(reply.status).toBe(200);
  return { headers: reply.headers, bytes: new Uint8Array(await reply.arrayBuffer()) };
};
const text = async (path: string) => new TextDecoder().decode((await file(path)).bytes);
const listed = async (query = '') => done(ask('GET', `/labs?limit=200${query}`));

describe('the labs as a table', () => {
  test('survive a round trip through CSV and a workbook without a change', async () => {
    const { total } = await listed();
    for (const format of ['csv', 'xlsx']) {
      const { bytes } = await file(`/labs.${format}`);
      const { body } = await load(bytes, { format });
      expect(body.rows.filter(({ kind }) => kind !== 'same')).toEqual([]);
      expect(body.rows.length).toBe(total);
    }
  });

  test('contain all results of the filters, beyond one page, as of any day', async () => {
    const rows = async (query: string) =>
      parse(await text(`/labs.csv${query}`), { columns: true }) as { kind: string; key: string }[];
    const { total } = await listed('&kind=fablab');
    const fablabs = await rows('?kind=fablab');
    expect(fablabs.length).toBe(total);
    expect(new Set(fablabs.map(({ kind }) => kind))).toEqual(new Set(['fablab']));
    const past = day(-365);
    expect((await rows(`?asOf=${past}`)).length).toBe((await listed(`&asOf=${past}`)).total);
    expect((await fetch(`${room()}/labs.csv?colour=red`)).status).toBe(400);
  });

  test('have the columns of a data package, numbers as numbers in the workbook', async () => {
    expect((await text('/labs.csv')).split('\n')[0]).toBe(labSheet.heading.join(','));
    const sheet = await readSheet(Buffer.from((await file('/labs.xlsx')).bytes));
    expect(sheet[0]).toEqual(labSheet.heading);
    expect(typeof sheet[1]?.[labSheet.heading.indexOf('latitude')]).toBe('number');
  });
});

describe('the labs for other sites', () => {
  test('are RFC 7946 GeoJSON that any site may read', async () => {
    const { headers, bytes } = await file('/labs.geojson');
    expect(headers.get('content-type')).toContain('application/geo+json');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    const map = JSON.parse(new TextDecoder().decode(bytes));
    expect(map.type).toBe('FeatureCollection');
    expect(map.features.length).toBe((await listed()).total);
    const [longitude, latitude] = map.features[0].geometry.coordinates;
    expect(Math.round(longitude)).toBe(10);
    expect(Math.round(latitude)).toBe(45);
  });

  test('are Open Know-Where facilities that the import accepts', async () => {
    const facilities = JSON.parse(await text('/labs.okw.json?process=additive'));
    expect(facilities.length).toBe((await listed('&process=additive')).total);
    const [first] = facilities;
    expect(first.manufacturing_processes.every((one: string) => one.startsWith('https://en.wikipedia.org/wiki/'))).toBe(
      true,
    );
    expect(first.equipment.length).toBeGreaterThan(0);
    const labs = labsInOkw(facilities) ?? [];
    expect(labs.map(({ name }) => name)).toEqual(
      facilities.map((one: { facility: { name: string } }) => one.facility.name),
    );
    expect(labs[0]?.machines.length).toBeGreaterThan(0);
  });

  test('report whether each is open now, as SpaceAPI', async () => {
    const { items } = await listed('&status=open');
    const known = items.find(({ hours }: { hours: unknown[] | null }) => hours !== null);
    const { headers, bytes } = await file(`/labs/${known.key}/spaceapi.json`);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cache-control')).toBe('no-store');
    const space = JSON.parse(new TextDecoder().decode(bytes));
    expect(space).toMatchObject({
      api_compatibility: ['14', '15'],
      space: known.name.it,
      location: { lat: known.latitude, lon: known.longitude, timezone: 'Europe/Rome' },
      state: { open: expect.any(Boolean) },
    });
    expect((await fetch(`${room()}/labs/nowhere/spaceapi.json`)).status).toBe(404);
  });
});
