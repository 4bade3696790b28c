// SPDX-License-Identifier: AGPL-3.0-or-later
import { beforeEach, describe, expect, test } from 'vitest';
import { askingIn, day, done, withKeepers } from '../../harness/keeping.ts';

const programme = 'manifattura-milano';
const { office, anna, ask, anyone } = withKeepers(programme);

const send = async (body: string | Buffer, query: string) => {
  const reply = await fetch(`${office.address}/api/v1/programmes/${programme}/space-imports?${query}`, {
    method: 'PUT',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers: {
      cookie: anna.cookie,
      origin: office.address,
      'content-type': 'application/octet-stream',
      'accept-language': 'en',
    },
  });
  return { status: reply.status, body: await reply.json() };
};
const take = async (csv: string, more = '') => {
  const { status, body } = await send(csv, `format=csv&apply=true${more}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const kinds = (body: { rows: { kind: string }[] }) => body.rows.map(({ kind }) => kind);
const total = async () => (await done(anyone('GET', '/spaces'))).total as number;
const read = (space: string) => done(anyone('GET', `/spaces/${space}`));

let number = 0;
let name: string;
beforeEach(() => {
  number += 1;
  name = `Ex magazzino numero ${number}`;
});

describe('a census from a file', () => {
  test('is previewed, then recorded; a second load changes nothing', async () => {
    const csv = `Nome,Tipo,Indirizzo,Superficie (m²),Proprietà,Stato,Dismesso dal\n${name},capannone,via Prova ${number},${number}50,pubblica,verificato,1998\n`;
    const before = await total();
    const shown = await send(csv, 'format=csv');
    expect(shown.body).toMatchObject({ applied: false, totals: { added: 1 } });
    expect(await total()).toBe(before);
    const { rows } = await take(csv);
    expect(await read(rows[0].key)).toMatchObject({
      name: { it: name },
      kind: 'shed',
      ownerKind: 'public',
      state: 'verified',
      disusedSince: { date: '1998-12-31', precision: 'year' },
    });
    const again = await take(csv);
    expect(again.rows[0]).toMatchObject({ kind: 'lookalike', key: rows[0].key, alike: [{ why: ['name', 'address'] }] });
    expect(await total()).toBe(before + 1);
    expect(kinds(await take(csv, '&lookalikes=link'))).toEqual(['same']);
  });

  test('survives a round trip through CSV and a workbook', async () => {
    const csv = (await done(anyone('GET', '/spaces.csv'))) as string;
    expect(new Set(kinds(await take(csv)))).toEqual(new Set(['same']));
    const reply = await fetch(`${office.address}/api/v1/programmes/${programme}/spaces.xlsx`);
    const { body } = await send(Buffer.from(await reply.arrayBuffer()), 'format=xlsx&apply=true');
    expect(new Set(kinds(body))).toEqual(new Set(['same']));
  });

  test('reports errors by row and column, and loads the rest', async () => {
    const csv = `name_it,kind,floor_area_m2,zone,state,energy_class\n${name},shed,12,,,\n${name} B,castle,,,,\n${name} C,shed,-4,nowhere,,Z\n${name} D,shed,,,in-call,\n`;
    const { rows, totals } = await take(csv);
    expect(totals).toMatchObject({ added: 1, refused: 3 });
    const reasons = rows.map(({ row, reasons: of }: { row: number; reasons: { name: string }[] }) => [
      row,
      of.map((one) => one.name),
    ]);
    expect(reasons).toEqual([
      [2, []],
      [3, ['kind']],
      [4, ['floor_area_m2', 'energy_class']],
      [5, ['state']],
    ]);
    const { rows: late } = await take(`name_it,kind,zone\n${name} E,shed,nowhere\n`);
    expect(late[0]).toMatchObject({ kind: 'refused', reasons: [{ name: 'zone', code: 'unknown-item' }] });
  });

  test('reports unknown and duplicate columns', async () => {
    const strange = await send('name_it,kind,colour\nA,shed,red\n', 'format=csv');
    expect(strange.body).toMatchObject({ ignored: ['colour'], totals: { added: 1 } });
    const twice = await send('nome,name_it,kind\nA,A,shed\n', 'format=csv');
    expect(twice.body.errors).toMatchObject([{ name: 'name_it', reason: 'is a column that appears twice' }]);
    const lacking = await send('kind\nshed\n', 'format=csv');
    expect(lacking.body.errors).toMatchObject([{ name: 'name_it', reason: 'is missing from the columns' }]);
  });

  test('takes a municipal sheet: columns of the land register are named, districts found by number or name', async () => {
    const csv = `nome;tipo;indirizzo;municipio;foglio;mappale;CAP\n${name};magazzino;via Foglio ${number};5;123;45;20139\n`;
    const { rows, ignored } = await take(csv);
    expect(ignored).toEqual(['foglio', 'mappale', 'CAP']);
    expect(await read(rows[0].key)).toMatchObject({ kind: 'shed', zone: { key: 'municipio-5' } });
    const named = await take(`nome,tipo,zona\n${name} B,capannone,Municipio 5\n${name} C,capannone,brera\n`);
    const zones = await Promise.all(named.rows.map(async ({ key }: { key: string }) => (await read(key)).zone.key));
    expect(zones).toEqual(['municipio-5', 'nil-2']);
  });

  test('fills only empty fields of an edited space, unless its version is given', async () => {
    const { key } = await done(ask('POST', '/spaces', { name: { it: name }, kind: 'shed', floors: 2 }));
    const row = (version: string) => `key,version,floors,floor_area_m2\n${key},${version},3,77\n`;
    const filled = await take(row(''));
    expect(filled.rows[0]).toMatchObject({
      kind: 'changed',
      fields: ['floor_area_m2'],
      changes: [{ name: 'floor_area_m2', before: null, after: 77 }],
      reasons: [{ code: 'edited-here' }],
    });
    expect(await read(key)).toMatchObject({ floors: 2, floorAreaM2: 77 });
    const { version } = await read(key);
    expect((await take(row(String(version)))).rows[0]).toMatchObject({ kind: 'changed', fields: ['floors'] });
    expect(await read(key)).toMatchObject({ floors: 3 });
  });

  test('changes a state only as allowed by hand', async () => {
    const { key } = await done(ask('POST', '/spaces', { name: { it: name }, kind: 'shed', on: day(-9) }));
    const row = async (state: string) => {
      const { version } = await read(key);
      return (
        await take(`key,version,state,state_since,state_reason_it\n${key},${version},${state},${day(-3)},Sopralluogo\n`)
      ).rows[0];
    };
    expect(await row('in-use')).toMatchObject({ kind: 'refused', reasons: [{ name: 'state', code: 'space-step' }] });
    expect(await row('verified')).toMatchObject({ kind: 'changed' });
    expect((await read(key)).steps.at(-1)).toMatchObject({
      state: 'verified',
      since: { date: day(-3) },
      reason: { it: 'Sopralluogo' },
    });
  });

  test('keeps a blurred location unchanged, and does not store the public point as the location', async () => {
    const csv = `name_it,kind,owner_kind,address,latitude,longitude,blur_m\n${name},shed,private,via Nascosta ${number},45.48${number}12,9.17${number}34,300\n`;
    const { rows } = await take(csv);
    const { key } = rows[0];
    const place = () => done(ask('GET', `/spaces/${key}/place`));
    const exact = await place();
    expect(exact.address).toBe(`via Nascosta ${number}`);
    const shown = await read(key);
    expect(shown).toMatchObject({ address: null, blurM: 300 });
    const out = (await done(anyone('GET', `/spaces.csv?q=${encodeURIComponent(name)}`))) as string;
    expect(out).not.toContain('Nascosta');
    expect(out).not.toContain(String(exact.latitude));
    expect(kinds(await take(out))).toEqual(['same']);
    expect(await place()).toEqual(exact);
    expect(kinds(await take(csv))).toEqual(['lookalike']);
  });

  test('finds the same space twice in one file', async () => {
    const csv = `name_it,kind,address,floor_area_m2\n${name},shed,via Doppia ${number},90\n${name} bis,shed,Via Doppia ${number},91\n`;
    expect(kinds(await take(csv))).toEqual(['added', 'duplicate-in-file']);
  });
});

describe('the spaces for other sites', () => {
  test('are served as a map and a table with the filters, as of any day', async () => {
    const map = await done(anyone('GET', '/spaces.geojson?state=in-use&asOf=2018-01-01'));
    expect(map.features.map(({ id }: { id: string }) => id)).toEqual(['via-dazeglio-3']);
    const table = (await done(anyone('GET', '/spaces.csv?state=in-use&asOf=2017-01-01'))) as string;
    expect(table.trim().split('\n')).toHaveLength(1);
  });

  test('are distinguished from possible duplicates', async () => {
    const { items } = await done(anyone('GET', '/space-lookalikes?street=via Massimo D’Azeglio, 3'));
    expect(items).toMatchObject([{ key: 'via-dazeglio-3', because: ['address'] }]);
    expect((await done(askingIn(office, programme)('GET', '/space-lookalikes?name=Nessuno'))).items).toEqual([]);
  });
});
