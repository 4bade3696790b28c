// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { labFields } from '../../../api/labs/directory/fields.ts';
import { machineRecord } from '../../../api/labs/machines/fields.ts';
import { inputOf, typedOf } from '../../../api/platform/fields/form.rules.ts';
import { keyNamed } from '../../../api/platform/fields/reference.rules.ts';
import { columnsOf, entriesOf, type Fields, plainOf } from '../../../api/platform/fields/rules.ts';
import { dateIn, numberIn, storedIn } from '../../../api/platform/fields/said.rules.ts';
import { sheetOf } from '../../../api/platform/fields/sheet.rules.ts';
import { spaceFields } from '../../../api/spaces/directory/fields.ts';

const records: [string, Fields][] = [
  ['space', spaceFields],
  ['lab', labFields],
  ['machine', machineRecord.fields],
];
const bareOf = (words: string) => words.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', ' ').toUpperCase();

describe('an import', () => {
  test.each(records)('understands every label of a %s, with and without accents', (_, fields) => {
    const { columnNamed } = sheetOf(fields);
    const wrong = entriesOf(fields)
      .filter(([, { internal }]) => !internal)
      .flatMap(([column, { label, kind }]) =>
        [label.it, label.en, bareOf(label.it), bareOf(label.en)].filter(
          (words) => columnNamed(words) !== (kind === 'bilingual' ? `${column}_it` : column),
        ),
      );
    expect(wrong).toEqual([]);
  });

  test.each(records)('understands every word of the choices of a %s, alone and in a list', (_, fields) => {
    const wrong = entriesOf(fields).flatMap(([column, field]) => {
      if (!('choices' in field)) return [];
      const all = Object.entries(field.choices);
      const single = all.flatMap(([key, { it, en }]) =>
        [key, it, en, bareOf(it), bareOf(en)].filter((words) => storedIn(words, field) !== key),
      );
      if (field.kind === 'choice') return single;
      const lists = (['it', 'en'] as const).flatMap((language) => {
        const names = all.map(([, words]) => words[language]);
        const shown = new Intl.ListFormat(language).format(names);
        return [shown, names.join('; ')].filter((cell) => storedIn(cell, field) !== all.map(([key]) => key).join(' '));
      });
      return [...single, ...lists].map((words) => `${column}: ${words}`);
    });
    expect(wrong).toEqual([]);
  });

  test('leaves what it does not know as it is', () => {
    expect(storedIn('castello', spaceFields.kind)).toBe('castello');
    expect(storedIn('acqua, teletrasporto', spaceFields.utilities)).toBe('water teletrasporto');
    expect(sheetOf(spaceFields).ignoredIn(['nome', 'foglio'])).toEqual(['foglio']);
  });

  test('reads dates as the page writes them, coarse ones as the end of their span', () => {
    const said = ['1998', 'giugno 2020', 'June 2020', '1° marzo 2021', '12 March 2021', '3/5/2024', '2021-02-28'];
    expect(said.map((words) => dateIn(words)?.date)).toEqual([
      '1998-12-31',
      '2020-06-30',
      '2020-06-30',
      '2021-03-01',
      '2021-03-12',
      '2024-05-03',
      '2021-02-28',
    ]);
    const parts = ['2° trimestre 2020', 'Q2 2020', '1° semestre 2020', 'second half of 2020'].map((words) =>
      dateIn(words),
    );
    expect(parts).toEqual([
      { date: '2020-06-30', precision: 'quarter' },
      { date: '2020-06-30', precision: 'quarter' },
      { date: '2020-06-30', precision: 'half-year' },
      { date: '2020-12-31', precision: 'half-year' },
    ]);
    expect(['boh', 'marzo', ''].map((words) => dateIn(words))).toEqual([null, null, null]);
  });

  test('reads amounts as the page writes them', () => {
    const said = ['1.200 €', '€1,200', '1.200,50 €', '12 m²', '1200.5', '0,5'];
    expect(said.map((words) => numberIn(words, 2))).toEqual(['1200', '1200', '1200.50', '12', '1200.5', '0.5']);
    expect(numberIn('45.464', 5)).toBe('45.464');
  });

  test('finds an item by key, name or number, and none where several are meant', () => {
    const items = [
      { key: 'municipio-5', name: { it: 'Municipio 5' }, code: '5', kind: 'municipio' },
      { key: 'nil-5', name: { it: 'Porta Vigentina' }, code: '5', kind: 'neighbourhood' },
      { key: 'nil-6', name: { it: 'Ticinese' }, code: '6', kind: 'neighbourhood' },
      { key: 'a', name: { it: 'Doppio' } },
      { key: 'b', name: { it: 'Doppio' } },
    ];
    const found = (cell: string, heading = 'Zona') => keyNamed(cell, heading, items);
    expect([found('5', 'Municipio'), found('MUNICIPIO 05'), found('nil-5'), found('porta vigentina')]).toEqual([
      'municipio-5',
      'municipio-5',
      'nil-5',
      'nil-5',
    ]);
    expect([found('6'), found('5'), found('Doppio'), found('altrove')]).toEqual(['nil-6', '5', 'Doppio', 'altrove']);
  });
});

describe('a row of a record', () => {
  const dated = { disused_since: '1998-12-31', disused_precision: 'year', floors: 2 };

  test('is mapped to the names of the API and back', () => {
    const shown = plainOf(spaceFields, { ...dated, floor_area_m2: 80 } as never);
    expect(shown).toMatchObject({
      floors: 2,
      floorAreaM2: 80,
      disusedSince: { date: '1998-12-31', precision: 'year' },
      lastUse: null,
    });
    const { disusedSince } = shown;
    expect(columnsOf(spaceFields, { floors: 2, disusedSince: disusedSince as never })).toEqual(dated);
    expect(columnsOf(labFields, { exceptions: [], founded: null })).toEqual({
      hours_exceptions: [],
      founded_on: null,
      founded_precision: null,
    });
  });

  test('is asked for in a form, where an untouched date keeps its precision', () => {
    const typed = typedOf(spaceFields, 'about', {
      name: { it: 'Ex forno' },
      kind: 'shed',
      owner: { key: 'comune', name: { it: 'Comune' } },
      disusedSince: { date: '2020-06-30', precision: 'cycle' },
    });
    expect(typed).toMatchObject({ nameIt: 'Ex forno', nameEn: '', owner: 'comune', disusedSince: '2020-06-30' });
    const same = inputOf(spaceFields, 'about', typed, typed);
    expect(same).toMatchObject({ name: { it: 'Ex forno' }, owner: 'comune', ownerKind: null });
    expect('disusedSince' in same).toBe(false);
    const now = { ...typed, disusedSince: '1998-01-01', disusedSincePrecision: 'year', nameIt: ' ' };
    expect(inputOf(spaceFields, 'about', now, typed)).toMatchObject({
      name: { it: '' },
      disusedSince: { date: '1998-01-01', precision: 'year' },
    });
  });
});
