// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Rankings } from '../../../web/calls/ranking/Rankings.tsx';
import { h, render, say } from '../../harness/render.ts';
import { answeringPart } from '../../harness/replies.ts';

const entry = { rank: 1, number: 2, firm: 'Ditta Due', points: { q: 8 }, bonus: 1, total: 9, outcome: 'assigned' };
const entries = [
  { ...entry, lot: null, amountCents: 1_000_055, reason: null, tie: null },
  {
    ...entry,
    rank: null,
    number: 1,
    firm: 'Ditta Uno',
    outcome: 'excluded',
    lot: null,
    amountCents: 0,
    reason: 'Tardi',
  },
];
const ranking = {
  number: 1,
  kind: 'provisional',
  publishedOn: '2026-04-01',
  act: 'DD 1',
  entries,
  objectionsUntil: null,
};
const call = {
  key: 'bando',
  run: { criteria: [{ key: 'q', name: { it: 'Qualità' } }] },
  lotList: [],
  budgetEur: 50_000,
};
const shown = (...items: object[]) =>
  render(h(Rankings, { call: call as never }), { answers: [answeringPart('GET', '/calls/bando/rankings', { items })] });

test('a ranking shows score, amount and reason; excluded applications have no score', async () => {
  await shown(ranking);
  const first = page.getByRole('row', { name: /Ditta Due/ });
  await expect.element(first).toBeVisible();
  expect(first.element().textContent).toContain('10.000,55');
  const excluded = page.getByRole('row', { name: /Ditta Uno/ }).element();
  const cells = [...excluded.children].map(({ textContent }) => textContent);
  expect(cells.slice(3, 6)).toEqual(['—', '—', '—']);
  expect(cells.at(-1)).toBe('Tardi');
});

test('the latest ranking is open, earlier ones are collapsed, each with its own inputs', async () => {
  await shown(ranking, { ...ranking, number: 2, kind: 'final' });
  await expect.element(page.getByText(say('ranking.earlier', { count: 1 }))).toBeVisible();
  expect(document.querySelector('details')?.open).toBe(false);
  const inputs = [...document.querySelectorAll('a[href$="recompute.json"]')].map((one) => one.getAttribute('href'));
  expect(inputs).toEqual(
    [2, 1].map((number) => `/api/v1/programmes/prova/calls/bando/rankings/${number}/recompute.json`),
  );
});
