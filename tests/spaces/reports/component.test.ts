// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { AlikeSpaces } from '../../../web/spaces/reports/AlikeSpaces.tsx';
import { h, render, say } from '../../harness/render.ts';

test('a possible duplicate links to its page, with reason and key', async () => {
  const of = [{ key: 'capannone-1', name: { it: 'Capannone' }, address: null, because: ['name', 'place'] }];
  await render(h(AlikeSpaces, { of: of as never }));
  await expect
    .element(page.getByRole('link', { name: 'Capannone' }))
    .toHaveAttribute('href', '/it/prova/spaces/capannone-1');
  const [before, last] = [say('census.report.because.name'), say('census.report.because.place')] as const;
  const told = say('format.and', { before, last });
  expect(document.querySelector('.item-note')?.textContent).toBe(`${told} · capannone-1`);
});
