// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { rush } from '../../bench/rush.ts';
import { withDatabase } from '../../harness/opened.ts';

const database = withDatabase('loaded');

test('a rush on one fund over two instances, one of them killed: no euro too much, nobody lost or doubled, everybody told', async () => {
  const { answered, faults } = await rush(database, { applicants: 60, budgetCents: 300_000_000 });
  expect(faults).toEqual([]);
  expect(answered).toBe(60);
}, 120_000);
