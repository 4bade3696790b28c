// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Draw,
  type Ranked,
  type RankingRules,
  rankingOf,
  weightedScore,
} from '../../../api/calls/ranking/rules.ts';

const draw: Draw = (number) => createHash('sha256').update(`seed:${number}`).digest('hex');
const rules: RankingRules = {
  criteria: [
    { key: 'quality', weight: 60, scale: 10, threshold: 30 },
    { key: 'impact', weight: 40, scale: 5, threshold: null },
  ],
  bonuses: [
    { key: 'periphery', points: 5 },
    { key: 'under-35', points: 2.5 },
  ],
  threshold: 50,
  tieBreaks: [{ criterion: 'quality' }, 'earlier'],
  lots: ['a', 'b'],
  money: null,
};
const application = (number: number, of: Partial<Ranked> = {}): Ranked => ({
  number,
  scores: { quality: [8], impact: [4] },
  bonuses: [],
  lots: ['a', 'b'],
  requestedCents: 0,
  submittedAt: `2026-03-01T10:00:00.${String(number).padStart(3, '0')}Z`,
  excluded: null,
  lost: null,
  paidCents: 0,
  signed: null,
  ...of,
});

describe('a ranking', () => {
  test('normalises and weights the mean of the evaluators, to four decimals', () => {
    expect(weightedScore([7, 8, 8], { key: 'q', weight: 60, scale: 10, threshold: null })).toBe(460_000);
    expect(weightedScore([1, 1, 2], { key: 'q', weight: 10, scale: 3, threshold: null })).toBe(44_444);
    expect(weightedScore([], { key: 'q', weight: 10, scale: 3, threshold: null })).toBe(0);
  });

  test('adds bonuses after the thresholds: a bonus cannot lift a project over one', () => {
    const weak = application(1, { scores: { quality: [5], impact: [2] }, bonuses: ['periphery', 'under-35'] });
    const low = application(2, { scores: { quality: [4.9], impact: [5] }, bonuses: ['periphery'] });
    const strong = application(3, { bonuses: ['under-35'] });
    const entries = rankingOf([weak, low, strong], rules, draw);
    expect(entries.map(({ number, outcome }) => [number, outcome])).toEqual([
      [3, 'assigned'],
      [1, 'below-threshold'],
      [2, 'below-threshold'],
    ]);
    expect(entries[0]).toMatchObject({ rank: 1, total: 82.5, bonus: 2.5, points: { quality: 48, impact: 32 } });
  });

  test('assigns each the preferred lot of those left, and puts the rest on the waiting list', () => {
    const entries = rankingOf(
      [application(1, { lots: ['b'] }), application(2, { lots: ['b', 'a'] }), application(3, { lots: ['b'] })],
      rules,
      draw,
    );
    expect(entries.map(({ lot, outcome }) => [lot, outcome])).toEqual([
      ['b', 'assigned'],
      ['a', 'assigned'],
      [null, 'waiting'],
    ]);
  });

  test('keeps signed assignments; only unsigned ones move to lots that become free', () => {
    const both = { lots: ['a', 'b'] };
    const next = (signed: Ranked['signed']) =>
      rankingOf(
        [application(1, { ...both, lost: 'revoked' }), application(2, { ...both, signed }), application(3, both)],
        rules,
        draw,
      ).map(({ lot, outcome }) => [lot, outcome]);
    expect(next({ lot: 'b', amountCents: 0 })).toEqual([
      [null, 'revoked'],
      ['b', 'assigned'],
      ['a', 'assigned'],
    ]);
    expect(next(null)).toEqual([
      [null, 'revoked'],
      ['a', 'assigned'],
      ['b', 'assigned'],
    ]);
  });

  test('assigns nothing beyond the de minimis headroom, and does not assign paid money again', () => {
    const money = { budgetCents: 100_00, leastCents: 20_00, partial: false };
    const funded = (of: Partial<Ranked>) => ({ requestedCents: 60_00, lots: [], ...of });
    const outcomes = (first: Partial<Ranked>) =>
      rankingOf(
        [application(1, funded(first)), application(2, funded({})), application(3, funded({ requestedCents: 40_00 }))],
        { ...rules, lots: [], money },
        draw,
      ).map(({ outcome, amountCents }) => [outcome, amountCents]);
    expect(outcomes({ requestedCents: 0 })).toEqual([
      ['waiting', 0],
      ['assigned', 60_00],
      ['assigned', 40_00],
    ]);
    expect(outcomes({ lost: 'revoked', paidCents: 24_00 })).toEqual([
      ['revoked', 24_00],
      ['assigned', 60_00],
      ['waiting', 0],
    ]);
  });

  test('states what decided a tie, the draw last', () => {
    const same = '2026-03-01T10:00:00.000Z';
    const entries = rankingOf(
      [
        application(1, { scores: { quality: [7], impact: [5] }, submittedAt: same }),
        application(2, { scores: { quality: [9], impact: [3.5] }, submittedAt: same }),
        application(3, { scores: { quality: [9], impact: [3.5] }, submittedAt: same }),
      ],
      rules,
      draw,
    );
    expect(entries.map(({ tie }) => tie)).toEqual([null, 'lot', 'criterion:quality']);
    expect(draw(entries[0]?.number ?? 0) < draw(entries[1]?.number ?? 0)).toBe(true);
  });

  test('assigns money by rank until it is used up; the last gets the rest if the call says so', () => {
    const money = { budgetCents: 250_00, leastCents: 40_00, partial: true };
    const funded = [100_00, 100_00, 100_00, 10_00].map((requestedCents, at) =>
      application(at + 1, { requestedCents, lots: [] }),
    );
    const amounts = (partial: boolean) =>
      rankingOf(funded, { ...rules, lots: [], money: { ...money, partial } }, draw).map((one) => one.amountCents);
    expect(amounts(true)).toEqual([100_00, 100_00, 50_00, 0]);
    expect(amounts(false)).toEqual([100_00, 100_00, 0, 0]);
  });
});

const scoresOf = fc.record({
  quality: fc.array(
    fc.integer({ min: 0, max: 40 }).map((n) => n / 4),
    { minLength: 1, maxLength: 3 },
  ),
  impact: fc.array(
    fc.integer({ min: 0, max: 20 }).map((n) => n / 4),
    { minLength: 1, maxLength: 3 },
  ),
});
const lots = ['a', 'b', 'c'];
const some = fc.record({
  scores: scoresOf,
  bonuses: fc.subarray(['periphery', 'under-35']),
  lots: fc.shuffledSubarray(lots),
  requestedCents: fc.integer({ min: 0, max: 50_000 }),
  submittedAt: fc.constantFrom('2026-03-01T10:00:00.000Z', '2026-03-01T10:00:00.001Z'),
  excluded: fc.constantFrom(null, null, null, 'tax code'),
  lost: fc.constant(null),
  paidCents: fc.constant(0),
  signed: fc.constant(null),
});
const many = fc.array(some, { maxLength: 9 }).map((all) => all.map((one, at): Ranked => ({ ...one, number: at + 1 })));
const rulesOf = fc.constantFrom<RankingRules>(
  { ...rules, threshold: null, lots },
  { ...rules, threshold: null, lots: [], money: { budgetCents: 100_000, leastCents: 5_000, partial: true } },
  { ...rules, threshold: null, lots: [], money: { budgetCents: 100_000, leastCents: 5_000, partial: false } },
);

describe('any ranking', () => {
  test('does not depend on the input order', () => {
    fc.assert(
      fc.property(many, rulesOf, fc.integer(), (all, given, turn) => {
        const turned = [...all].sort((a, b) => draw(a.number + turn).localeCompare(draw(b.number + turn)));
        expect(rankingOf(turned, given, draw)).toEqual(rankingOf(all, given, draw));
      }),
    );
  });

  test('never assigns a lot twice or exceeds the budget', () => {
    fc.assert(
      fc.property(many, rulesOf, (all, given) => {
        const entries = rankingOf(all, given, draw);
        const assigned = entries.flatMap(({ lot }) => (lot === null ? [] : [lot]));
        expect(new Set(assigned).size).toBe(assigned.length);
        const spent = entries.reduce((sum, { amountCents }) => sum + amountCents, 0);
        expect(spent).toBeLessThanOrEqual(given.money?.budgetCents ?? 0);
      }),
    );
  });

  test('never makes anyone worse off when somebody withdraws (scorrimento)', () => {
    fc.assert(
      fc.property(many, rulesOf, fc.nat(), fc.func(fc.boolean()), (all, given, which, hasSigned) => {
        const before = rankingOf(all, given, draw);
        const holders = before.filter(({ outcome }) => outcome === 'assigned' || outcome === 'partial');
        const gone = holders[which % Math.max(1, holders.length)]?.number;
        if (gone === undefined) return;
        const after = rankingOf(
          all.map((one) => {
            if (one.number === gone) return { ...one, lost: 'gave-up' as const };
            const signed = holders.find(({ number }) => number === one.number);
            return signed && hasSigned(one.number) ? { ...one, signed: signed } : one;
          }),
          given,
          draw,
        );
        for (const was of before.filter(({ number }) => number !== gone)) {
          const is = after.find(({ number }) => number === was.number);
          const wish = all.find(({ number }) => number === was.number)?.lots ?? [];
          const place = (lot: string | null) => (lot === null ? wish.length : wish.indexOf(lot));
          expect(is?.rank).toBe(was.rank);
          expect(is?.amountCents ?? 0).toBeGreaterThanOrEqual(was.amountCents);
          expect(place(is?.lot ?? null)).toBeLessThanOrEqual(place(was.lot));
          if (hasSigned(was.number) && holders.includes(was)) expect(is).toEqual(was);
        }
      }),
    );
  });
});
