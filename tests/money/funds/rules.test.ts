// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addEur, atRiskEur, earmarkShare } from '../../../api/money/funds/rules.ts';

describe('sums of money', () => {
  test('are exact to the cent, in any order', () => {
    expect(addEur([0.1, 0.2])).toBe(0.3);
    const cents = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 60 });
    fc.assert(
      fc.property(cents, (amounts) => {
        const eur = amounts.map((amount) => amount / 100);
        const exact = amounts.reduce((sum, amount) => sum + amount, 0);
        expect(Math.round(addEur(eur) * 100)).toBe(exact);
        expect(addEur([...eur].reverse())).toBe(addEur(eur));
      }),
    );
  });
});

describe('money at risk', () => {
  test('is the planned, unpaid amount of milestones that are late or at risk', () => {
    expect(atRiskEur('late', 100, 30.5)).toBe(69.5);
    expect(atRiskEur('at-risk', 100, 0)).toBe(100);
    for (const status of ['on-track', 'reached-late', 'reached-on-time', 'withdrawn', 'not-recorded'] as const) {
      expect(atRiskEur(status, 100, 0)).toBe(0);
    }
  });
});

describe('an earmark', () => {
  test('is measured on attributable money only, and unknown without any', () => {
    expect(earmarkShare(40, 100)).toBe(0.4);
    expect(earmarkShare(0, 0)).toBeNull();
  });
});
