// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ToUseFigure } from '../../../web/spaces/figures/ToUseFigure.tsx';
import { h, render, say } from '../../harness/render.ts';

test('shows the median time that spaces were empty, in years', async () => {
  const space = {
    key: 's',
    name: { it: 'Capannone' },
    disusedSince: { date: '2016-12-31', precision: 'year' },
    inUseSince: '2026-01-01',
    days: 3288,
  };
  await render(h(ToUseFigure, { reuse: { pace: 'year', flow: [], reused: [space], medianDays: 3288 } as never }));
  const years = say('census.toUse.years', { count: 2, figure: '9' });
  await expect
    .element(page.getByRole('heading', { name: say('census.toUse.title', { count: 1, years }) }))
    .toBeVisible();
});
