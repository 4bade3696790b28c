// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineOf, type Owed, spanAfter } from '../../../api/money/agreements/rules.ts';

const owed = (key: string, given: Partial<Owed> = {}): Owed => ({
  key,
  dueOn: null,
  afterEvent: 'signing',
  afterObligation: null,
  months: 9,
  days: null,
  signedOn: '2019-03-28',
  doneOn: null,
  ...given,
});
const following = (key: string, before: string, months: number, doneOn: string | null = null) =>
  owed(key, { afterEvent: 'obligation', afterObligation: before, months, doneOn });

describe('a span after an event', () => {
  test('of months ends on the same day of the month', () => {
    expect(spanAfter('2019-03-28', { months: 9, days: null })).toBe('2019-12-28');
    expect(spanAfter('2019-03-28', { months: 36, days: null })).toBe('2022-03-28');
  });

  test('ends on the last day if the month has no such day', () => {
    expect(spanAfter('2019-01-31', { months: 1, days: null })).toBe('2019-02-28');
    expect(spanAfter('2020-01-31', { months: 1, days: null })).toBe('2020-02-29');
    expect(spanAfter('2019-08-31', { months: 6, days: null })).toBe('2020-02-29');
  });

  test('of days is not affected by daylight saving time', () => {
    expect(spanAfter('2019-03-28', { months: null, days: 5 })).toBe('2019-04-02');
    expect(spanAfter('2019-10-25', { months: null, days: 5 })).toBe('2019-10-30');
  });
});

describe('the deadline of an obligation', () => {
  test('is its own date if it has one', () => {
    expect(deadlineOf(owed('a', { afterEvent: null, dueOn: '2019-12-31', months: null }), [])).toEqual({
      date: '2019-12-31',
      provisional: false,
      eventOn: null,
    });
  });

  test('follows from the signing date', () => {
    expect(deadlineOf(owed('a'), [])).toEqual({ date: '2019-12-28', provisional: false, eventOn: '2019-03-28' });
    expect(deadlineOf(owed('a', { signedOn: '2019-04-15' }), []).date).toBe('2020-01-15');
  });

  test('is unknown and provisional before the signing', () => {
    expect(deadlineOf(owed('a', { signedOn: null }), [])).toEqual({ date: null, provisional: true, eventOn: null });
  });

  test('after another obligation counts from its fulfilment, before that from its deadline, provisionally', () => {
    const study = owed('study');
    expect(deadlineOf(following('design', 'study', 3), [study])).toEqual({
      date: '2020-03-28',
      provisional: true,
      eventOn: '2019-12-28',
    });
    const done = { ...study, doneOn: '2019-11-30' };
    expect(deadlineOf(following('design', 'study', 3), [done])).toEqual({
      date: '2020-02-29',
      provisional: false,
      eventOn: '2019-11-30',
    });
  });
});

test('obligations in a dependency cycle have no deadline', () => {
  const ring = [following('a', 'c', 1), following('b', 'a', 1), following('c', 'b', 1)];
  for (const one of ring) expect(deadlineOf(one, ring)).toMatchObject({ date: null, provisional: true });
});

test('a later signing never gives an earlier deadline', () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, fc.integer({ min: 1, max: 120 }), (one, other, months) => {
      const [first, second] = one < other ? [one, other] : [other, one];
      expect(spanAfter(first, { months, days: null }) <= spanAfter(second, { months, days: null })).toBe(true);
    }),
  );
});
