// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { changedFields, changeKind, type Undoable, undoOf } from '../../../api/platform/history/rules.ts';

describe('what a recorded write means', () => {
  test('distinguishes a first promise from a re-plan', () => {
    expect(changeKind({ table: 'promise', operation: 'insert', before: null, after: { number: 1 } })).toBe('promised');
    expect(changeKind({ table: 'promise', operation: 'insert', before: null, after: { number: 2 } })).toBe('replanned');
  });

  test('distinguishes an outcome from an edit', () => {
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

  test('distinguishes a state change of a space from an edit', () => {
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

  test('lists changed columns with before and after', () => {
    expect(
      changedFields({ key: 'a', weight: 1, name: { it: 'x' } }, { key: 'a', weight: 2, name: { it: 'x' } }),
    ).toEqual([{ name: 'weight', before: 1, after: 2 }]);
  });

  test('treats a coarse date and its precision as one value', () => {
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

describe('what can be undone', () => {
  const it = (given: Partial<Undoable>): Undoable => ({
    table: 'milestone',
    operation: 'update',
    before: { weight: 1, name: { it: 'a' } },
    after: { weight: 1, name: { it: 'b' } },
    signed: true,
    last: true,
    milestone: { promised: true, doneOn: null, withdrawnOn: null, closing: null },
    inDraft: false,
    earlierForecast: false,
    ...given,
  });
  const open = { promised: true, doneOn: null, withdrawnOn: null, closing: null };

  test('is the last change, made by a signed-in person', () => {
    expect(undoOf(it({}))).toEqual({ act: 'set-back' });
    expect(undoOf(it({ last: false }))).toEqual({ rule: 'undo-meanwhile' });
    expect(undoOf(it({ signed: false }))).toEqual({ rule: 'undo-loaded' });
  });

  test('is never an adopted figure or an outcome', () => {
    const weighed = it({ after: { weight: 2, name: { it: 'a' } } });
    expect(undoOf(weighed)).toEqual({ rule: 'figure-fixed' });
    expect(undoOf({ ...weighed, milestone: { ...open, promised: false } })).toEqual({ act: 'set-back' });
    expect(undoOf(it({ before: { done_on: null }, after: { done_on: '2017-07-19' } }))).toEqual({
      rule: 'undo-closing',
    });
    expect(undoOf(it({ operation: 'insert', before: null }))).toEqual({ rule: 'undo-promise' });
  });

  test('is a report or re-plan by restating the previous one, while the milestone is open', () => {
    const report = it({ table: 'forecast', operation: 'insert', before: null, after: {}, earlierForecast: true });
    expect(undoOf(report)).toEqual({ act: 'forecast-back' });
    expect(undoOf({ ...report, earlierForecast: false })).toEqual({ rule: 'undo-first-forecast' });
    expect(undoOf({ ...report, milestone: { ...open, doneOn: '2017-07-19' } })).toEqual({ rule: 'undo-too-late' });
    const replan = it({ table: 'promise', operation: 'insert', before: null, after: { number: 2 } });
    expect(undoOf(replan)).toEqual({ act: 'replan-back' });
    expect(undoOf({ ...replan, after: { number: 1 } })).toEqual({ rule: 'undo-promise' });
  });

  test('is neither an adoption nor a change to a table that is not edited here', () => {
    const adopted = { before: { draft: true, adopted_on: null }, after: { draft: false, adopted_on: '2017-04-13' } };
    expect(undoOf(it({ table: 'cycle', milestone: null, ...adopted }))).toEqual({ rule: 'undo-adoption' });
    expect(undoOf(it({ table: 'lab', milestone: null }))).toEqual({ rule: 'undo-elsewhere' });
  });
});
