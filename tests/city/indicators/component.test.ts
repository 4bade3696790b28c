// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Reading } from '../../../web/city/indicators/Reading.tsx';
import { h, render, say } from '../../harness/render.ts';

const measured = (date: string, value: number, zone: object | null = null) => ({
  key: `${date}-${value}`,
  measured: { date, precision: 'day' },
  value,
  zone,
  source: null,
  note: null,
  baseline: false,
});
const reading = (measurements: object[], more: object = {}) =>
  h(Reading, {
    indicator: {
      key: 'posti',
      name: { it: 'Posti' },
      note: null,
      unit: 'count',
      target: null,
      targetOn: null,
      measurements,
      ...more,
    } as never,
    noted: false,
  });
const figure = () => document.querySelector('.reading-figure')?.textContent;

test('shows the latest measurement of the whole programme, not of a zone', async () => {
  await render(
    reading([measured('2026-01-31', 12), measured('2026-03-31', 15), measured('2026-04-30', 3, { key: 'z' })]),
  );
  expect(figure()).toBe('15');
  await expect.element(page.getByRole('listitem').filter({ hasText: '12' }).last()).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Posti' })).toHaveAttribute('href', '/it/prova/indicators/posti');
});

test('shows a target with its day', async () => {
  await render(reading([measured('2026-01-31', 12)], { target: 20, targetOn: '2026-12-31' }));
  const date = '31\u00a0dicembre\u00a02026';
  await expect.element(page.getByText(say('indicators.targetOn', { value: '20', date }))).toBeVisible();
});

test('does not show an indicator that was never measured as a whole', async () => {
  await render(reading([measured('2026-01-31', 12, { key: 'z' })]));
  expect(document.querySelector('.reading')).toBeNull();
});
