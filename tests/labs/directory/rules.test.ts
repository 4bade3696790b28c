// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  confirmedOn,
  doubtfulSince,
  freshnessOf,
  freshSince,
  hoursOn,
  isOpenAt,
  kmBetween,
  oldestOf,
  sections,
  sectionsOf,
  whyNotExceptions,
  whyNotHours,
  whyNotPoint,
} from '../../../api/labs/directory/rules.ts';
import { whyNotDated, whyNotMerged } from '../../../api/labs/editing/rules.ts';

const anyDay = fc
  .integer({ min: Date.UTC(1999, 0, 1) / 864e5, max: Date.UTC(2040, 11, 31) / 864e5 })
  .map((days) => new Date(days * 864e5).toISOString().slice(0, 10));

describe('freshness', () => {
  test('changes after six and twelve months, to the day', () => {
    expect(freshnessOf('2026-01-15', '2026-07-14')).toBe('confirmed');
    expect(freshnessOf('2026-01-15', '2026-07-15')).toBe('stale');
    expect(freshnessOf('2026-01-15', '2027-01-14')).toBe('stale');
    expect(freshnessOf('2026-01-15', '2027-01-15')).toBe('possibly-closed');
    expect(freshnessOf(null, '2026-01-15')).toBe('never-confirmed');
  });

  test('at the end of a month changes on the last day of a shorter month', () => {
    expect(freshnessOf('2026-08-31', '2027-02-27')).toBe('confirmed');
    expect(freshnessOf('2026-08-31', '2027-02-28')).toBe('stale');
    expect(freshnessOf('2024-02-29', '2025-02-28')).toBe('possibly-closed');
  });

  test('on the last day of February includes the whole end of August as stale', () => {
    expect(freshSince('2027-02-28')).toBe('2026-09-01');
    expect(doubtfulSince('2025-02-28')).toBe('2024-03-01');
  });

  test('is the same as by the date bounds used in the database', () => {
    const agree = (last: string, day: string) => {
      const byDays = last >= freshSince(day) ? 'confirmed' : last >= doubtfulSince(day) ? 'stale' : 'possibly-closed';
      expect(byDays, `${last} on ${day}`).toBe(freshnessOf(last, day));
    };
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 450 }), (day, ago) => {
        agree(new Date(Date.parse(day) - ago * 864e5).toISOString().slice(0, 10), day);
      }),
      { numRuns: 3000 },
    );
    for (const day of ['2027-02-28', '2028-02-29', '2026-08-31', '2026-11-30', '2027-03-01', '2025-02-28'])
      for (let ago = 170; ago < 380; ago += 1)
        agree(new Date(Date.parse(day) - ago * 864e5).toISOString().slice(0, 10), day);
  });
});

describe('an entry', () => {
  test('is as old as its oldest section, and unconfirmed if one section is', () => {
    const all = Object.fromEntries(sections.map((section) => [section, '2026-05-01']));
    expect(oldestOf({ ...all, hours: '2025-01-01' }, null)).toBe('2025-01-01');
    expect(oldestOf({ about: '2026-05-01' }, null)).toBeNull();
    expect(oldestOf({ about: '2026-05-01' }, '2020-01-01')).toBe('2020-01-01');
    expect(oldestOf(all, '2020-01-01')).toBe('2026-05-01');
    expect(confirmedOn({ about: '2026-05-01' }, '2020-01-01', 'place')).toBe('2020-01-01');
  });

  test('is confirmed by an edit only in the edited sections', () => {
    expect(sectionsOf({ address: 'via Prova', why: '…' })).toEqual(['place']);
    expect(sectionsOf({ url: null, hours: [] })).toEqual(['hours', 'contacts']);
    expect(sectionsOf({ address: undefined })).toEqual([]);
  });

  test('cannot be closed in the future, before it opened, or while it is open', () => {
    const today = '2026-06-01';
    const dated = (status: string, closed?: string, opened?: string) => whyNotDated({ status, closed, opened }, today);
    expect(dated('closed', '2026-06-02')).toBe('date-future');
    expect(dated('open', '2026-05-01')).toBe('closed-while-open');
    expect(dated('closed', '2026-05-01', '2026-05-02')).toBe('days-reversed');
    expect(dated('closed', '2026-05-01', '2020-01-01')).toBeNull();
    expect(dated('closed')).toBeNull();
  });

  test('cannot be merged into itself', () => {
    expect(whyNotMerged('a', 'a')).toBe('same-lab');
    expect(whyNotMerged('a', 'b')).toBeNull();
  });
});

const monday = { weekday: 1, opens: '09:00', closes: '13:00' };
const evening = { weekday: 1, opens: '18:00', closes: '24:00' };
const open = { status: 'open', hours: [monday, evening], exceptions: [] };

describe('opening hours', () => {
  test('include their first minute and exclude their last', () => {
    expect(isOpenAt(open, '2026-06-01T09:00')).toBe(true);
    expect(isOpenAt(open, '2026-06-01T12:59')).toBe(true);
    expect(isOpenAt(open, '2026-06-01T13:00')).toBe(false);
    expect(isOpenAt(open, '2026-06-01T23:59')).toBe(true);
    expect(isOpenAt(open, '2026-06-02T09:00')).toBe(false);
  });

  test('are unknown if not recorded, and a closed lab admits nobody', () => {
    expect(isOpenAt({ ...open, hours: null }, '2026-06-01T10:00')).toBeNull();
    expect(isOpenAt({ ...open, hours: [] }, '2026-06-01T10:00')).toBe(false);
    for (const status of ['planned', 'temporarily-closed', 'closed'])
      expect(isOpenAt({ ...open, status }, '2026-06-01T10:00')).toBe(false);
  });

  test('are overridden by exceptions', () => {
    const closed = { from: '2026-06-01', to: '2026-06-02' };
    const other = { from: '2026-06-01', to: '2026-06-01', opens: '15:00', closes: '16:00' };
    expect(hoursOn('2026-06-01', [monday], [closed])).toEqual([]);
    expect(hoursOn('2026-06-01', [monday], [other])).toEqual([{ opens: '15:00', closes: '16:00' }]);
    expect(hoursOn('2026-06-08', [monday], [closed, other])).toEqual([{ opens: '09:00', closes: '13:00' }]);
    expect(isOpenAt({ ...open, exceptions: [other] }, '2026-06-01T10:00')).toBe(false);
  });

  test('are closed on a one-day exception, and on the first and last day of a longer one', () => {
    const oneDay = { from: '2026-06-01', to: '2026-06-01' };
    const week = { from: '2026-06-01', to: '2026-06-08' };
    const spans = (day: string, exception: typeof oneDay) => hoursOn(day, [monday], [exception]).length;
    expect(['2026-05-25', '2026-06-01', '2026-06-08'].map((day) => spans(day, oneDay))).toEqual([1, 0, 1]);
    expect(['2026-05-25', '2026-06-01', '2026-06-08', '2026-06-15'].map((day) => spans(day, week))).toEqual([
      1, 0, 0, 1,
    ]);
    expect(whyNotExceptions([oneDay])).toBeNull();
    expect(whyNotExceptions([{ ...oneDay, opens: '10:00', closes: '12:00' }])).toBeNull();
    expect(whyNotExceptions([{ ...oneDay, opens: '12:00', closes: '10:00' }])).toBe('hours-reversed');
    expect(isOpenAt({ ...open, exceptions: [oneDay] }, '2026-06-01T10:00')).toBe(false);
    expect(isOpenAt({ ...open, exceptions: [oneDay] }, '2026-06-08T10:00')).toBe(true);
  });

  test('are closed on an exception without start or end time', () => {
    const day = { from: '2026-06-01', to: '2026-06-01' };
    expect(hoursOn('2026-06-01', [monday], [{ ...day, opens: '10:00' }])).toEqual([]);
    expect(hoursOn('2026-06-01', [monday], [{ ...day, closes: '10:00' }])).toEqual([]);
  });

  test('cannot end before they begin, or overlap on one day', () => {
    expect(whyNotHours([monday, evening])).toBeNull();
    expect(whyNotHours([{ ...monday, closes: '09:00' }])).toBe('hours-reversed');
    expect(whyNotHours([monday, { ...monday, opens: '12:59', closes: '14:00' }])).toBe('hours-overlap');
    expect(whyNotHours([monday, { ...monday, opens: '13:00', closes: '14:00' }])).toBeNull();
    expect(whyNotHours([monday, { ...monday, weekday: 2 }])).toBeNull();
  });

  test('may go past midnight, into the next day and the next week', () => {
    const night = { weekday: 7, opens: '18:00', closes: '02:00' };
    const nights = { ...open, hours: [night] };
    const isOpen = (at: string, more: object = {}) => isOpenAt({ ...nights, ...more }, at);
    expect(
      ['2026-06-07T17:59', '2026-06-07T18:00', '2026-06-08T01:59', '2026-06-08T02:00'].map((at) => isOpen(at)),
    ).toEqual([false, true, true, false]);
    // What begins on a closed day does not go on after it; what began on the day before does.
    const closed = (day: string) => ({ exceptions: [{ from: day, to: day }] });
    expect(isOpen('2026-06-08T01:00', closed('2026-06-07'))).toBe(false);
    expect(isOpen('2026-06-08T01:00', closed('2026-06-08'))).toBe(true);
    const party = { from: '2026-06-10', to: '2026-06-10', opens: '22:00', closes: '04:00' };
    expect(isOpen('2026-06-11T03:00', { exceptions: [party] })).toBe(true);
    expect([whyNotHours([night]), whyNotExceptions([party])]).toEqual([null, null]);
    expect(whyNotHours([night, { weekday: 1, opens: '01:00', closes: '03:00' }])).toBe('hours-overlap');
    expect(whyNotHours([night, { weekday: 1, opens: '02:00', closes: '03:00' }])).toBeNull();
    expect(whyNotHours([{ ...night, closes: '09:00' }])).toBe('hours-reversed');
  });

  test('of exceptions need both ends, in order', () => {
    const days = { from: '2026-06-01', to: '2026-06-02' };
    expect(whyNotExceptions([days])).toBeNull();
    expect(whyNotExceptions([{ from: '2026-06-02', to: '2026-06-01' }])).toBe('days-reversed');
    expect(whyNotExceptions([{ ...days, opens: '10:00', closes: '10:00' }])).toBe('hours-reversed');
    expect(whyNotExceptions([{ ...days, opens: '10:00' }])).toBe('hours-reversed');
    expect(whyNotExceptions([{ ...days, closes: '10:00' }])).toBe('hours-reversed');
  });
});

describe('a place', () => {
  test('needs both coordinates, and cannot be 0, 0', () => {
    expect(whyNotPoint(45, null)).toBe('point-half');
    expect(whyNotPoint(null, 9)).toBe('point-half');
    expect(whyNotPoint(0, 0)).toBe('point-nowhere');
    expect(whyNotPoint(null, null)).toBeNull();
    expect(whyNotPoint(45.46, 9.19)).toBeNull();
  });

  const point = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });

  test('has a symmetric distance to another, and none to itself', () => {
    fc.assert(
      fc.property(point, point, (one, two) => {
        expect(kmBetween(one, two)).toBeCloseTo(kmBetween(two, one), 6);
        expect(kmBetween(one, one)).toBe(0);
        expect(kmBetween(one, two)).toBeLessThanOrEqual(6371 * Math.PI + 1e-6);
      }),
    );
  });

  test('in Milan is about 477 km from Rome', () => {
    const milan = { latitude: 45.4642, longitude: 9.19 };
    expect(kmBetween(milan, { latitude: 41.9028, longitude: 12.4964 })).toBeCloseTo(477, 0);
  });
});
