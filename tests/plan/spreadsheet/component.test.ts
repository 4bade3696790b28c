// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { SheetPage } from '../../../web/plan/spreadsheet/SheetPage.tsx';
import { h, render, say } from '../../harness/render.ts';
import { answeringPart } from '../../harness/replies.ts';

const row = {
  row: 2,
  key: 'm',
  name: 'Apertura',
  kind: 'changed',
  fields: [{ name: 'peso', before: '1', after: null }],
  reasons: [],
};
const file = () => new File(['x'], 'piano.xlsx');
const sheet = async (...rows: object[]) => {
  const answer = answeringPart('POST', '/cycles/primo/plan-sheet', ({ query }: { query: URLSearchParams }) => ({
    rows,
    applied: query.get('apply') === 'true',
  }));
  const asked = await render(h(SheetPage, {}), { at: 'plan/sheet', answers: [answer], role: 'official' });
  await page.getByLabelText(say('sheet.choose')).last().upload(file());
  await page.getByRole('button', { name: say('sheet.preview') }).click();
  return asked;
};
const apply = () => page.getByRole('button', { name: say('sheet.apply') });

test('a file is previewed, and the same file is sent again to record it', async () => {
  const asked = await sheet(row);
  await expect.element(page.getByRole('row', { name: /Apertura/ })).toBeVisible();
  expect(asked.map(({ query }) => query.get('apply')).filter(Boolean)).toEqual(['false']);
  await apply().click();
  await expect.element(page.getByText(say('sheet.applied', { count: 1 }))).toBeVisible();
  expect(asked.map(({ query }) => query.get('apply')).filter(Boolean)).toEqual(['false', 'true']);
});

test('a file with a refused row cannot be recorded', async () => {
  await sheet(row, { ...row, row: 3, kind: 'refused', reasons: [{ name: 'peso', reason: 'Non è un numero.' }] });
  await expect.element(page.getByText(say('sheet.blocked'))).toBeVisible();
  await expect.element(page.getByText('Non è un numero.', { exact: false })).toBeVisible();
  await expect.element(apply()).not.toBeInTheDocument();
});

test('a file that changes nothing says so', async () => {
  await sheet({ ...row, kind: 'same', fields: [] });
  await expect.element(page.getByText(say('sheet.nothing'))).toBeVisible();
});
