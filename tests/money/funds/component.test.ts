// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Earmarks } from '../../../web/money/funds/Earmarks.tsx';
import { h, render, say } from '../../harness/render.ts';

const earmark = {
  key: 'meta',
  name: { it: 'Metà in periferia' },
  destination: { it: 'Periferia' },
  base: 'public',
  baseEur: 1000,
  reachedEur: 400,
  notAttributableEur: 0,
  share: 0.4,
  target: 0.5,
  source: null,
  note: null,
};
const title = (...earmarks: object[]) => render(h(Earmarks, { earmarks: earmarks as never }));

test('an earmark is met exactly at its share', async () => {
  await title(earmark, { ...earmark, key: 'b', share: 0.5 });
  await expect
    .element(page.getByRole('heading', { name: say('money.earmarks.title', { count: 1, of: 2 }) }))
    .toBeVisible();
});

test('an earmark without data is not shown as missed', async () => {
  await title({ ...earmark, share: null, notAttributableEur: 1000 });
  await expect
    .element(page.getByRole('heading', { name: say('money.earmarks.titleUnknown', { count: 1 }) }))
    .toBeVisible();
  await expect.element(page.getByText(say('money.earmarks.unknown', { amount: '1.000\u00a0€' }))).toBeVisible();
});
