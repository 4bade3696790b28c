// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Autosave } from '../../../web/calls/applications/queries.ts';
import { Submit } from '../../../web/calls/applications/Submit.tsx';
import type { WholeCall } from '../../../web/calls/published/queries.ts';
import { h, render, say } from '../../harness/render.ts';
import { type Asked, answeringPart, problem } from '../../harness/replies.ts';

const call = { key: 'bando', procedure: 'ranking' } as WholeCall;
const onReply = vi.fn();
const save = (of: Partial<Autosave> = {}) =>
  ({ state: 'saved', mine: { version: 7, receipt: null }, onReply, ...of }) as Autosave;
const button = () => page.getByRole('button');
const sure = () => page.getByRole('checkbox');

test('an application can be submitted only when complete, saved and confirmed', async () => {
  const asked = await render(h(Submit, { call, save: save({ state: 'typed' }), complete: true }));
  await sure().click();
  await expect.element(button()).toHaveAttribute('aria-disabled', 'true');
  await button().click({ force: true });
  expect(asked).toEqual([]);
});

test('an incomplete application says so, and is not sent', async () => {
  const asked = await render(h(Submit, { call, save: save(), complete: false }));
  await expect.element(page.getByText(say('apply.incomplete'))).toBeVisible();
  await sure().click();
  await button().click({ force: true });
  expect(asked).toEqual([]);
});

test('a submission without a response is retried with the same key, the next one with a new key', async () => {
  const statuses = [500, 200, 200];
  const answer = {
    ...answeringPart('POST', '/calls/bando/application/submission', {}),
    reply: async (_: Asked) => {
      const status = statuses.shift() ?? 200;
      return { status, body: status === 200 ? { version: 8 } : problem(status, { detail: 'Guasto.' }) };
    },
  };
  const asked = await render(h(Submit, { call, save: save(), complete: true }), { answers: [answer] });
  await sure().click();
  await button().click();
  await expect.element(page.getByRole('alert').getByText('Guasto.')).toBeVisible();
  await button().click();
  await vi.waitFor(() => expect(onReply).toHaveBeenCalledWith({ version: 8 }));
  await button().click();
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  const [first, second, third] = asked.map(({ headers }) => headers.get('idempotency-key'));
  expect(first).toBeTruthy();
  expect(second).toBe(first);
  expect(third).not.toBe(first);
  expect(asked[0]?.body).toEqual({ version: 7 });
});
