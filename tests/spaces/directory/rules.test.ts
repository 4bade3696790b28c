// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { kmBetween } from '../../../api/labs/directory/rules.ts';
import {
  daysBetween,
  movedPoint,
  nextByHand,
  type SpaceState,
  spaceStates,
  stepsOf,
  whyNotBlurred,
  whyNotMoved,
  whyNotSpan,
} from '../../../api/spaces/directory/rules.ts';
import { publicPoint } from '../../../api/spaces/directory/views.ts';

const today = '2026-05-10';
const moved = (from: SpaceState, to: SpaceState, on = today, since: string | null = '2026-01-01') =>
  whyNotMoved({ from, to, since, on, held: false }, today);

describe('a manual state change of a space', () => {
  test('goes from surveyed to verified to available, and out of use back to available', () => {
    const way: SpaceState[] = ['surveyed', 'verified', 'available', 'in-use', 'returned', 'available'];
    expect(way.slice(1).map((to, at) => moved(way[at] ?? 'surveyed', to))).toEqual([null, null, null, null, null]);
  });

  test('is refused while the space is awarded', () => {
    const held = { from: 'in-use', to: 'returned', since: null, on: today, held: true } as const;
    expect(whyNotMoved(held, today)).toBe('space-held');
  });

  test('skips no step', () => {
    expect(moved('surveyed', 'available')).toBe('space-step');
    expect(moved('in-use', 'available')).toBe('space-step');
    expect(moved('in-use', 'withdrawn')).toBe('space-step');
    expect(moved('verified', 'verified')).toBe('space-there');
  });

  test('neither enters nor leaves a call', () => {
    for (const state of spaceStates.filter((one) => one !== 'in-call')) {
      expect(moved(state, 'in-call')).toBe('space-by-call');
      expect(moved('in-call', state)).toBe('space-by-call');
    }
    expect(moved('available', 'assigned')).toBe('space-by-call');
    expect(Object.values(nextByHand).flat()).not.toContain('in-call');
    expect(Object.values(nextByHand).flat()).not.toContain('assigned');
  });

  test('has a date between the last change and today', () => {
    expect(moved('surveyed', 'verified', '2026-05-11')).toBe('date-future');
    expect(moved('surveyed', 'verified', '2025-12-31')).toBe('space-before');
    expect(moved('surveyed', 'verified', '2026-01-01')).toBeNull();
    expect(moved('surveyed', 'verified', '2001-01-01', null)).toBeNull();
  });
});

describe('the history of a space', () => {
  const image = (state: SpaceState, since: string | null, it: string | null, knownOn: string) => ({
    ...{ state, since, precision: since === null ? null : ('day' as const), knownOn },
    reason: it === null ? null : { it },
  });

  test('has one step per state, with its latest description', () => {
    const steps = stepsOf([
      image('surveyed', '2020-01-01', null, '2020-01-02'),
      image('surveyed', '2020-01-03', 'Corretto', '2020-02-01'),
      image('available', '2020-03-01', 'Sgombero', '2020-03-01'),
      image('available', '2020-03-01', 'Sgombero', '2020-06-01'),
      image('surveyed', null, null, '2021-01-01'),
    ]);
    expect(steps).toEqual([
      {
        state: 'surveyed',
        since: { date: '2020-01-03', precision: 'day' },
        reason: { it: 'Corretto' },
        knownOn: '2020-01-02',
      },
      {
        state: 'available',
        since: { date: '2020-03-01', precision: 'day' },
        reason: { it: 'Sgombero' },
        knownOn: '2020-03-01',
      },
      { state: 'surveyed', since: null, reason: null, knownOn: '2021-01-01' },
    ]);
  });

  test('counts days between two dates, never negative', () => {
    expect(daysBetween('2019-12-31', '2021-12-31')).toBe(731);
    expect(daysBetween('2021-12-31', '2019-12-31')).toBe(0);
  });
});

describe('a blurred location', () => {
  const exact = { latitude: 45.4642, longitude: 9.19 };
  const of = { seed: '6f0d5c1e-0000-4000-8000-000000000000', ...exact, radius: 300 };

  test('is within the radius', () => {
    for (let turn = 0; turn <= 1; turn += 0.05)
      for (const reach of [0, 0.01, 0.5, 1])
        expect(kmBetween(exact, movedPoint(exact, 300, [turn, reach]))).toBeLessThanOrEqual(0.3);
  });

  test('is deterministic per location, seed and radius', () => {
    expect(publicPoint(of)).toEqual(publicPoint(of));
    expect(publicPoint(of)).not.toEqual(exact);
    expect(publicPoint({ ...of, seed: '6f0d5c1e-0000-4000-8000-000000000001' })).not.toEqual(publicPoint(of));
    const turn = (radius: number) => {
      const { latitude, longitude } = publicPoint({ ...of, radius });
      return Math.atan2(latitude - exact.latitude, longitude - exact.longitude);
    };
    expect(Math.abs(turn(300) - turn(600))).toBeGreaterThan(0.01);
  });

  test('applies only to private spaces', () => {
    expect(whyNotBlurred({ ownerKind: 'private', blurM: 300 })).toBeNull();
    expect(whyNotBlurred({ ownerKind: 'public', blurM: 300 })).toBe('blur-private');
    expect(whyNotBlurred({ ownerKind: null, blurM: 300 })).toBe('blur-private');
    expect(whyNotBlurred({ ownerKind: 'public', blurM: null })).toBeNull();
  });
});

test('a range that ends before it begins contains no day', () => {
  expect(whyNotSpan('2026-02-01', '2026-01-01')).toBe('days-reversed');
  expect(whyNotSpan('2026-02-01', null)).toBeNull();
});
