// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { readPipeline } from '../../../api/calls/desk/contract.ts';
import { Pipeline } from '../../../web/calls/desk/Pipeline.tsx';
import { h, render, say } from '../../harness/render.ts';
import { answering } from '../../harness/replies.ts';

const call = {
  key: 'botteghe',
  name: { it: 'Bando delle botteghe' },
  area: 'spazi',
  firstCome: false,
  opensAt: '2026-03-01T08:00:00Z',
  closesAt: '2026-04-01T10:00:00Z',
  stage: 'round' as const,
  received: 4,
  questions: 0,
  requests: 0,
  objections: 0,
  awards: 0,
};
const shown = (...items: (typeof call)[]) => render(h(Pipeline, {}), { answers: [answering(readPipeline, { items })] });

test('a call links to its desk and lists only its pending tasks', async () => {
  await shown({ ...call, questions: 2, objections: 1 });
  await expect
    .element(page.getByRole('link', { name: 'Bando delle botteghe' }))
    .toHaveAttribute('href', '/it/prova/calls/botteghe/desk');
  await expect.element(page.getByText(say('pipeline.stages.round'))).toBeVisible();
  await expect.element(page.getByText(say('pipeline.received', { count: 4 }))).toBeVisible();
  await expect.element(page.getByText(say('pipeline.questions', { count: 2 }))).toBeVisible();
  expect([...document.querySelectorAll('strong')].map(({ textContent }) => textContent)).toEqual([
    say('pipeline.questions', { count: 2 }),
    say('pipeline.objections', { count: 1 }),
  ]);
});

test('an office without calls sees an empty state', async () => {
  await shown();
  await expect.element(page.getByText(say('pipeline.none'))).toBeVisible();
});
