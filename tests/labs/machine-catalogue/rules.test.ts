// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { areaIn, columnsIn, materialsIn, modelIn } from '../../../api/labs/machine-catalogue/rules.ts';

describe('materials of a catalogue', () => {
  test('are matched in either language, in the plural, and after other words', () => {
    expect(materialsIn('Legni, carbon steel; stainless steel, Fabrics').materials).toEqual([
      'wood',
      'steel',
      'textiles',
    ]);
    expect(materialsIn('brass and metal alloys').materials).toEqual(['metals', 'brass']);
    expect(materialsIn('Sheet materials including acrylic, MDF veneers').materials).toEqual(['wood', 'mdf', 'acrylic']);
    expect(materialsIn('Glass and Stone (engraving only)').materials).toEqual(['glass', 'stone']);
  });

  test('of two words are not matched by one of them', () => {
    expect(materialsIn('carbon fibre').materials).toEqual(['composites']);
    expect(materialsIn('Carbon steel').materials).toEqual(['steel']);
  });

  test('that are unknown are reported', () => {
    expect(materialsIn('wood, unobtainium; kryptonite')).toEqual({
      materials: ['wood'],
      unmapped: ['unobtainium', 'kryptonite'],
    });
    expect(materialsIn(null)).toEqual({ materials: [], unmapped: [] });
  });
});

describe('a working area', () => {
  const mm = (width: number | null, depth: number | null, height: number | null = null) => ({
    width_mm: width,
    depth_mm: depth,
    height_mm: height,
  });
  test('is parsed with one unit or one per side', () => {
    expect(areaIn('1245 x 710 mm')).toEqual(mm(1245, 710));
    expect(areaIn('1330 mm x 1230 mm ')).toEqual(mm(1330, 1230));
    expect(areaIn('2560 x 1290 x 120 mm')).toEqual(mm(2560, 1290, 120));
    expect(areaIn('60 × 40,5 cm')).toEqual(mm(600, 405));
  });

  test('with one endless side keeps the other', () => {
    expect(areaIn('1600 mm x ∞')).toEqual(mm(1600, null));
  });

  test('that is invalid differs from one that is missing', () => {
    expect(areaIn('2000/8000 x 1300/3200 mm')).toBeNull();
    expect(areaIn('large')).toBeNull();
    expect(areaIn('')).toEqual(mm(null, null));
  });
});

describe('a machine of a file', () => {
  const { at, ignored } = columnsIn(['model', 'Brand', 'Laser Type', 'Working Area', 'Materials', 'Colour']);
  const row = {
    model: 'SP500',
    Brand: 'Trotec',
    'Laser Type': 'CO₂',
    'Working Area': '',
    Materials: 'Wood',
    Colour: 'red',
  };

  test('is read from common column names; other columns are reported', () => {
    expect(ignored).toEqual(['Colour']);
    expect(modelIn(2, row, at, 'laser-cutting').values).toMatchObject({
      brand: 'Trotec',
      model: 'SP500',
      process: 'laser-cutting',
      materials: ['wood'],
      note: { it: 'Tipo: CO₂', en: 'Type: CO₂' },
    });
  });

  test('without a brand is refused', () => {
    expect(modelIn(2, { ...row, Brand: '' }, at, 'laser-cutting').refused).toEqual([
      { name: 'brand', code: 'missing' },
    ]);
  });
});
