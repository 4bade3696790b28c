// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Premises } from '../../../web/city/background/Premises.tsx';
import { h, render, say } from '../../harness/render.ts';

const premise = (key: string, note: string | null) => ({
  key,
  name: { it: `Premessa ${key}` },
  body: null,
  note: note ? { it: note } : null,
  source: null,
});
const shown = (...entries: object[]) => render(h(Premises, { entries: entries as never }));

test('premises with the same note are grouped under it, without its full stop', async () => {
  await shown(premise('a', 'Dal piano.'), premise('b', 'Dalla legge.'), premise('c', 'Dal piano.'));
  const groups = [...document.querySelectorAll('.premise-group')].map((group) => [
    group.querySelector('h3')?.textContent,
    group.querySelectorAll('li').length,
  ]);
  expect(groups).toEqual([
    ['Dal piano', 2],
    ['Dalla legge', 1],
  ]);
});

test('premises without a note get their own heading if there are others', async () => {
  await shown(premise('a', 'Dal piano.'), premise('b', null));
  await expect.element(page.getByRole('heading', { name: say('context.premises.other') })).toBeVisible();
});
