// SPDX-License-Identifier: AGPL-3.0-or-later
import { createElement, useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Problem } from '../../web/http.ts';
import type { Pages } from '../../web/reading.ts';
import { Filters } from '../../web/ui/Filters.tsx';
import { Listing } from '../../web/ui/Listing.tsx';
import { focused, h, render, say } from '../harness/render.ts';
import { problem } from '../harness/replies.ts';

const asked = () => Object.fromEntries(new URLSearchParams(window.location.search));
const kinds = [
  { value: 'fablab', label: 'Fablab' },
  { value: 'makerspace', label: 'Makerspace' },
];
const choices = [
  { name: 'q', label: 'Cerca' },
  { name: 'kind', label: 'Tipo', options: kinds },
];
const more = [{ name: 'since', label: 'Dal', type: 'date' as const }];
const clear = () => page.getByRole('button', { name: say('filters.clear') });
const details = () => document.querySelector('details');

describe('the filters', () => {
  test('show what the address asks for', async () => {
    await render(h(Filters, { choices, found: '3 voci' }), { at: 'labs?q=legno&kind=fablab' });
    await expect.element(page.getByLabelText('Cerca')).toHaveValue('legno');
    await expect.element(page.getByRole('combobox', { name: 'Tipo' })).toHaveValue('fablab');
    await expect.element(page.getByRole('status')).toHaveTextContent('3 voci');
  });

  test('change the address and leave the rest of it alone', async () => {
    await render(h(Filters, { choices }), { at: 'labs?asOf=2026-02-01' });
    await page.getByRole('combobox', { name: 'Tipo' }).selectOptions('makerspace');
    expect(asked()).toEqual({ asOf: '2026-02-01', kind: 'makerspace' });
    await page.getByRole('combobox', { name: 'Tipo' }).selectOptions('');
    expect(asked()).toEqual({ asOf: '2026-02-01' });
  });

  test('search once typing stops, without blanks around', async () => {
    const length = window.history.length;
    await render(h(Filters, { choices }), { at: 'labs' });
    await page.getByLabelText('Cerca').fill(' legno ');
    expect(asked()).toEqual({});
    await expect.poll(asked).toEqual({ q: 'legno' });
    expect(window.history.length).toBe(length);
  });

  test('are taken away all at once, with a button that is there only where something is asked', async () => {
    await render(h(Filters, { choices, more }), { at: 'labs?q=a&kind=fablab&since=2026-01-01&asOf=2026-02-01' });
    await clear().click();
    expect(asked()).toEqual({ asOf: '2026-02-01' });
    await expect.element(clear()).not.toBeInTheDocument();
    await expect.element(page.getByLabelText('Cerca')).toHaveValue('');
  });

  test('keep what few ask for closed unless the address asks for it', async () => {
    await render(h(Filters, { choices, more }), { at: 'labs?q=a' });
    expect(details()?.open).toBe(false);
    await page.getByText(say('filters.more')).click();
    await expect.element(page.getByLabelText('Dal')).toHaveAttribute('max', '9999-12-31');
  });

  test('open what few ask for where the address asks for it', async () => {
    await render(h(Filters, { choices, more }), { at: 'labs?since=2026-01-01' });
    expect(details()?.open).toBe(true);
    await expect.element(page.getByLabelText('Dal')).toHaveValue('2026-01-01');
  });

  test('are set and taken away by keyboard alone', async () => {
    await render(h(Filters, { choices }), { at: 'labs' });
    await userEvent.tab();
    await userEvent.keyboard('legno');
    await userEvent.tab();
    await userEvent.keyboard('f');
    await expect.poll(asked).toEqual({ q: 'legno', kind: 'fablab' });
    await userEvent.tab();
    expect(focused()).toBe(say('filters.clear'));
    await userEvent.keyboard('{Enter}');
    expect(asked()).toEqual({});
  });
});

const pagesOf = (of: Partial<Pages<string>>): Pages<string> => ({
  items: undefined,
  total: 0,
  totalIsExact: true,
  error: null,
  refetch: () => undefined,
  isPlaceholderData: false,
  more: undefined,
  ...of,
});
const listing = (of: Partial<Pages<string>>) =>
  h(Listing<string>, {
    pages: pagesOf(of),
    nothing: 'Nessun laboratorio.',
    children: (items) => createElement('p', {}, items.join(' ')),
  });

describe('a list', () => {
  test('keeps its place while it is on its way', async () => {
    await render(listing({}));
    await expect.element(page.getByRole('status').getByText(say('states.loading'))).toBeInTheDocument();
  });

  test('says that it did not arrive, and is asked for again', async () => {
    const refetch = vi.fn();
    await render(listing({ error: new Problem(problem(503)), refetch }));
    await page.getByRole('button', { name: say('states.retry') }).click();
    expect(refetch).toHaveBeenCalledOnce();
  });

  test('keeps showing what it has where a later answer fails', async () => {
    await render(listing({ items: ['uno'], total: 1, error: new Problem(problem(503)) }));
    await expect.element(page.getByText('uno')).toBeVisible();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  test('says in the words of its room that nothing fits', async () => {
    await render(listing({ items: [], total: 0 }));
    await expect.element(page.getByText('Nessun laboratorio.')).toBeVisible();
  });

  test('counts nothing where it came whole', async () => {
    await render(listing({ items: ['uno', 'due'], total: 2 }));
    await expect.element(page.getByText('uno due')).toBeVisible();
    expect(page.getByRole('status').elements()).toEqual([]);
    expect(page.getByRole('button').elements()).toEqual([]);
  });

  test('is marked as busy while what it shows is the last answer', async () => {
    await render(listing({ items: ['uno'], total: 1, isPlaceholderData: true }));
    expect(document.querySelector('.listing')?.getAttribute('aria-busy')).toBe('true');
  });

  function Growing() {
    const [shown, setShown] = useState(2);
    const all = ['uno', 'due', 'tre', 'quattro', 'cinque'];
    const next = { more: async () => setShown((count) => Math.min(count + 2, all.length)) };
    return listing({ items: all.slice(0, shown), total: all.length, ...(shown < all.length ? next : {}) });
  }

  test('grows by keyboard, and at its end the focus goes to the count', async () => {
    await render(h(Growing, {}));
    await expect.element(page.getByText(say('listing.shown', { shown: 2, total: 5 }))).toBeVisible();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('uno due tre quattro', { exact: true })).toBeVisible();
    expect(focused()).toBe(say('listing.more'));
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(say('listing.all', { count: 5 }))).toHaveFocus();
    await expect.element(page.getByRole('button')).not.toBeInTheDocument();
  });
});
