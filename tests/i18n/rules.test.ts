// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grouped } from '../../web/i18n/numbers.ts';

describe('numbers on the page', () => {
  const locales = { it: 'it-IT', en: 'en-GB' } as const;

  test('are written as Intl writes them', () => {
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

  test('group thousands and drop decimals that say nothing', () => {
    expect(grouped(21_520_000.5, 2, 'it')).toBe('21.520.000,5');
    expect(grouped(1000, 0, 'en')).toBe('1,000');
    expect(grouped(-0.2, 0, 'it')).toBe('0');
    expect(grouped(1.005, 2, 'en')).toBe('1.01');
  });
});
