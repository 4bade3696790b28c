// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { RemoveEvidence } from '../../../web/plan/evidence/RemoveEvidence.tsx';
import { h, render, say } from '../../harness/render.ts';

const item = { key: 'e1', name: { it: 'Verbale' } };
const remove = (more: object = {}) =>
  h(RemoveEvidence, {
    milestone: { key: 'm', area: { key: 'spazi' }, done: null, closings: [], ...more } as never,
    item: item as never,
  });
const button = () => page.getByRole('button', { name: say('evidence.removeOf', { name: 'Verbale' }) });

test('evidence can be removed by keepers of the milestone', async () => {
  await render(remove(), { role: 'official' });
  await expect.element(button()).toBeVisible();
});

test('evidence of a confirmed result cannot be removed', async () => {
  await render(remove({ done: { date: '2026-04-01', precision: 'day' } }), { role: 'official' });
  expect(page.getByRole('button').elements()).toEqual([]);
});

test('evidence cannot be removed by the public or on a past day', async () => {
  await render(remove(), { role: 'official', at: 'plan?asOf=2026-02-01' });
  expect(page.getByRole('button').elements()).toEqual([]);
});
