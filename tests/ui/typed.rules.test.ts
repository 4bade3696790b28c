// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { numberOrNull, orNone, textOrNull, words } from '../../web/ui/typed.ts';

describe('numberOrNull', () => {
  test.each([
    ['', null],
    [null, null],
    [undefined, null],
    ['abc', null],
    ['12,5', null],
    ['0', 0],
    [0, 0],
    ['-3', -3],
    ['12.5', 12.5],
    ['1e3', 1000],
  ])('reads %j as %j', (typed, number) => {
    expect(numberOrNull(typed)).toBe(number);
  });
});

describe('texts of two languages', () => {
  test('are sent trimmed, without an English that is blank', () => {
    expect(words(' uno ', '  ')).toEqual({ it: 'uno' });
    expect(words('uno', ' one ')).toEqual({ it: 'uno', en: 'one' });
  });

  test('are null where the Italian is blank, whatever the English is', () => {
    expect(textOrNull('  ', 'one')).toBeNull();
    expect(textOrNull('uno', '')).toEqual({ it: 'uno' });
  });
});

test('orNone puts an empty choice before the others, in their order', () => {
  expect(orNone(['b', 'a'], (value) => value.toUpperCase())).toEqual([
    { value: '', label: '—' },
    { value: 'b', label: 'B' },
    { value: 'a', label: 'A' },
  ]);
});
