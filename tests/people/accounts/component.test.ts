// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Sessions } from '../../../web/people/accounts/Sessions.tsx';
import { h, render, say } from '../../harness/render.ts';

const session = {
  sessionId: 1,
  current: true,
  means: 'link',
  startedAt: '2026-04-01T10:00:00Z',
  seenAt: '2026-04-02T10:00:00Z',
};
const agents = [
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
];

test('sessions name the browser; only others can be ended from here', async () => {
  const items = agents.map((device, at) => ({ ...session, sessionId: at + 1, current: at === 0, device }));
  const list = {
    method: 'GET',
    path: /^\/api\/v1\/access\/sessions$/,
    reply: () => ({ status: 200, body: { items, passkeys: [], identities: [] } }),
  };
  const end = { method: 'DELETE', path: /\/sessions\/2$/, reply: () => ({ status: 200, body: { done: true } }) };
  const asked = await render(h(Sessions, {}), { answers: [list, end], role: 'official' });
  await expect.element(page.getByRole('rowheader', { name: 'Firefox, Linux' })).toBeVisible();
  await expect.element(page.getByRole('row', { name: /Firefox/ }).getByText(say('access.account.here'))).toBeVisible();
  await page.getByRole('button', { name: say('access.account.signOutThere') }).click();
  await vi.waitFor(() => expect(asked.some(({ method }) => method === 'DELETE')).toBe(true));
});
