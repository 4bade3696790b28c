// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { countedFrom, deMinimisCents, grantable, headroomCents } from '../../../api/calls/de-minimis/rules.ts';

test('counts the aid of the last three rolling years only', () => {
  expect(countedFrom('2026-11-21')).toBe('2023-11-21');
  const declared = [
    { grantedOn: '2023-11-21', amountCents: 10_000_000 },
    { grantedOn: '2023-11-22', amountCents: 5_000_000 },
    { grantedOn: '2026-11-21', amountCents: 1_000_000 },
    { grantedOn: '2026-11-22', amountCents: 9_000_000 },
  ];
  expect(headroomCents(declared, '2026-11-21')).toBe(deMinimisCents - 6_000_000);
});

test('has no negative headroom', () => {
  expect(headroomCents([{ grantedOn: '2026-01-01', amountCents: 40_000_000 }], '2026-11-21')).toBe(0);
});

test('refuses a grant above the headroom, or cuts it, depending on the call', () => {
  expect(grantable(100, 100, 'refuse')).toBe(100);
  expect(grantable(101, 100, 'refuse')).toBe(0);
  expect(grantable(101, 100, 'reduce')).toBe(100);
});
