// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whyNotProposed } from '../../../api/plan/closings/rules.ts';
import { unfinished } from '../../../api/plan/cycles/rules.ts';
import { runsInCircle, type Standing, whyNotMoved, whyNotOpen, whyNotParts } from '../../../api/plan/drafting/rules.ts';
import { whyNotReported } from '../../../api/plan/promises/rules.ts';
import { freeKey, lastDayOf, stemOf } from '../../../api/platform/records/rules.ts';

const standing = (given: Partial<Standing> = {}): Standing => ({
  promise: '2017-06-30',
  doneOn: null,
  withdrawnOn: null,
  awaitingCheck: false,
  cycleEndsOn: '2017-09-30',
  cycleClosedOn: null,
  ...given,
});

describe('an open milestone', () => {
  test('was promised and is not reached, withdrawn or left behind by its cycle', () => {
    expect(whyNotOpen(standing(), '2017-07-01')).toBeNull();
    expect(whyNotOpen(standing({ promise: null }), '2017-07-01')).toBe('not-adopted');
    expect(whyNotOpen(standing({ doneOn: '2017-06-01' }), '2017-07-01')).toBe('reached-already');
    expect(whyNotOpen(standing({ withdrawnOn: '2017-06-01' }), '2017-07-01')).toBe('withdrawn-already');
    expect(whyNotOpen(standing({ cycleClosedOn: '2017-10-15' }), '2017-10-15')).toBe('cycle-closed');
  });

  test('includes one moved beyond a closed cycle', () => {
    expect(whyNotOpen(standing({ promise: '2018-01-31', cycleClosedOn: '2017-10-15' }), '2017-11-01')).toBeNull();
  });

  test('cannot be moved while a closing is pending, but can be reported on', () => {
    const awaiting = standing({ awaitingCheck: true });
    expect(whyNotMoved(awaiting, '2017-06-01')).toBe('awaits-check');
    expect(whyNotReported(awaiting, '2017-06-30', false, '2017-06-01')).toBeNull();
  });

  test('can be closed even after its cycle was closed', () => {
    const claim = { doneOn: '2017-09-01', evidence: 1, cycleStartsOn: '2017-04-01' };
    expect(whyNotProposed(standing({ cycleClosedOn: '2017-10-15' }), claim, '2017-11-01')).toBeNull();
    expect(whyNotProposed(standing(), { ...claim, evidence: 0 }, '2017-11-01')).toBe('evidence-needed');
  });
});

describe('a coarse date', () => {
  test.each([
    ['day', '2024-02-10', '2024-02-10'],
    ['month', '2024-02-10', '2024-02-29'],
    ['quarter', '2024-02-10', '2024-03-31'],
    ['half-year', '2024-06-30', '2024-06-30'],
    ['half-year', '2024-07-01', '2024-12-31'],
    ['year', '2024-02-10', '2024-12-31'],
    ['cycle', '2024-02-10', '2024-09-30'],
  ] as const)('by %s is held as its last day', (precision, date, last) => {
    expect(lastDayOf(date, precision, '2024-09-30')).toBe(last);
  });
});

describe('a key', () => {
  test('is derived from the name in plain letters, never empty', () => {
    expect(stemOf('Città dell’Artigianato – 2ª fase!')).toBe('citta-dell-artigianato-2a-fase');
    expect(stemOf('日本')).toBe('voce');
    expect(freeKey('bando', new Set(['bando', 'bando-2']))).toBe('bando-3');
  });

  test('always matches the database constraint', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        const key = freeKey(stemOf(name), new Set());
        expect(key).toMatch(/^[a-z0-9]+([-.][a-z0-9]+)*$/);
        expect(key.length).toBeLessThanOrEqual(48);
      }),
    );
  });
});

describe('any split', () => {
  test('is accepted exactly if the weights of the parts add up', () => {
    const cents = fc.integer({ min: 1, max: 99_999 });
    fc.assert(
      fc.property(fc.array(cents, { minLength: 2, maxLength: 20 }), fc.integer({ min: -3, max: 3 }), (parts, off) => {
        const whole = (parts.reduce((sum, one) => sum + one, 0) + off) / 100;
        const refused = whyNotParts(
          whole,
          parts.map((one) => ({ weight: one / 100 })),
        );
        expect(refused).toBe(off === 0 ? null : 'weights-differ');
      }),
    );
  });
});

describe('any carry-over', () => {
  test('takes exactly the milestones that are not reached, withdrawn or already carried over', () => {
    const one = fc.record({
      key: fc.string({ minLength: 1, maxLength: 4 }),
      done: fc.option(fc.constant('2017-06-30'), { nil: null }),
      withdrawnOn: fc.option(fc.constant('2017-06-30'), { nil: null }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(one, { selector: ({ key }) => key }),
        fc.array(fc.string({ maxLength: 4 })),
        (all, carried) => {
          const left = unfinished(all, carried);
          for (const item of all) {
            const owed = item.done === null && item.withdrawnOn === null && !carried.includes(item.key);
            expect(left.includes(item)).toBe(owed);
          }
          expect(unfinished(all, [...carried, ...left.map(({ key }) => key)])).toEqual([]);
        },
      ),
    );
  });
});

describe('a dependency cycle', () => {
  test('is found over any number of steps, without false positives', () => {
    const edges = [
      { from: 'b', to: 'c' },
      { from: 'c', to: 'd' },
      { from: 'x', to: 'd' },
    ];
    expect(runsInCircle(edges, 'd', ['b'])).toBe(true);
    expect(runsInCircle(edges, 'a', ['b', 'x'])).toBe(false);
    expect(runsInCircle(edges, 'a', ['a'])).toBe(true);
  });
});
