// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { ChainTree } from '../../../web/overview/chain/ChainTree.tsx';
import { h, render } from '../../harness/render.ts';

test('the chain is a nested list; the current item is not a link', async () => {
  const item = (kind: string, key: string, name: string) => ({ id: `${kind}:${key}`, kind, key, name: { it: name } });
  const chain = {
    of: { kind: 'call', key: 'c' },
    items: [item('area', 'a', 'Spazi'), item('call', 'c', 'Bando'), item('space', 's', 'Capannone')],
    threads: [{ area: 'area:a', milestone: null, call: 'call:c', space: 'space:s', organisation: null, award: null }],
  };
  // Wide windows show columns instead of the list.
  await page.viewport(390, 844);
  onTestFinished(() => page.viewport(1280, 900));
  await render(h(ChainTree, { chain: chain as never }));
  const nested = document.querySelector('.chain-tree > ul > li > ul > li > ul > li');
  expect(nested?.textContent).toContain('Capannone');
  await expect
    .element(page.getByRole('link', { name: 'Spazi', exact: true }))
    .toHaveAttribute('href', '/it/prova/chain?of=area:a');
  expect(document.querySelector('[aria-current=true]')?.textContent).toBe('Bando');
  expect(page.getByRole('link', { name: 'Bando', exact: true }).elements()).toEqual([]);
});
