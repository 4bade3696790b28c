// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { SpacesImportPage } from '../../../web/spaces/import/SpacesImportPage.tsx';
import { h, render, say } from '../../harness/render.ts';

test('people who keep the spaces can import a census after choosing a file', async () => {
  await render(h(SpacesImportPage, {}), { at: 'spaces-import', role: 'official' });
  const preview = page.getByRole('button', { name: say('interchange.preview') });
  await expect.element(preview).toBeDisabled();
  await page.getByLabelText(say('census.imported.file')).upload(new File(['nome'], 'spazi.csv'));
  await expect.element(preview).toBeEnabled();
});

test('others see who may use the page', async () => {
  await render(h(SpacesImportPage, {}), { at: 'spaces-import' });
  await expect.element(page.getByRole('heading', { name: say('census.form.notYours') })).toBeVisible();
  expect(page.getByRole('button').elements()).toEqual([]);
});
