// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import type { Measurement } from '../../../api/city/indicators/contract.ts';
import { atOdds, readingOf } from '../../../api/city/indicators/rules.ts';

const measured = (key: string, value: number, date: string, more: Partial<Measurement> = {}): Measurement => ({
  key,
  value,
  measured: { date, precision: 'day' },
  zone: null,
  baseline: false,
  chosen: false,
  source: null,
  note: null,
  ...more,
});

describe('the reading of an indicator', () => {
  test('takes the latest value of the whole programme and keeps the baseline', () => {
    const reading = readingOf([
      measured('a', 10, '2017-01-01', { baseline: true }),
      measured('b', 12, '2018-01-01'),
      measured('c', 99, '2019-01-01', { zone: { key: 'z', name: { it: 'Z' } } }),
    ]);
    expect(reading).toMatchObject({ baseline: { value: 10 }, latest: { value: 12 }, disagreement: false });
  });

  test('reports that sources disagree instead of averaging them', () => {
    expect(readingOf([measured('a', 63, '2017-12-31'), measured('b', 64, '2017-12-31')])).toMatchObject({
      latest: { value: 63 },
      disagreement: true,
    });
    expect(readingOf([measured('a', 64, '2017-12-31'), measured('b', 64, '2017-12-31')]).disagreement).toBe(false);
  });

  test('uses the value that the programme chose', () => {
    const reading = readingOf([measured('a', 87, '2024-09-30'), measured('b', 88, '2024-09-30', { chosen: true })]);
    expect(reading).toMatchObject({ latest: { value: 88 }, disagreement: true });
  });

  test('treats a year and a day within it as possibly the same', () => {
    const year = measured('a', 63, '2017-12-31', { measured: { date: '2017-12-31', precision: 'year' } });
    expect(
      atOdds([year, measured('b', 64, '2017-06-30'), measured('c', 65, '2018-01-01')]).map(({ key }) => key),
    ).toEqual(['a', 'b']);
  });

  test('is empty without measurements', () => {
    expect(readingOf([])).toEqual({ baseline: null, latest: null, disagreement: false });
  });
});
