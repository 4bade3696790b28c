// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { vetted } from '../../../api/labs/import/checks.contract.ts';
import { type Facility, labsInOkw, slugIn } from '../../../api/labs/import/okw.rules.ts';

const one = (facility: Facility) => labsInOkw([facility])?.[0];
const taken = (facility: Facility) => {
  const lab = one(facility);
  return lab && vetted(lab, { today: '2026-05-04', lenient: true });
};
const named = {
  facility_id: 'f-1',
  name: 'Fab Lab Prova',
  url: 'https://www.fablabs.io/labs/Prova',
  description: 'fablab',
};

describe('a facility of Open Know-Where', () => {
  test('is accepted with null in any field', () => {
    const lab = taken({ facility: named, address: null, region: null, geocoding: null });
    expect(lab?.refused).toEqual([]);
    expect(lab?.values).toMatchObject({
      name: { it: 'Fab Lab Prova' },
      kind: 'fablab',
      address: null,
      description: null,
    });
    expect(lab?.notes).toEqual([{ name: 'latitude', code: 'no-coordinates' }]);
    expect(lab?.foreign).toEqual({ okw: 'f-1', 'fablabs.io': 'prova' });
  });

  test('has its address in one line and its coordinates to the metre', () => {
    const lab = taken({
      facility: { ...named, name: '  Fab  Lab ', description: 'Una bottega aperta' },
      address: { extended: 'Via Giovanni Durando, 10', zip_code: '20158' },
      region: { country: 'IT', city_town: 'Milano' },
      geocoding: { latitude: 45.5041898, longitude: 9.16413020000005 },
    });
    expect(lab?.values).toMatchObject({
      name: { it: 'Fab Lab' },
      description: { it: 'Una bottega aperta' },
      address: 'Via Giovanni Durando, 10, 20158 Milano',
      latitude: 45.50419,
      longitude: 9.16413,
    });
    expect([lab?.country, lab?.city]).toEqual(['IT', 'Milano']);
  });

  test('at 0, 0 or with invalid latitude is kept without coordinates', () => {
    for (const geocoding of [
      { latitude: 0, longitude: 0 },
      { latitude: 450.5, longitude: 9 },
      { latitude: 45.5, longitude: null },
    ]) {
      const lab = taken({ facility: named, geocoding });
      expect(lab?.refused).toEqual([]);
      expect(lab?.values).toMatchObject({ latitude: null, longitude: null });
      expect(lab?.notes.length).toBeGreaterThan(0);
    }
  });

  test('with a malformed site URL keeps the usable part', () => {
    expect(taken({ facility: { ...named, url: 'www.prova.example/lab' } })?.values.url).toBe(
      'https://www.prova.example/lab',
    );
    const odd = taken({ facility: { ...named, url: 'javascript:alert(1)' } });
    expect(odd?.values.url).toBeUndefined();
    expect(odd?.notes).toContainEqual({ name: 'url', code: 'left-out' });
  });

  test('without a name is refused', () => {
    expect(taken({ facility: { ...named, name: ' ' } })?.refused).toEqual([{ name: 'name', code: 'missing' }]);
    expect(taken({ facility: {} })?.refused).toEqual([{ name: 'name', code: 'missing' }]);
  });

  test('has machines if its equipment names processes by their articles', () => {
    const equipment = [
      { manufacturing_process: 'https://en.wikipedia.org/wiki/Laser_cutting', make: 'Trotec', model: 'Speedy 300' },
      { manufacturing_process: 'https://en.wikipedia.org/wiki/Alchemy' },
    ];
    expect(one({ facility: named, equipment })?.machines).toEqual([
      { process: 'laser-cutting', brand: 'Trotec', model: 'Speedy 300' },
    ]);
  });
});

test('a file that is not a collection is refused as such', () => {
  expect(labsInOkw({ data: [] })).toBeUndefined();
  expect(labsInOkw([{ name: 'x' }])).toBeUndefined();
  expect(labsInOkw([])).toEqual([]);
  expect(slugIn('https://fablabs.io/labs/Q8Makers/')).toBe('q8makers');
  expect(slugIn('https://fablabs.io/')).toBeNull();
});
