// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { GrantAdmitted } from '../../../web/money/granting/GrantAdmitted.tsx';
import { h, render, say } from '../../harness/render.ts';
import { answeringPart } from '../../harness/replies.ts';

const order = [{ state: 'admitted' }, { state: 'admitted' }, { state: 'waiting' }];
const shown = (...awardList: object[]) =>
  render(h(GrantAdmitted, { call: { key: 'voucher', awardList } as never }), {
    role: 'official',
    answers: [
      answeringPart('GET', '/calls/voucher/first-come-fund', { order }),
      answeringPart('POST', '/calls/voucher/grants', { granted: 1 }),
    ],
  });

test('grants by one act what is admitted and not granted yet', async () => {
  const asked = await shown({ stage: 'signed', paidEur: 0 }, { stage: 'revoked', paidEur: 0 });
  await expect.element(page.getByText(say('grants.left', { count: 1 }))).toBeVisible();
  await page.getByRole('textbox').fill('DD 40');
  await page.getByRole('button', { name: say('grants.send') }).click();
  await expect.element(page.getByText(say('grants.done', { count: 1 }))).toBeVisible();
  await vi.waitFor(() => expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ act: 'DD 40' }));
});

test('an award revoked after a payment keeps its place: nothing is left to grant', async () => {
  await shown({ stage: 'signed', paidEur: 0 }, { stage: 'revoked', paidEur: 10 });
  await expect.element(page.getByText(say('grants.none'))).toBeVisible();
  expect(page.getByRole('textbox').elements()).toEqual([]);
});
