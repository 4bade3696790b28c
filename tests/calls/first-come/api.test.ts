// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { rush } from '../../bench/rush.ts';
import { withDatabase } from '../../harness/opened.ts';

const database = withDatabase('loaded');

test('a rush on a fund over two instances, one killed: not exceeded, none lost or doubled', async () => {
  const { answered, faults } = await rush(database, { applicants: 60, budgetCents: 300_000_000 });
  expect(faults).toEqual([]);
  expect(answered).toBe(60);
}, 120_000);
