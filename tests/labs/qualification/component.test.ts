// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Documents } from '../../../web/labs/qualification/Documents.tsx';
import { h, render, say } from '../../harness/render.ts';
import { answeringPart } from '../../harness/replies.ts';

const requirements = [
  { key: 'safety', name: { it: 'Sicurezza' }, document: true },
  { key: 'hours', name: { it: 'Orari' }, document: false },
];
const shown = (...items: object[]) =>
  render(h(Documents, { lab: { key: 'officina' } as never, of: { requirements } as never }), {
    role: 'official',
    answers: [answeringPart('GET', '/labs/officina/documents', { items })],
  });

test('a document is listed under its requirement', async () => {
  await shown({ documentId: 1, requirement: 'safety', name: 'dvr.pdf', address: '/api/d/1' });
  await expect.element(page.getByRole('link', { name: 'dvr.pdf' })).toHaveAttribute('href', '/api/d/1');
  await expect.element(page.getByText('Sicurezza').first()).toBeVisible();
});

test('a document can be added only for a requirement that asks for one', async () => {
  await shown();
  await expect.element(page.getByText(say('qualification.noDocuments'))).toBeVisible();
  const options = page
    .getByRole('option')
    .elements()
    .map(({ textContent }) => textContent);
  expect(options).toEqual(['—', 'Sicurezza']);
});
