// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { done, withKeepers } from '../../harness/keeping.ts';
import { loadingLabs, type SentLabs } from '../../harness/loading.ts';
import { signIn } from '../../harness/people.ts';

const programme = 'manifattura-milano';
const { database, office, anna, ask } = withKeepers(programme);

const load = loadingLabs(office, programme, anna);
const changes = async () =>
  (await sql<{ n: number }>`select count(*) as n from change`.execute(database.db)).rows[0]?.n ?? 0;
const written = async () =>
  (await sql<{ n: number }>`select count(distinct written) as n from change`.execute(database.db)).rows[0]?.n ?? 0;
const csv = (...rows: string[]) => rows.join('\n');

interface Place {
  country?: string;
  town?: string;
  at?: [number, number];
  url?: string;
}
const facility = (id: string, name: string, { country = 'IT', town = 'Milano', at, url = '' }: Place = {}) => ({
  facility: { facility_id: id, name, url, description: 'fablab' },
  address: { extended: `via ${name} 1`, zip_code: '' },
  region: { country, city_town: town },
  geocoding: at ? { latitude: at[0], longitude: at[1] } : null,
});
const okw = (...all: object[]) => JSON.stringify(all);
const labOf = async (key: string) => done(ask('GET', `/labs/${key}`));

describe('labs of Open Know-Where', () => {
  const two = okw(
    facility('a-1', 'Bottega Zaffiro', { at: [45.4401, 9.2401] }),
    facility('a-2', 'Cantiere Smeraldo', { url: 'www.smeraldo.example' }),
    facility('a-1', 'Bottega Zaffiro bis'),
    facility('a-4', ''),
  );

  test('are loaded with an invalid byte as replacement character; a NUL is refused', async () => {
    const broken = okw(facility('b-1', 'Bottega\ud800 Rotta'), facility('b-2', 'Bottega\0 Vuota'));
    const { rows } = (await load(broken)).body;
    expect(rows.map(({ kind, name }) => [kind, name])).toEqual([
      ['added', 'Bottega\ufffd Rotta'],
      ['refused', 'Bottega\0 Vuota'],
    ]);
    expect((await load(broken, { apply: true })).status).toBe(200);
  });

  test('are previewed, written as one change, and reloaded without one; unedited values follow the file', async () => {
    const before = await changes();
    const preview = (await load(two)).body;
    expect(preview).toMatchObject({
      applied: false,
      outside: 0,
      totals: { added: 2, refused: 1, 'duplicate-in-file': 1 },
    });
    expect(preview.rows.map(({ row, kind, key }) => [row, kind, key])).toEqual([
      [1, 'added', 'bottega-zaffiro'],
      [2, 'added', 'cantiere-smeraldo'],
      [3, 'duplicate-in-file', null],
      [4, 'refused', null],
    ]);
    expect(preview.rows[1]?.reasons[0]).toMatchObject({ code: 'no-coordinates' });
    expect(await changes()).toBe(before);
    const acts = await written();
    expect((await load(two, { apply: true })).body).toMatchObject({ applied: true, totals: { added: 2 } });
    expect(await written()).toBe(acts + 1);
    expect(await labOf('cantiere-smeraldo')).toMatchObject({
      name: { it: 'Cantiere Smeraldo' },
      kind: 'fablab',
      url: 'https://www.smeraldo.example',
      address: 'via Cantiere Smeraldo 1, Milano',
      freshness: 'never-confirmed',
    });
    const after = await changes();
    expect((await load(two, { apply: true })).body.totals).toMatchObject({ same: 2, added: 0, changed: 0 });
    expect(await changes()).toBe(after);
    const moved = okw(facility('a-1', 'Bottega Zaffiro', { at: [45.45, 9.25] }));
    const { body } = await load(moved, { apply: true });
    expect(body.rows[0]).toMatchObject({ kind: 'changed', key: 'bottega-zaffiro', fields: ['latitude', 'longitude'] });
    const sides = (body.rows[0] as { changes: { name: string; before: unknown; after: unknown }[] }).changes;
    expect(sides.map(({ name }) => name).sort()).toEqual(['latitude', 'longitude']);
    expect(sides.every(({ before, after }) => before !== after && typeof after === 'number')).toBe(true);
  });

  test('that were edited here keep their values; empty fields are filled', async () => {
    await load(okw(facility('e-1', 'Forgia Ametista', { at: [45.38, 9.3] })), { apply: true });
    const { version } = await labOf('forgia-ametista');
    await done(ask('PATCH', '/labs/forgia-ametista', { address: 'via Nuova 9' }, version));
    const file = okw(facility('e-1', 'Forgia Ametista', { at: [45.39, 9.3], url: 'https://ametista.example' }));
    const { body } = await load(file, { apply: true });
    expect(body.rows[0]).toMatchObject({ kind: 'changed', fields: ['url'], reasons: [{ code: 'edited-here' }] });
    expect(await labOf('forgia-ametista')).toMatchObject({ address: 'via Nuova 9', url: 'https://ametista.example' });
    expect((await load(file, { apply: true })).body.totals).toMatchObject({ same: 1 });
  });

  test('that resemble an entry are shown with it, then linked or added as requested', async () => {
    const alike = okw(
      facility('w-1', 'Wemake', { at: [45.5069, 9.2285] }),
      facility('w-2', 'Wemake', { at: [41.9, 12.5] }),
    );
    const { rows } = (await load(alike, { apply: true })).body;
    expect(rows[0]).toMatchObject({
      kind: 'lookalike',
      key: 'wemake',
      alike: [{ key: 'wemake', why: ['name', 'place'] }],
    });
    expect(rows[1]?.kind).toBe('added');
    const linked = (await load(alike, { apply: true, query: '&lookalikes=link' })).body;
    expect(linked.rows[0]).toMatchObject({ kind: 'changed', key: 'wemake' });
    expect(linked.rows[0]?.fields).toContain('foreign_ids');
    expect((await labOf('wemake')).address).toBe('via Guerzoni 23');
    expect((await load(alike)).body.totals).toMatchObject({ same: 2 });
    const other = okw(facility('w-3', 'WeMake', { at: [45.5069, 9.2285] }));
    expect((await load(other, { query: '&lookalikes=link' })).body.rows[0]?.reasons[0]?.code).toBe('linked-already');
    expect((await load(other, { query: '&lookalikes=add' })).body.totals).toMatchObject({ added: 1 });
  });

  test('can be limited to one city', async () => {
    const some = okw(
      facility('c-1', 'Bottega Rubino', { at: [45.47, 9.19] }),
      facility('c-2', 'Atelier Rubis', { country: 'FR', town: 'Lyon', at: [45.76, 4.83] }),
      facility('c-3', 'Officina Topazio', { town: 'Torino' }),
    );
    const found = async (query: string) => {
      const { rows, outside } = (await load(some, { query })).body;
      return [rows.map(({ row }) => row), outside];
    };
    expect(await found('&country=it')).toEqual([[1, 3], 1]);
    expect(await found('&city=Milano,Milan')).toEqual([[1], 2]);
    expect(await found('&within=45.4642,9.19,15')).toEqual([[1], 2]);
    expect(await found('&within=40,0,50,10')).toEqual([[1, 2], 1]);
  });
});

describe('labs of fablabs.io', () => {
  test('have machines for their capabilities, and match Open Know-Where entries by page URL', async () => {
    const url = 'https://www.fablabs.io/labs/opale';
    await load(okw(facility('o-1', 'Fucina Opale', { at: [45.4, 9.1], url })), { apply: true });
    const attributes = {
      name: 'Fucina Opale',
      slug: 'opale',
      capabilities: ['laser', 'three_d_printing'],
      email: 'a@b.example',
    };
    const { body } = await load(JSON.stringify({ data: [{ type: 'lab', id: '5', attributes }] }), {
      format: 'fablabs',
      apply: true,
    });
    expect(body.rows[0]).toMatchObject({ kind: 'changed', key: 'fucina-opale', fields: ['email', 'machines'] });
    expect((await labOf('fucina-opale')).processes).toEqual(['additive', 'laser-cutting']);
  });
});

describe('labs of a table', () => {
  test('are added, changed with the current version, and refused by cell', async () => {
    const heading = 'key;version;name_it;kind;latitude;longitude;services;processes';
    const added = await load(
      csv(`\uFEFF${heading}`, 'perla;;Bottega Perla;makerspace;45,5;9,2;repair training;sewing'),
      {
        format: 'csv',
        apply: true,
      },
    );
    expect(added.body.rows[0]).toMatchObject({ row: 2, kind: 'added', key: 'perla' });
    const { version } = await labOf('perla');
    const edited = (seen: number) => csv(heading, `perla;${seen};Bottega Perla;hub;;;repair;sewing`);
    expect((await load(edited(version - 1), { format: 'csv' })).body.rows[0]).toMatchObject({
      kind: 'same',
      reasons: [{}, { code: 'edited-here' }],
    });
    expect((await load(edited(version), { format: 'csv', apply: true })).body.rows[0]).toMatchObject({
      kind: 'changed',
      fields: ['kind', 'latitude', 'longitude', 'services'],
    });
    expect(await labOf('perla')).toMatchObject({
      kind: 'hub',
      latitude: null,
      services: ['repair'],
      processes: ['sewing'],
    });
    const wrong = await load(csv('name_it,kind,zone', 'Bottega Ambra,castle,nowhere'), {
      format: 'csv',
      language: 'it',
    });
    expect(wrong.body.rows[0]).toMatchObject({
      kind: 'refused',
      reasons: [
        { name: 'kind', reason: 'non è uno dei valori ammessi' },
        { name: 'zone', reason: 'non è nel programma' },
      ],
    });
  });

  test('can also be a workbook', async () => {
    const sheet = [
      ['name_it', 'kind', 'latitude', 'longitude'],
      ['Bottega Giada', 'fablab', 45.41, 9.11],
    ];
    const book = new Uint8Array(await writeExcel(sheet as never).toBuffer());
    expect((await load(book, { format: 'xlsx' })).body.rows[0]).toMatchObject({ kind: 'added', key: 'bottega-giada' });
  });
});

describe('an import', () => {
  test('names the columns that it does not take, and refuses missing ones and unknown parameters', async () => {
    const strange = csv('nome,tipo,colour,Accesso in carrozzina', 'Prova colore,hub,red,accessibile in parte');
    expect((await load(strange, { format: 'csv' })).body).toMatchObject({ ignored: ['colour'], totals: { added: 1 } });
    const { body } = await load('colour\nred', { format: 'csv', language: 'it' });
    expect(body.errors).toEqual(['name_it', 'kind'].map((name) => ({ name, reason: 'manca fra le colonne' })));
    const status = async (body: string, of: SentLabs) => (await load(body, of)).status;
    expect(await status('[]', { query: '&within=here' })).toBe(400);
    expect(await status('name_it,kind\na,hub', { format: 'csv', query: '&country=IT' })).toBe(400);
    expect(await status('[]', { query: '&source=nothing' })).toBe(400);
    expect(await status('{"a": 1}', {})).toBe(415);
    expect(await status('not json', { format: 'fablabs' })).toBe(415);
    expect(await status('not a workbook', { format: 'xlsx' })).toBe(415);
    expect(await status(`[${' '.repeat(10_000_000)}]`, {})).toBe(413);
  });

  test('is allowed only for officials of all areas', async () => {
    const operator = await signIn(database, { role: 'operator', programme });
    expect((await load('[]', { who: operator })).status).toBe(403);
    expect((await load('[]', { who: { cookie: '' } })).status).toBe(401);
  });
});
