// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ReplanForm } from '../../../web/plan/promises/ReplanForm.tsx';
import { h, render, say, starting } from '../../harness/render.ts';
import { type Asked, answeringPart, problem } from '../../harness/replies.ts';

const when = (date: string) => ({ date, precision: 'day' });
const milestone = {
  key: 'm',
  version: 3,
  forecast: when('2026-06-30'),
  promise: when('2026-05-31'),
  status: 'on-track',
};
const ends = () => ({ onDone: vi.fn(), onCancel: vi.fn() });

test('a re-plan with a conflict shows the current version, and can continue with the same input', async () => {
  const current = { ...milestone, version: 5, status: 'withdrawn', done: null, delayDays: null };
  const replies = [
    { status: 412, body: problem(412, { current }) },
    { status: 200, body: { key: 'm', version: 6 } },
  ];
  const answer = {
    ...answeringPart('POST', '/milestones/m/promises', {}),
    reply: async (_: Asked) => replies.shift() ?? { status: 500, body: problem(500) },
  };
  const { onDone, onCancel } = ends();
  const form = h(ReplanForm, { milestone: milestone as never, onDone, onCancel });
  const asked = await render(form, { answers: [answer], role: 'official' });
  const due = page.getByLabelText(starting('replan.due'));
  await expect.element(due).toHaveValue('2026-06-30');
  await due.fill('2026-07-15');
  await page.getByLabelText(starting('replan.reason')).fill('Lavori');
  await page.getByRole('button', { name: say('replan.send') }).click();
  await expect.element(page.getByRole('alert').getByText(say('status.withdrawn'), { exact: false })).toBeVisible();
  await expect.element(due).toHaveValue('2026-07-15');
  expect(onDone).not.toHaveBeenCalled();
  await page.getByRole('button', { name: say('conflict.anyway') }).click();
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  const sent = asked.filter(({ method }) => method === 'POST');
  expect(sent.map(({ headers }) => headers.get('if-match'))).toEqual(['"3"', '"5"']);
  expect(sent[1]?.body).toMatchObject({ dueOn: '2026-07-15', reason: { it: 'Lavori' } });
});
