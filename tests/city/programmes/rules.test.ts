// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { shownCycle } from '../../../api/city/programmes/rules.ts';

const cycle = (key: string, startsOn: string, endsOn: string, milestones = 6) => ({
  key,
  startsOn,
  endsOn,
  milestones,
  name: { it: key },
  adoptedOn: null,
  adoptedAct: null,
  closedOn: null,
  closedAct: null,
  reviews: [],
  version: 1,
});
const cycles = [
  cycle('a', '2017-04-01', '2017-09-30'),
  cycle('b', '2017-10-01', '2018-03-31'),
  cycle('empty', '2018-04-01', '2018-09-30', 0),
];

describe('the cycle that pages open on', () => {
  test('is the current one', () => {
    expect(shownCycle(cycles, 'a', '2017-11-01')).toBe('b');
  });

  test('is the one the programme chose if none is current', () => {
    expect(shownCycle(cycles, 'a', '2026-01-01')).toBe('a');
    expect(shownCycle(cycles, null, '2026-01-01')).toBe('b');
  });

  test('is one with milestones, if there is any', () => {
    expect(shownCycle(cycles, null, '2018-05-01')).toBe('b');
    expect(shownCycle([], null, '2018-05-01')).toBeNull();
  });

  test('is the first one if none has begun', () => {
    expect(shownCycle(cycles, 'b', '2016-01-01')).toBe('a');
  });
});
