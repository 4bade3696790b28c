// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Photos } from '../../../web/labs/photos/Photos.tsx';
import { h, render, say } from '../../harness/render.ts';
import { answeringPart } from '../../harness/replies.ts';

const photo = {
  key: 'p1',
  alt: { it: 'La sala' },
  credit: 'Foto: Rossi',
  address: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=',
};
const photos = (keeps: boolean, ...all: object[]) =>
  h(Photos, { lab: { key: 'officina', name: { it: 'Officina' }, photos: all } as never, keeps });

test('a photo has a caption and credit, and no buttons for the public', async () => {
  await render(photos(false, photo));
  await expect.element(page.getByRole('img', { name: 'La sala' })).toBeInTheDocument();
  await expect.element(page.getByText('Foto: Rossi')).toBeVisible();
  expect(page.getByRole('button').elements()).toEqual([]);
});

test('without photos the public sees nothing', async () => {
  await render(photos(false));
  expect(page.getByRole('region').elements()).toEqual([]);
});

test('removing a photo needs a confirmation', async () => {
  const answers = [answeringPart('DELETE', '/labs/officina/photos/p1', {})];
  const asked = await render(photos(true, photo), { answers, role: 'official' });
  await page.getByRole('button', { name: `${say('entry.remove')}: La sala` }).click();
  await page.getByRole('button', { name: say('photos.removeYes') }).click();
  await vi.waitFor(() => expect(asked.filter(({ method }) => method === 'DELETE')).toHaveLength(1));
});
