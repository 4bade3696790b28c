// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Coordinates } from '../../../web/city/territory/Coordinates.tsx';
import { Where } from '../../../web/city/territory/Where.tsx';
import { h, render, say } from '../../harness/render.ts';

const zone = (periphery: boolean) => ({ key: 'municipio-8', name: { it: 'Municipio 8' }, periphery });
const text = () => document.querySelector('main')?.textContent;

test('a place names its zone, and whether it is in the periphery', async () => {
  await render(h(Where, { zone: zone(true) }));
  await expect
    .element(page.getByRole('link', { name: 'Municipio 8' }))
    .toHaveAttribute('href', '/it/prova/periphery#municipio-8');
  expect(text()).toContain(say('territory.inPeriphery'));
});

test('a place outside the periphery is not shown as peripheral', async () => {
  await render(h(Where, { zone: zone(false) }));
  expect(text()).not.toContain(say('territory.inPeriphery'));
});

test('a place without a zone shows no location', async () => {
  await render(h(Where, { zone: null }));
  expect(text()).toBe(say('territory.zoneUnknown'));
});

test('a point has five decimals and a map link, also at the equator', async () => {
  await render(h(Coordinates, { latitude: 0, longitude: 9.19 }));
  expect(text()).toContain('0.00000, 9.19000');
  await expect.element(page.getByRole('link')).toHaveAttribute('href', expect.stringContaining('mlat=0&mlon=9.19'));
});

test('a point with only one coordinate is not shown', async () => {
  await render(h(Coordinates, { latitude: 45.4, longitude: null }));
  expect(text()).toBe(say('table.notRecorded'));
});
