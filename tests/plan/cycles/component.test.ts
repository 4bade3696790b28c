// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { removeCycle } from '../../../api/plan/cycles/contract.ts';
import { RemoveDraft } from '../../../web/plan/cycles/RemoveDraft.tsx';
import { Reviews } from '../../../web/plan/cycles/Reviews.tsx';
import { h, programme, render, say } from '../../harness/render.ts';
import { answeringPart, refusing } from '../../harness/replies.ts';

test('lessons learnt are shown by area, and those of the whole cycle under their own heading', async () => {
  const reviews = [
    { area: null, learnt: { it: 'Meno traguardi.' } },
    { area: { key: 'spazi', name: { it: 'Spazi' } }, learnt: { it: 'Partire prima.' } },
  ];
  await render(h(Reviews, { cycle: { ...programme.cycles[0], reviews } as never }));
  const rows = [...document.querySelectorAll('dl > div')].map((one) => [...one.children].map((it) => it.textContent));
  expect(rows).toEqual([
    [say('cycles.whole'), 'Meno traguardi.'],
    ['Spazi', 'Partire prima.'],
  ]);
});

test('removing a draft leads back to the list of drafts', async () => {
  const answers = [answeringPart('DELETE', '/cycles/secondo', { done: true })];
  await render(h(RemoveDraft, { cycle: 'secondo' }), { answers, role: 'official' });
  await page.getByRole('button', { name: say('cycles.removeDraft') }).click();
  await vi.waitFor(() => expect(window.location.pathname).toBe('/it/prova/drafts'));
});

test('a draft that cannot be removed stays, with the reason', async () => {
  const answers = [refusing(removeCycle, 409, { detail: 'È adottato.' })];
  await render(h(RemoveDraft, { cycle: 'secondo' }), { answers, role: 'official' });
  await page.getByRole('button', { name: say('cycles.removeDraft') }).click();
  await expect.element(page.getByRole('alert').getByText('È adottato.')).toBeVisible();
  expect(window.location.pathname).toBe('/it/prova/');
});
