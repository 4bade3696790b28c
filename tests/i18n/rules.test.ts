// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grouped } from '../../web/i18n/numbers.ts';
import { instantOf, typedAt } from '../../web/ui/instants.ts';

describe('numbers on the page', () => {
  const locales = { it: 'it-IT', en: 'en-GB' } as const;

  test('are formatted like Intl', () => {
    const value = fc.oneof(
      fc.integer(),
      fc.integer({ min: -1e6, max: 1e6 }).map((thousandths) => thousandths / 1000),
      fc.double({ noNaN: true, min: -1e12, max: 1e12 }),
      fc.double({ noNaN: true, max: 1, min: 0 }),
    );
    const language = fc.constantFrom('it', 'en');
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 2 }), language, (figure, decimals, spoken) => {
        const intl = new Intl.NumberFormat(locales[spoken], {
          maximumFractionDigits: decimals,
          useGrouping: 'always' as never,
          signDisplay: 'negative',
        });
        expect(grouped(figure, decimals, spoken)).toBe(intl.format(figure));
      }),
      { numRuns: 2000 },
    );
  });

  test('have grouped thousands and no trailing zero decimals', () => {
    expect(grouped(21_520_000.5, 2, 'it')).toBe('21.520.000,5');
    expect(grouped(10_000.5, 2, 'it', 2)).toBe('10.000,50');
    expect(grouped(1000, 0, 'en')).toBe('1,000');
    expect(grouped(-0.2, 0, 'it')).toBe('0');
    expect(grouped(1.005, 2, 'en')).toBe('1.01');
  });
});

describe('typed times', () => {
  const rome = 'Europe/Rome';

  test('are in city time, in winter and summer, wherever the reader is', () => {
    expect(instantOf('2026-01-15T12:00', rome)).toBe('2026-01-15T11:00:00.000Z');
    expect(instantOf('2026-07-15T12:00', rome)).toBe('2026-07-15T10:00:00.000Z');
    expect(instantOf('2026-07-15T12:00', 'America/New_York')).toBe('2026-07-15T16:00:00.000Z');
    expect(typedAt('2026-12-31T23:30:00.000Z', rome)).toBe('2027-01-01T00:30');
    expect([typedAt(null, rome), instantOf('', rome)]).toEqual(['', null]);
  });

  test('that are invalid are passed on for the API to refuse', () => {
    expect(instantOf('12026-01-15T12:00', rome)).toBe('12026-01-15T12:00');
  });

  test('survive a round trip', () => {
    const minutes = fc
      .integer({ min: 0, max: 20 * 365 * 24 * 60 })
      .map((count) => Date.UTC(2020, 0, 1) + count * 60_000);
    fc.assert(
      fc.property(minutes, fc.constantFrom(rome, 'UTC', 'Asia/Kolkata', 'America/New_York'), (at, zone) => {
        const typed = typedAt(new Date(at).toISOString(), zone);
        // The repeated hour at the end of daylight saving time is ambiguous.
        expect(typedAt(instantOf(typed, zone), zone)).toBe(typed);
      }),
    );
  });
});
