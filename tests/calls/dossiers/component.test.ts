// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Dossier } from '../../../web/calls/dossiers/Dossier.tsx';
import { h, render, say } from '../../harness/render.ts';

const entry = {
  recordId: 1,
  kind: 'request',
  about: null,
  accepted: null,
  madeAt: '2026-04-01T10:00:00Z',
  until: '2026-04-10T10:00:00Z',
  open: true,
  words: 'Manca la visura.',
  files: ['a'],
};
const answer = { ...entry, recordId: 2, kind: 'answer', until: null, open: false, words: 'Eccola.', files: [] };
const attachments = { files: [{ sha256: 'a', name: 'visura.pdf', bytes: 10 }] as never, at: '/api/files' };
const dossier = (entries: object[]) =>
  h(Dossier, {
    entries: entries as never,
    run: { bonuses: [] } as never,
    attachments,
    actOf: ({ recordId }) => `da fare ${recordId}`,
  });

test('a dossier is chronological, and offers actions only for open entries', async () => {
  await render(dossier([entry, answer]));
  const items = page.getByRole('listitem').elements();
  expect(items).toHaveLength(2);
  expect(items[0]?.textContent).toContain('Manca la visura.');
  expect(items[0]?.textContent).toContain('da fare 1');
  expect(items[1]?.textContent).toContain('Eccola.');
  expect(items[1]?.textContent).not.toContain('da fare');
  await expect.element(page.getByRole('link', { name: 'visura.pdf' })).toHaveAttribute('href', '/api/files/a');
});

test('a fulfilled request is no longer marked as due', async () => {
  await render(dossier([{ ...entry, open: false }]));
  expect(document.querySelector('.is-at-risk')).toBeNull();
  expect(document.querySelector('main')?.textContent).not.toContain('da fare');
});

test('a decision states its outcome', async () => {
  await render(dossier([{ ...entry, kind: 'decision', accepted: false, open: false }]));
  await expect.element(page.getByText(say('dossier.rejected'))).toBeVisible();
});
