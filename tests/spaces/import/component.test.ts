// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { spaceFields } from '../../../api/spaces/directory/fields.ts';
import { Outcome } from '../../../web/labs/import/Outcome.tsx';
import { SpacesImportPage } from '../../../web/spaces/import/SpacesImportPage.tsx';
import { h, render, say } from '../../harness/render.ts';

test('people who keep the spaces can import a census after choosing a file', async () => {
  await render(h(SpacesImportPage, {}), { at: 'spaces-import', role: 'official' });
  const preview = page.getByRole('button', { name: say('interchange.preview') });
  await expect.element(preview).toBeDisabled();
  await page.getByLabelText(say('census.imported.file')).upload(new File(['nome'], 'spazi.csv'));
  await expect.element(preview).toBeEnabled();
});

test('the result names columns in words of the page', async () => {
  const of = (row: number, rest: object) => ({
    row,
    name: `Riga ${row}`,
    key: `r-${row}`,
    fields: [],
    changes: [],
    reasons: [],
    alike: [],
    ...rest,
  });
  const rows = [
    of(2, { kind: 'refused', reasons: [{ name: 'floor_area_m2', code: 'malformed', reason: 'valore illeggibile' }] }),
    of(3, {
      kind: 'changed',
      fields: ['floors', 'owner_kind', 'machines'],
      changes: [
        { name: 'floors', before: null, after: 3 },
        { name: 'owner_kind', before: 'private', after: 'public' },
      ],
    }),
    of(4, { kind: 'refused', reasons: [{ name: 'colonna_x', code: 'malformed', reason: 'non si sa' }] }),
  ];
  await render(
    h(Outcome, {
      applied: false,
      rows: rows as never,
      fields: spaceFields,
      room: 'spaces',
      busy: false,
      onApply: () => undefined,
    }),
  );
  await expect.element(page.getByText('Superficie: valore illeggibile')).toBeVisible();
  const changed = document.querySelector('.is-edited')?.parentElement?.textContent ?? '';
  expect(changed).toMatch(/Piani.*3.*Proprietà.*privata.*pubblica/s);
  await expect.element(page.getByText('machines')).toBeVisible();
  await expect.element(page.getByText('colonna_x non si sa')).toBeVisible();
});

test('others see who may use the page', async () => {
  await render(h(SpacesImportPage, {}), { at: 'spaces-import' });
  await expect.element(page.getByRole('heading', { name: say('census.form.notYours') })).toBeVisible();
  expect(page.getByRole('button').elements()).toEqual([]);
});
