// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ScoreForm } from '../../../web/calls/evaluation/ScoreForm.tsx';
import { h, render } from '../../harness/render.ts';

const criteria = [
  { key: 'quality', name: { it: 'Qualità' }, weight: 60, scale: 10 },
  { key: 'costs', name: { it: 'Costi' }, weight: 40, scale: 5 },
];
const form = (send: (scores: unknown) => Promise<unknown>, onDone = () => undefined) =>
  h(ScoreForm, {
    name: 'score.bando.1',
    label: 'I tuoi punti',
    submit: 'Registra',
    criteria,
    given: [{ criterion: 'costs', points: 2.5, reason: 'Alti' }] as never,
    sending: { problem: null, busy: false },
    send,
    onDone,
  });
const points = (at: number) => page.getByRole('spinbutton').nth(at);

test('scores are prefilled, each within the scale of its criterion', async () => {
  await render(form(async () => undefined));
  await expect.element(points(0)).toHaveValue(null);
  await expect.element(points(1)).toHaveValue(2.5);
  await expect.element(points(0)).toHaveAttribute('max', '10');
  await expect.element(points(1)).toHaveAttribute('max', '5');
});

test('scores beyond the scale are not sent', async () => {
  const send = vi.fn(async () => undefined);
  await render(form(send));
  await points(0).fill('10.01');
  await page.getByRole('button', { name: 'Registra' }).click();
  expect(send).not.toHaveBeenCalled();
});

test('scores can be entered by keyboard only, with optional reasons', async () => {
  const send = vi.fn(async () => undefined);
  const onDone = vi.fn();
  await render(form(send, onDone));
  await userEvent.tab();
  await userEvent.keyboard('7.25');
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(send).toHaveBeenCalledWith([
    { criterion: 'quality', points: 7.25, reason: null },
    { criterion: 'costs', points: 2.5, reason: 'Alti' },
  ]);
});
