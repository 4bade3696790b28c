// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { admissionOf, type FirstComeFund, releasedTo } from '../../../api/calls/first-come/rules.ts';

const fund: FirstComeFund = {
  budgetCents: 1000,
  committedCents: 0,
  leastCents: 20,
  mostCents: 200,
  partial: true,
  waiting: 0,
};

describe('a first-come fund', () => {
  test('admits in full while money lasts, then the rest, then nobody', () => {
    expect(admissionOf(200, fund)).toMatchObject({ state: 'admitted', amountCents: 200 });
    expect(admissionOf(200, { ...fund, committedCents: 950 })).toMatchObject({
      amountCents: 50,
      why: 'what-was-left',
    });
    expect(admissionOf(200, { ...fund, committedCents: 990 })).toMatchObject({ state: 'waiting', why: 'used-up' });
    expect(admissionOf(200, { ...fund, committedCents: 950, partial: false })).toMatchObject({ state: 'waiting' });
  });

  test('refuses amounts below the minimum or above the maximum', () => {
    expect(admissionOf(19, fund).why).toBe('below-least');
    expect(admissionOf(201, fund).why).toBe('above-most');
  });

  test('admits nobody before those on the waiting list', () => {
    expect(admissionOf(20, { ...fund, committedCents: 900, waiting: 1 })).toMatchObject({ why: 'others-wait' });
  });

  test('is never exceeded, for any arrivals and releases', () => {
    const acts = fc.array(fc.record({ cents: fc.integer({ min: 0, max: 250 }), release: fc.boolean() }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(acts, fc.boolean(), (all, partial) => {
        const admitted: number[] = [];
        let waiting: { requestedCents: number }[] = [];
        for (const { cents, release } of all) {
          if (release) admitted.shift();
          const now = () => ({ ...fund, partial, committedCents: admitted.reduce((a, b) => a + b, 0) });
          const given = releasedTo(waiting, { ...now(), waiting: waiting.length });
          admitted.push(...given.map(({ amountCents }) => amountCents));
          waiting = waiting.slice(given.length);
          const one = admissionOf(cents, { ...now(), waiting: waiting.length });
          if (one.state === 'admitted') admitted.push(one.amountCents);
          if (one.state === 'waiting') waiting.push({ requestedCents: cents });
          expect(now().committedCents).toBeLessThanOrEqual(fund.budgetCents);
        }
      }),
    );
  });
});
