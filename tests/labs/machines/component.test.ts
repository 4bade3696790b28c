// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Machines } from '../../../web/labs/machines/Machines.tsx';
import { h, render, say } from '../../harness/render.ts';

const machine = {
  key: 'laser',
  brand: 'Trotec',
  model: null,
  process: 'laser-cutting',
  materials: [],
  quantity: 2,
  widthMm: 1245,
  depthMm: null,
  heightMm: 200,
  condition: 'out-of-order',
  bookingUrl: null,
  note: null,
};
const machines = (machineList: object[], keeps = false) =>
  h(Machines, { lab: { key: 'officina', machineList } as never, keeps });

test('a machine shows name, quantity, known dimensions and that it is out of order', async () => {
  await render(machines([machine]));
  const told = page.getByRole('listitem').element().textContent ?? '';
  expect(told).toContain('Trotec');
  expect(told).toContain(say('machines.times', { count: 2 }));
  expect(told).toContain('1.245 × 200 mm');
  expect(told).toContain(say('machines.conditions.out-of-order'));
  expect(page.getByRole('button').elements()).toEqual([]);
});

test('removing a machine needs a confirmation', async () => {
  const asked = await render(machines([machine], true), { role: 'official' });
  await page.getByRole('button', { name: `${say('entry.remove')}: Trotec` }).click();
  await expect.element(page.getByText(say('machines.removeAsk', { name: 'Trotec' }))).toBeVisible();
  expect(asked.filter(({ method }) => method === 'DELETE')).toEqual([]);
});

test('a lab without machines shows an empty state', async () => {
  await render(machines([]));
  await expect.element(page.getByText(say('machines.none'))).toBeVisible();
});
