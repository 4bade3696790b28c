// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Attached } from '../../../web/calls/attachments/Attached.tsx';
import { FileField } from '../../../web/calls/attachments/FileField.tsx';
import { h, render, say } from '../../harness/render.ts';
import { answeringPart } from '../../harness/replies.ts';

const files = [
  { sha256: 'a', name: 'relazione.pdf', bytes: 1001 },
  { sha256: 'b', name: 'tavola.pdf', bytes: 2_345_000 },
] as never;
const attached = (hash: string) => h(Attached, { hash, attachments: { files, at: '/api/files' } });
const text = () => document.querySelector('main')?.textContent;

test('an uploaded file is a link with its name and size', async () => {
  await render(attached('a'));
  await expect.element(page.getByRole('link', { name: 'relazione.pdf' })).toHaveAttribute('href', '/api/files/a');
  await expect.element(page.getByRole('link')).toHaveAttribute('download', 'relazione.pdf');
  expect(text()).toContain('(2 kB)');
});

test('the size of a large file is in megabytes', async () => {
  await render(attached('b'));
  expect(text()).toContain('(2,3 MB)');
});

test('a missing file is not a link', async () => {
  await render(attached('c'));
  await expect.element(page.getByText(say('attached.unknown'))).toBeVisible();
  expect(page.getByRole('link').elements()).toEqual([]);
});

const taking = [answeringPart('GET', '/calls/bando', { run: { fileKinds: ['pdf', 'p7m'] } })];

test('a file cannot be chosen before the application exists', async () => {
  await render(h(FileField, { call: 'bando', label: 'Relazione', onReceived: vi.fn(), disabled: true }), {
    answers: taking,
  });
  await expect.element(page.getByLabelText('Relazione')).toBeDisabled();
  await expect.element(page.getByText(say('attached.notYet'))).toBeVisible();
});

test('the kinds of file that the call takes are told before one is chosen', async () => {
  await render(h(FileField, { call: 'bando', label: 'Relazione', onReceived: vi.fn() }), { answers: taking });
  await expect.element(page.getByText('Si accettano: PDF e documento firmato (.p7m).')).toBeVisible();
  await expect.element(page.getByLabelText('Relazione')).toHaveAttribute('accept', '.pdf,.p7m,.p7s');
});
