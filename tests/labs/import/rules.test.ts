// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { isWanted, vetted, withinOf } from '../../../api/labs/import/checks.contract.ts';
import { labInRow, labSheet } from '../../../api/labs/import/columns.rules.ts';
import {
  changesOf,
  duplicateOf,
  type GivenLab,
  mannerOf,
  missingMachines,
  noRows,
  rememberRow,
  sameValue,
} from '../../../api/labs/import/rules.ts';

const lab = (of: Partial<GivenLab>): GivenLab => ({
  row: 1,
  name: 'Prova',
  foreign: {},
  key: null,
  version: null,
  values: {},
  machines: [],
  country: null,
  city: null,
  refused: [],
  notes: [],
  ...of,
});

describe('the row filter', () => {
  test('is a radius in kilometres or a bounding box', () => {
    expect(withinOf('45.46, 9.19, 15')).toEqual({ centre: { latitude: 45.46, longitude: 9.19, km: 15 } });
    expect(withinOf('45.3,9;45.6,9.3')).toEqual({ box: { south: 45.3, west: 9, north: 45.6, east: 9.3 } });
    for (const wrong of ['', '45,9', '45,9,-1', '46,9,45,10', 'a,b,c']) expect(withinOf(wrong)).toBeNull();
  });

  test('also accepts town and country, ignoring case and accents', () => {
    const here = lab({ country: 'IT', city: 'Forlì', values: { latitude: 44.22, longitude: 12.04 } });
    expect(isWanted({ country: 'it' }, here)).toBe(true);
    expect(isWanted({ city: 'Milano, forli' }, here)).toBe(true);
    expect(isWanted({ country: 'FR' }, here)).toBe(false);
    expect(isWanted({ within: withinOf('44.2,12,10') ?? {} }, here)).toBe(true);
    expect(isWanted({ within: withinOf('45.4,9,10') ?? {} }, here)).toBe(false);
    expect(isWanted({ within: withinOf('44.2,12,10') ?? {} }, lab({}))).toBe(false);
  });
});

describe('a duplicate row', () => {
  const first = lab({ row: 3, foreign: { okw: 'a' }, values: { latitude: 45.46, longitude: 9.19 } });
  const before = noRows();
  rememberRow(before, first);
  test('has the id of another, or its name in the same town', () => {
    expect(duplicateOf(lab({ name: 'Altro', foreign: { okw: 'a' } }), before, true)).toMatchObject({ about: '3' });
    expect(duplicateOf(lab({ name: 'PROVA' }), before, true)).toMatchObject({ code: 'same-name' });
    expect(duplicateOf(lab({ name: 'PROVA' }), before, false)).toBeNull();
    const far = lab({ values: { latitude: 41.9, longitude: 12.5 } });
    expect(duplicateOf(far, before, true)).toBeNull();
  });
});

describe('what a row changes', () => {
  const held = { name: { it: 'Prova', en: 'Trial' }, url: null, address: 'via Prova 1', services: ['repair'] };
  const given = { name: { it: 'Nuovo' }, url: 'https://prova.example', address: 'via Prova 2', services: [] };
  test('is limited to empty fields if the entry was edited here', () => {
    expect(changesOf(held, given, 'fill')).toEqual({ url: 'https://prova.example' });
  });

  test('is every given value if only the importer wrote the entry; the other language stays', () => {
    expect(changesOf(held, given, 'follow')).toEqual({
      name: { it: 'Nuovo', en: 'Trial' },
      url: 'https://prova.example',
      address: 'via Prova 2',
    });
  });

  test('is everything, including empty cells, if made from the current version', () => {
    expect(changesOf(held, { ...given, address: null }, 'replace')).toMatchObject({ services: [], address: null });
    expect(mannerOf({ version: 5, untouched: false }, { version: 5 })).toBe('replace');
    expect(mannerOf({ version: 6, untouched: true }, { version: 5 })).toBe('fill');
    expect(mannerOf({ version: 6, untouched: true }, { version: null })).toBe('follow');
  });

  test('never sets only one coordinate', () => {
    expect(changesOf({ latitude: 45, longitude: null }, { latitude: 44, longitude: 9 }, 'fill')).toEqual({});
  });

  test('does not depend on the order of properties', () => {
    expect(sameValue([{ a: 1, b: null }], [{ b: undefined, a: 1 }])).toBe(true);
    expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(false);
  });

  test('adds a machine only if none has the same process', () => {
    const held = [{ process: 'fdm-printing', brand: 'Prusa', model: 'MK4' }] as const;
    const asked = (process: 'additive' | 'laser-cutting', brand: string | null = null) => ({
      process,
      brand,
      model: brand && 'X',
    });
    expect(missingMachines(held, [asked('additive'), asked('laser-cutting')])).toEqual([asked('laser-cutting')]);
    expect(missingMachines(held, [asked('additive', 'Bambu')])).toHaveLength(1);
  });
});

describe('a row of a table', () => {
  const row = (cells: Record<string, string | null>) =>
    vetted(labInRow(2, cells, true), { today: '2026-05-04', lenient: false });

  test('survives a round trip, including values that look like formulas', () => {
    const values = {
      name: { it: '=1+1', en: "'-x" },
      phone: '+39 02 123456',
      latitude: 45.5,
      longitude: -9.1,
      hours: [{ weekday: 1, opens: '09:00', closes: '18:00' }],
      services: ['repair', 'training'],
      small_series: false,
    };
    const cells = labSheet.cellsOf({ key: 'prova', ...values }, true);
    const told = Object.fromEntries(labSheet.heading.map((name, at) => [name, cells[at] || null]));
    expect(told.name_it).toBe("'=1+1");
    expect(told.longitude).toBe('-9.1');
    expect(labInRow(2, told, true)).toMatchObject({ key: 'prova', values });
  });

  test('is refused with its invalid cells', () => {
    const { refused } = row({
      name_it: 'Prova',
      kind: 'castle',
      latitude: 'north',
      services: 'magic',
      founded_on: '2020-02-30',
    });
    expect(refused.map(({ name, code }) => `${name} ${code}`)).toEqual([
      'founded_on malformed',
      'latitude malformed',
      'kind unknown-value',
      'services unknown-value',
    ]);
  });

  test('has coarse dates at the end of their range, and lists separated by spaces or semicolons', () => {
    const { values, refused } = row({
      name_it: 'Prova',
      kind: 'hub',
      founded_on: '2019-03-01',
      founded_precision: 'year',
      services: 'repair; training',
      links: '',
    });
    expect(refused).toEqual([]);
    expect(values).toMatchObject({ founded_on: '2019-12-31', services: ['repair', 'training'], links: [] });
  });

  test('cannot be contradictory', () => {
    const hours = JSON.stringify([{ weekday: 1, opens: '18:00', closes: '09:00' }]);
    expect(row({ name_it: 'Prova', kind: 'hub', hours }).refused).toEqual([{ name: 'hours', code: 'contradiction' }]);
    expect(row({ name_en: 'Trial', kind: 'hub' }).refused.map(({ name }) => name)).toEqual([]);
    expect(row({ name_it: null, name_en: 'Trial', kind: 'hub' }).refused).toEqual([
      { name: 'name_it', code: 'malformed' },
    ]);
  });
});
