// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locationQuotient, peripheryShare, shareOf } from '../../../api/city/territory/rules.ts';

describe('the share of the periphery', () => {
  test('ignores items without a zone', () => {
    expect(peripheryShare({ periphery: 30, centre: 10 })).toBe(0.75);
  });

  test('is unknown if no item has a zone', () => {
    expect(peripheryShare({ periphery: 0, centre: 0 })).toBeNull();
  });

  test('and the share of the centre add up to all items with a zone', () => {
    const amount = fc.nat(1e9).map((cents) => cents / 100);
    fc.assert(
      fc.property(amount, amount, amount, (periphery, centre, noZone) => {
        const share = peripheryShare({ periphery, centre });
        if (share === null) return expect(periphery + centre).toBe(0);
        const rest = shareOf(centre, periphery + centre) ?? 0;
        expect(share + rest).toBeCloseTo(1, 10);
        expect(share * (periphery + centre) + rest * (periphery + centre) + noZone).toBeCloseTo(
          periphery + centre + noZone,
          2,
        );
      }),
    );
  });
});

describe('the location quotient', () => {
  test('is 2 if 10 % of the people have 20 % of the labs', () => {
    expect(locationQuotient(0.2, 0.1)).toBe(2);
  });

  test('is unknown without people or without items', () => {
    expect(locationQuotient(0.2, null)).toBeNull();
    expect(locationQuotient(0.2, 0)).toBeNull();
    expect(locationQuotient(null, 0.1)).toBeNull();
  });
});
