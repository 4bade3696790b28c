// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { callState } from '../../../api/calls/published/rules.ts';

const call = {
  publishedOn: '2019-02-01',
  opensOn: '2019-02-10',
  closesOn: '2019-03-31',
  concludedOn: null,
  hasAwards: false,
};

describe('the state of a call', () => {
  test('is announced before opening, open to its last day, then under evaluation', () => {
    expect(callState(call, '2019-02-05')).toBe('announced');
    expect(callState(call, '2019-02-10')).toBe('open');
    expect(callState(call, '2019-03-31')).toBe('open');
    expect(callState(call, '2019-04-01')).toBe('under-evaluation');
  });

  test('is exact to the second for calls run here, and for a past day is the state at its end', () => {
    const run = { ...call, window: { opensAt: '2019-02-10T09:00:00.000Z', closesAt: '2019-03-31T10:00:00.000Z' } };
    expect(callState({ ...run, now: '2019-02-10T08:59:59.999Z' }, '2019-02-10')).toBe('announced');
    expect(callState({ ...run, now: '2019-02-10T09:00:00.000Z' }, '2019-02-10')).toBe('open');
    expect(callState({ ...run, now: '2019-03-31T09:59:59.999Z' }, '2019-03-31')).toBe('open');
    expect(callState({ ...run, now: '2019-03-31T10:00:00.000Z' }, '2019-03-31')).toBe('under-evaluation');
    expect(callState(run, '2019-03-30')).toBe('open');
    expect(callState(run, '2019-03-31')).toBe('under-evaluation');
  });

  test('is concluded by its date or by an award', () => {
    expect(callState({ ...call, concludedOn: '2019-06-01' }, '2019-06-01')).toBe('concluded');
    expect(callState({ ...call, concludedOn: '2019-06-01' }, '2019-05-31')).toBe('under-evaluation');
    expect(callState({ ...call, hasAwards: true }, '2019-05-31')).toBe('concluded');
  });

  test('is unrecorded after a year without news, or without any date', () => {
    expect(callState(call, '2020-03-31')).toBe('under-evaluation');
    expect(callState(call, '2020-04-01')).toBe('not-recorded');
    expect(
      callState(
        { publishedOn: null, opensOn: null, closesOn: null, concludedOn: null, hasAwards: false },
        '2020-01-01',
      ),
    ).toBe('not-recorded');
    expect(callState({ ...call, closesOn: null }, '2020-02-11')).toBe('not-recorded');
  });

  test('stays open until its closing date, or without one, regardless of awards', () => {
    expect(callState({ ...call, hasAwards: true }, '2019-03-01')).toBe('open');
    expect(callState({ ...call, closesOn: null }, '2019-02-20')).toBe('open');
  });
});
