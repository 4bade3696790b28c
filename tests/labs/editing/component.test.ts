// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { PlainForm } from '../../../web/labs/editing/PlainForm.tsx';
import { h, render, say } from '../../harness/render.ts';
import { answeringPart } from '../../harness/replies.ts';

test('contacts are prefilled and sent trimmed: blank as null, links one by one', async () => {
  const lab = {
    key: 'officina',
    name: { it: 'Officina' },
    version: 3,
    url: 'https://a.example',
    email: null,
    phone: '02 1',
    links: ['https://b.example'],
  };
  const onDone = vi.fn();
  const answers = [answeringPart('PATCH', '/labs/officina', { key: 'officina', version: 4 })];
  const form = h(PlainForm, { section: 'contacts', lab: lab as never, onDone, onCancel: () => undefined });
  const asked = await render(form, { answers, role: 'official' });
  await expect.element(page.getByLabelText(/^Sito/)).toHaveValue('https://a.example');
  await page.getByLabelText(/^Telefono/).fill('  ');
  await page.getByRole('textbox').last().fill('https://b.example\n https://c.example ');
  await page.getByRole('button', { name: say('fields.save') }).click();
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  const sent = asked.find(({ method }) => method === 'PATCH');
  expect(sent?.headers.get('if-match')).toBe('"3"');
  expect(sent?.body).toMatchObject({
    url: 'https://a.example',
    email: null,
    phone: null,
    links: ['https://b.example', 'https://c.example'],
  });
});
