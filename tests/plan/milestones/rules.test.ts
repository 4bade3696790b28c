// SPDX-License-Identifier: AGPL-3.0-or-later
import { addDays } from 'date-fns/addDays';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareMilestones,
  curveOf,
  delayDays,
  type Judged,
  judgedDay,
  notReportedSince,
  progressOf,
  promisedShare,
  reachedShare,
  replannedShare,
  statusOf,
} from '../../../api/plan/milestones/rules.ts';

const cycle = { startsOn: '2017-04-01', endsOn: '2017-09-30' };
const milestone = (given: Partial<Judged> = {}): Judged => {
  const firstPromise = given.firstPromise ?? '2017-06-30';
  return {
    firstPromise,
    promise: given.promise ?? firstPromise,
    forecast: null,
    done: null,
    withdrawnOn: null,
    weight: 1,
    cycleEndsOn: cycle.endsOn,
    cycleClosedOn: null,
    ...given,
  };
};

describe('the status of a milestone', () => {
  test('is reached on time if it happened by the first promise', () => {
    expect(statusOf(milestone({ done: '2017-06-30' }), '2017-07-15')).toBe('reached-on-time');
  });

  test('is reached late if it happened after the first promise, even if re-planned', () => {
    expect(statusOf(milestone({ promise: '2017-09-30', done: '2017-08-01' }), '2017-08-02')).toBe('reached-late');
  });

  test('ignores outcomes after the requested day', () => {
    expect(statusOf(milestone({ done: '2017-06-20', forecast: '2017-06-20' }), '2017-06-10')).toBe('on-track');
  });

  test('is late from the day after the promise in force', () => {
    expect(statusOf(milestone({ forecast: '2017-06-30' }), '2017-06-30')).toBe('on-track');
    expect(statusOf(milestone({ forecast: '2017-06-30' }), '2017-07-01')).toBe('late');
  });

  test('depends on the promise in force, not on the first', () => {
    expect(statusOf(milestone({ promise: '2017-08-31', forecast: '2017-08-31' }), '2017-07-15')).toBe('on-track');
  });

  test('is at risk if the forecast is after the promise', () => {
    expect(statusOf(milestone({ forecast: '2017-07-01' }), '2017-05-01')).toBe('at-risk');
  });

  test('is at risk if due within 14 days without a report', () => {
    expect(statusOf(milestone(), '2017-06-15')).toBe('on-track');
    expect(statusOf(milestone(), '2017-06-16')).toBe('at-risk');
    expect(statusOf(milestone({ forecast: '2017-06-30' }), '2017-06-16')).toBe('on-track');
  });

  test('is withdrawn from the day of the withdrawal', () => {
    expect(statusOf(milestone({ withdrawnOn: '2017-06-01' }), '2017-05-31')).toBe('on-track');
    expect(statusOf(milestone({ withdrawnOn: '2017-06-01' }), '2017-07-15')).toBe('withdrawn');
  });

  test('is unrecorded if the cycle closed without an outcome', () => {
    expect(statusOf(milestone({ cycleClosedOn: '2017-10-15' }), '2017-10-14')).toBe('late');
    expect(statusOf(milestone({ cycleClosedOn: '2017-10-15' }), '2017-10-15')).toBe('not-recorded');
  });

  test('is still open after the cycle closed if it was moved beyond it', () => {
    expect(statusOf(milestone({ promise: '2018-12-31', cycleClosedOn: '2017-10-15' }), '2018-01-01')).toBe('on-track');
    expect(statusOf(milestone({ promise: '2018-12-31', cycleClosedOn: '2017-10-15' }), '2019-01-01')).toBe('late');
  });
});

describe('the delay of a milestone', () => {
  test('is in calendar days from the first promise to the outcome', () => {
    expect(delayDays(milestone({ done: '2017-07-15' }), '2017-08-01')).toBe(15);
    expect(delayDays(milestone({ done: '2017-06-20' }), '2017-08-01')).toBe(-10);
  });

  test('grows daily without an outcome, and follows a later forecast', () => {
    expect(delayDays(milestone(), '2017-07-15')).toBe(15);
    expect(delayDays(milestone({ forecast: '2017-09-30' }), '2017-07-15')).toBe(92);
  });

  test('is null before the promised date, or the delay a re-plan has already added', () => {
    expect(delayDays(milestone(), '2017-05-01')).toBe(0);
    expect(delayDays(milestone({ promise: '2017-07-30' }), '2017-05-01')).toBe(30);
  });

  test('is unknown without a recorded outcome or after a withdrawal', () => {
    expect(delayDays(milestone({ cycleClosedOn: '2017-10-15' }), '2018-01-01')).toBeNull();
    expect(delayDays(milestone({ withdrawnOn: '2017-06-01' }), '2018-01-01')).toBeNull();
  });
});

describe('a missing report', () => {
  const silent = (given: Partial<Parameters<typeof notReportedSince>[0]> = {}) => ({
    ...milestone({ firstPromise: '2017-09-30' }),
    firstPromiseMadeOn: '2017-03-15',
    cycleStartsOn: '2017-04-01',
    cycleAdoptedOn: '2017-03-15',
    reports: [],
    ...given,
  });

  test('counts 30 days from the first promise or the start of the cycle, whichever is later', () => {
    expect(notReportedSince(silent(), '2017-04-30')).toBeNull();
    expect(notReportedSince(silent(), '2017-05-01')).toBe('2017-04-01');
    expect(notReportedSince(silent({ firstPromiseMadeOn: '2017-04-10' }), '2017-05-10')).toBe('2017-04-10');
  });

  test('counts from the last report, ignoring reports after the requested day', () => {
    const reported = silent({ reports: ['2017-06-20', '2017-05-10', '2017-08-01'] });
    expect(notReportedSince(reported, '2017-07-19')).toBeNull();
    expect(notReportedSince(reported, '2017-07-20')).toBe('2017-06-20');
  });

  test('is not due if reached, withdrawn, left behind, or in a cycle not begun or not adopted', () => {
    expect(notReportedSince(silent({ done: '2017-05-01' }), '2017-08-01')).toBeNull();
    expect(notReportedSince(silent({ withdrawnOn: '2017-05-01' }), '2017-08-01')).toBeNull();
    expect(notReportedSince(silent({ cycleClosedOn: '2017-10-10' }), '2017-11-01')).toBeNull();
    expect(notReportedSince(silent({ cycleAdoptedOn: null, cycleStartsOn: '2017-09-01' }), '2017-08-01')).toBeNull();
  });
});

describe('a report in a cycle', () => {
  const reported = (given: Partial<Parameters<typeof notReportedSince>[0]>, day: string) =>
    notReportedSince(
      {
        ...milestone({ firstPromise: '2017-12-31', cycleEndsOn: '2017-12-31' }),
        firstPromiseMadeOn: '2017-03-15',
        cycleStartsOn: '2017-09-01',
        cycleAdoptedOn: null,
        reports: ['2017-06-01'],
        ...given,
      },
      day,
    );

  test('does not count before the first day of a cycle that is not adopted', () => {
    expect(reported({}, '2017-08-31')).toBeNull();
    expect(reported({}, '2017-09-01')).toBe('2017-06-01');
  });

  test('counts before the first day of an adopted cycle', () => {
    expect(reported({ cycleAdoptedOn: '2017-03-15' }, '2017-08-31')).toBe('2017-06-01');
  });

  test('counts on the day it was made', () => {
    const reports = ['2017-06-01', '2017-08-15'];
    expect(reported({ cycleAdoptedOn: '2017-03-15', reports }, '2017-08-14')).toBe('2017-06-01');
    expect(reported({ cycleAdoptedOn: '2017-03-15', reports }, '2017-08-15')).toBeNull();
  });
});

describe('the progress of a set', () => {
  test('is null if the set is empty or nothing was due', () => {
    expect(progressOf([], '2017-07-15', '2017-07-15')).toMatchObject({
      milestones: 0,
      promisedShare: null,
      reachedShare: null,
      spi: null,
    });
    expect(progressOf([milestone()], '2017-05-01', '2017-05-01')).toMatchObject({
      promisedShare: 0,
      reachedShare: 0,
      spi: null,
    });
  });

  test('is weighted: reached 3 of 4, promised 4 of 4 gives an index of 0.75', () => {
    const set = [milestone({ weight: 3, done: '2017-06-30' }), milestone()];
    expect(progressOf(set, '2017-07-15', '2017-07-15')).toMatchObject({
      reachedShare: 0.75,
      promisedShare: 1,
      spi: 0.75,
      reached: 1,
    });
  });

  test('includes milestones reached, promised or re-planned for the requested day', () => {
    const set = [milestone({ promise: '2017-07-31', done: '2017-07-15' }), milestone({ firstPromise: '2017-09-30' })];
    const at = (shareAt: typeof reachedShare, ...days: string[]) => days.map((on) => shareAt(set, on));
    expect(at(reachedShare, '2017-07-14', '2017-07-15', '2017-07-16')).toEqual([0, 0.5, 0.5]);
    expect(at(promisedShare, '2017-06-29', '2017-06-30', '2017-07-01')).toEqual([0, 0.5, 0.5]);
    expect(at(replannedShare, '2017-07-30', '2017-07-31', '2017-08-01')).toEqual([0, 0.5, 0.5]);
    const reached = ['2017-07-14', '2017-07-15', '2017-07-16'].map((on) => progressOf(set, on, on).reached);
    expect(reached).toEqual([0, 1, 1]);
  });

  test('has no index if the divisor is zero', () => {
    expect([promisedShare([], '2017-07-15'), replannedShare([], '2017-07-15'), reachedShare([], '2017-07-15')]).toEqual(
      [null, null, null],
    );
  });

  test('does not improve by withdrawing', () => {
    const standing = [milestone({ done: '2017-06-30' }), milestone()];
    const withdrawn = [milestone({ done: '2017-06-30' }), milestone({ withdrawnOn: '2017-06-01' })];
    expect(reachedShare(withdrawn, '2017-07-15')).toBe(reachedShare(standing, '2017-07-15'));
  });

  test('is never computed past the end of the cycle', () => {
    expect(judgedDay('2026-01-01', cycle.endsOn)).toBe(cycle.endsOn);
    expect(judgedDay('2017-05-01', cycle.endsOn)).toBe('2017-05-01');
  });

  test('has step curves over the whole cycle, the reached one up to the requested day', () => {
    const curve = curveOf(
      [milestone({ promise: '2017-08-31', done: '2017-07-10' }), milestone({ firstPromise: '2017-09-30' })],
      cycle,
      '2017-07-15',
    );
    expect(curve.promised).toEqual([
      { on: '2017-04-01', share: 0 },
      { on: '2017-06-30', share: 0.5 },
      { on: '2017-09-30', share: 1 },
    ]);
    expect(curve.replanned.map(({ on }) => on)).toEqual(['2017-04-01', '2017-08-31', '2017-09-30']);
    expect(curve.reached).toEqual([
      { on: '2017-04-01', share: 0 },
      { on: '2017-07-10', share: 0.5 },
      { on: '2017-07-15', share: 0.5 },
    ]);
  });
});

const day = fc
  .integer({ min: 0, max: 400 })
  .map((days) => formatISO(addDays(parseISO('2017-01-01'), days), { representation: 'date' }));
const maybe = fc.option(day, { nil: null });
const anyMilestone = fc
  .record({
    firstPromise: day,
    moved: fc.integer({ min: 0, max: 200 }),
    forecast: maybe,
    done: maybe,
    withdrawnOn: maybe,
    weight: fc.integer({ min: 1, max: 500 }).map((w) => w / 100),
    closed: maybe,
  })
  .map(({ moved, closed, ...rest }) => ({
    ...rest,
    promise: formatISO(addDays(parseISO(rest.firstPromise), moved), { representation: 'date' }),
    withdrawnOn: rest.done ? null : rest.withdrawnOn,
    cycleEndsOn: '2017-09-30',
    cycleClosedOn: closed,
  }));

describe('for any milestones', () => {
  test('shares stay between 0 and 1 and never fall over time', () => {
    fc.assert(
      fc.property(fc.array(anyMilestone, { minLength: 1, maxLength: 30 }), day, day, (set, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        for (const shareAt of [promisedShare, reachedShare]) {
          const [before, after] = [shareAt(set, earlier) ?? -1, shareAt(set, later) ?? -1];
          expect(before).toBeGreaterThanOrEqual(0);
          expect(after).toBeLessThanOrEqual(1 + 1e-12);
          expect(after).toBeGreaterThanOrEqual(before);
        }
      }),
    );
  });

  test('each milestone has one status, and the statuses add up to the set', () => {
    fc.assert(
      fc.property(fc.array(anyMilestone, { maxLength: 30 }), day, (set, on) => {
        const { byStatus, milestones } = progressOf(set, on, on);
        expect(Object.values(byStatus).reduce((sum, n) => sum + n, 0)).toBe(milestones);
      }),
    );
  });

  test('a late but reached milestone is never on time', () => {
    fc.assert(
      fc.property(anyMilestone, day, (it, on) => {
        const delay = delayDays(it, on);
        if (statusOf(it, on) === 'reached-late') expect(delay).toBeGreaterThan(0);
        if (statusOf(it, on) === 'reached-on-time') expect(delay).toBeLessThanOrEqual(0);
        if (statusOf(it, on) === 'late') expect(delay).toBeGreaterThan(0);
      }),
    );
  });

  test('the sort order is total and independent of the input order', () => {
    const item = fc.record({
      key: fc.string({ minLength: 1 }),
      name: fc.record({ it: fc.string() }),
      areaPosition: fc.nat(5),
      promise: fc.record({ date: day }),
      delayDays: fc.option(fc.integer(), { nil: null }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(item, { selector: ({ key }) => key, maxLength: 20 }),
        fc.constantFrom('promise', '-promise', 'area', '-area', 'name', '-name', 'delay', '-delay'),
        (items, sort) => {
          const order = compareMilestones(sort as 'promise');
          expect([...items].sort(order).map(({ key }) => key)).toEqual(
            [...items]
              .reverse()
              .sort(order)
              .map(({ key }) => key),
          );
        },
      ),
    );
  });
});
