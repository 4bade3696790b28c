// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ByDay } from '../../../web/calls/figures/ByDay.tsx';
import { h, render, say } from '../../harness/render.ts';

const demand = (...days: [on: string, applications: number][]) =>
  h(ByDay, {
    demand: {
      days: days.map(([on, applications]) => ({ on, applications })),
      applications: days.reduce((sum, [, count]) => sum + count, 0),
    } as never,
  });
const bars = () => [...document.querySelectorAll<HTMLElement>('.days-day > span')].map(({ style }) => style.height);

test('includes days without an application', async () => {
  await render(demand(['2026-03-30', 1], ['2026-04-02', 4]));
  expect(bars()).toEqual(['25%', '0%', '0%', '100%']);
  await page.getByRole('button', { name: /^Mostra come tabella/ }).click();
  expect(page.getByRole('rowheader').elements()).toHaveLength(2);
});

test('shows a single day as one', async () => {
  await render(demand(['2026-03-30', 3]));
  const said = { count: 3, most: 3, date: '30\u00a0mar' };
  await expect.element(page.getByRole('heading', { name: say('demand.oneDay', said) })).toBeVisible();
});
