// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AsOf } from '../../web/ui/AsOf.tsx';
import { useAddress } from '../../web/ui/address.ts';
import { PastBand } from '../../web/ui/PastBand.tsx';
import { h, render, say } from '../harness/render.ts';

const cycle = { from: '2026-01-01', to: '2026-06-30', judgedOn: '2026-04-15', latest: '2026-04-15' };
const asked = () => new URLSearchParams(window.location.search).get('asOf');
const slider = () => page.getByRole('slider', { name: say('asOf.slide') });
const field = () => page.getByLabelText(say('asOf.label'));

/** Like a page: the day shown follows the address. */
function Following() {
  const { asOf } = useAddress();
  return h(AsOf, { ...cycle, judgedOn: asOf ?? cycle.latest });
}

describe('the choice of a day', () => {
  test('shows the day that is judged, between the start of the cycle and today', async () => {
    await render(h(AsOf, cycle));
    await expect.element(field()).toHaveValue('2026-04-15');
    await expect.element(field()).toHaveAttribute('max', '2026-04-15');
    await expect.element(slider()).toHaveAttribute('aria-valuetext', '15\u00a0aprile\u00a02026');
    await expect.element(slider()).toHaveAttribute('max', '104');
    await expect.element(slider()).toHaveValue('104');
  });

  test('ends with the cycle where that is over', async () => {
    await render(h(AsOf, { ...cycle, latest: '2026-09-01', judgedOn: '2026-09-01' }));
    await expect.element(slider()).toHaveAttribute('max', '180');
    await expect.element(slider()).toHaveValue('180');
  });

  test('puts a typed day into the address, and today out of it', async () => {
    await render(h(AsOf, { ...cycle, judgedOn: '2026-02-10' }), { at: 'plan?asOf=2026-02-10&area=spazi' });
    await field().fill('2026-03-01');
    expect(asked()).toBe('2026-03-01');
    await field().fill('2026-04-15');
    expect(asked()).toBeNull();
    expect(new URLSearchParams(window.location.search).get('area')).toBe('spazi');
  });

  test('follows the slider in words at once and in the address when it rests, by keyboard alone', async () => {
    await render(h(Following, {}));
    slider().element().focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(slider()).toHaveAttribute('aria-valuetext', '14\u00a0aprile\u00a02026');
    await expect.poll(asked).toBe('2026-04-14');
    await userEvent.keyboard('{Home}');
    await expect.poll(asked).toBe('2026-01-01');
    await userEvent.keyboard('{End}');
    await expect.poll(asked).toBeNull();
  });
});

describe('the band of the past', () => {
  test('is not there today, nor for what is no day', async () => {
    await render(h(PastBand, {}), { at: 'plan?asOf=yesterday' });
    expect(document.querySelector('.band-past')).toBeNull();
  });

  test('says the day, and leads back to today without leaving the page', async () => {
    await render(h(PastBand, {}), { at: 'plan?asOf=2026-02-10&area=spazi' });
    expect(page.getByRole('status').element().textContent).toMatch(/10\s*febbraio\s*2026/);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => window.location.pathname + window.location.search).toBe('/it/prova/plan?area=spazi');
    await expect.element(page.getByRole('status')).not.toBeInTheDocument();
  });
});
