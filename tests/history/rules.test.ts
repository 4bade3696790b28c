// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { changedFields, changeKind } from '../../api/history/rules.ts';

describe('what a recorded write means', () => {
  test('tells a first promise from a re-plan', () => {
    expect(changeKind({ table: 'promise', operation: 'insert', before: null, after: { number: 1 } })).toBe('promised');
    expect(changeKind({ table: 'promise', operation: 'insert', before: null, after: { number: 2 } })).toBe('replanned');
  });

  test('tells an outcome from an edit', () => {
    expect(
      changeKind({
        table: 'milestone',
        operation: 'update',
        before: { done_on: null },
        after: { done_on: '2017-07-19' },
      }),
    ).toBe('reached');
    expect(
      changeKind({
        table: 'milestone',
        operation: 'update',
        before: { done_on: '2017-07-19' },
        after: { done_on: '2017-07-20' },
      }),
    ).toBe('edited');
  });

  test('tells a space that moved on from one that was described anew', () => {
    expect(
      changeKind({ table: 'space', operation: 'update', before: { state: 'available' }, after: { state: 'in-call' } }),
    ).toBe('moved-on');
    expect(
      changeKind({
        table: 'space',
        operation: 'update',
        before: { state: 'available' },
        after: { state: 'available', note: null },
      }),
    ).toBe('edited');
  });

  test('lists the columns that differ, with before and after', () => {
    expect(
      changedFields({ key: 'a', weight: 1, name: { it: 'x' } }, { key: 'a', weight: 2, name: { it: 'x' } }),
    ).toEqual([{ name: 'weight', before: 1, after: 2 }]);
  });

  test('takes a coarse date and its precision as one value', () => {
    const before = { due_on: '2018-06-30', due_precision: 'half-year' };
    expect(changedFields(before, { due_on: '2018-06-30', due_precision: 'month' })).toEqual([
      {
        name: 'due_on',
        before: { date: '2018-06-30', precision: 'half-year' },
        after: { date: '2018-06-30', precision: 'month' },
      },
    ]);
    expect(changedFields(null, { opens_on: '2018-06-30' })).toEqual([
      { name: 'opens_on', before: null, after: '2018-06-30' },
    ]);
  });
});
