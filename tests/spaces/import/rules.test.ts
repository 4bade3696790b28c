// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { editIn } from '../../../api/platform/fields/sheet.rules.ts';
import { spaceFields } from '../../../api/spaces/directory/fields.ts';
import { likenessOf, markOf, spaceInRow, spaceSheet } from '../../../api/spaces/import/rules.ts';

const { cellsNamed, columnNamed, cellsOf, heading } = spaceSheet;
const inputOf = (values: Record<string, unknown>) => editIn(spaceFields, values);

const marked = (of: object) =>
  markOf({ name: 'Uno', address: null, latitude: null, longitude: null, floorArea: null, ...of });

describe('an Italian sheet', () => {
  test('is recognised by its Italian headings and values', () => {
    expect(['Superficie (m²)', 'Proprietà', 'Ultimo uso', 'kind', 'boh'].map(columnNamed)).toEqual([
      'floor_area_m2',
      'owner_kind',
      'last_use_it',
      'kind',
      'boh',
    ]);
    const cells = {
      Nome: 'Ex forno',
      Tipo: 'Capannone',
      Proprietà: 'Privato',
      Utenze: 'acqua; luce',
      'Dismesso dal': '1998',
    };
    expect(cellsNamed(cells)).toEqual({
      name_it: 'Ex forno',
      kind: 'shed',
      owner_kind: 'private',
      utilities: 'water electricity',
      disused_since: '1998-12-31',
      disused_precision: 'year',
    });
    expect(cellsNamed({ available_from: '3/5/2024' })).toEqual({ available_from: '2024-05-03' });
  });
});

describe('a row of the census', () => {
  test('survives a round trip', () => {
    const row = {
      name: { it: 'Ex forno', en: 'Former bakery' },
      kind: 'shed',
      utilities: ['water', 'gas'],
      works_eur: 1200.5,
      available_from: '2026-01-01',
      note: { it: '=1+1' },
    };
    const cells = Object.fromEntries(cellsOf(row, true).map((cell, at) => [heading[at], cell]));
    const { values, refused } = spaceInRow(2, cells, true);
    expect(refused).toEqual([]);
    expect(values).toMatchObject(row);
    expect(values.constraints).toEqual([]);
  });

  test('lists cells with invalid values', () => {
    const { refused } = spaceInRow(
      2,
      { name_it: '', name_en: 'x', floor_area_m2: 'grande', available_from: '2026-02-31' },
      true,
    );
    expect(refused.map(({ name }) => name)).toEqual(['name_it', 'floor_area_m2', 'available_from']);
  });

  test('is valid API input, except for its state', () => {
    expect(
      inputOf({
        floor_area_m2: 80,
        rent_eur_year: 5,
        state: 'verified',
        disused_since: '1998-12-31',
        disused_precision: 'year',
      }),
    ).toEqual({
      floorAreaM2: 80,
      rentEurYear: 5,
      disusedSince: { date: '1998-12-31', precision: 'year' },
    });
    expect(inputOf({ disused_since: null })).toEqual({ disusedSince: null });
  });
});

describe('two spaces', () => {
  test('may be the same with the same address and similar floor area', () => {
    const at = { name: 'Altro nome', address: 'Via Roma, 3', floorArea: 100 };
    expect(likenessOf(marked({ address: 'via roma 3', floorArea: 103 }), marked(at))).toEqual(['address']);
    expect(likenessOf(marked({ address: 'via roma 3', floorArea: 120 }), marked(at))).toEqual([]);
    expect(likenessOf(marked({ address: 'via roma 3' }), marked(at))).toEqual(['address']);
    expect(likenessOf(marked({ address: 'via roma 5', floorArea: 100 }), marked(at))).toEqual([]);
  });

  test('may be the same by name or within thirty metres', () => {
    const here = { latitude: 45.46, longitude: 9.19 };
    expect(likenessOf(marked({ name: 'Ex Forno' }), marked({ name: 'ex forno' }))).toEqual(['name']);
    expect(likenessOf(marked({ name: 'A', ...here }), marked({ name: 'B', ...here, latitude: 45.4602 }))).toEqual([
      'place',
    ]);
    expect(likenessOf(marked({ name: 'A', ...here }), marked({ name: 'B', ...here, latitude: 45.4604 }))).toEqual([]);
  });
});
