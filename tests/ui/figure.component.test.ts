// SPDX-License-Identifier: AGPL-3.0-or-later
import { createElement } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Figure } from '../../web/ui/Figure.tsx';
import { focused, h, programme, render, say } from '../harness/render.ts';

interface Row {
  name: string;
  count: number;
}

const title = 'Due laboratori su tre aprono la sera';
const table = {
  columns: [
    { key: 'name', header: 'Nome', value: ({ name }: Row) => name, rowHeader: true },
    { key: 'count', header: 'Voci', value: ({ count }: Row) => count, numeric: true },
  ],
  rows: [
    { name: 'Aperti', count: 2 },
    { name: 'Chiusi', count: 1 },
  ],
  rowKey: ({ name }: Row) => name,
};
const chart = createElement('svg', { role: 'img', 'aria-label': 'grafico' });
const figure = (more: object = {}) =>
  h(Figure<Row>, {
    id: 'evening',
    title,
    table,
    children: chart,
    source: { key: 'registro', name: { it: 'Registro dei laboratori' } },
    datedOn: '2026-03-31',
    owner: { it: 'Ufficio laboratori' },
    ...more,
  });
const act = (key: 'tableOf' | 'chartOf' | 'csvOf' | 'svgOf') =>
  page.getByRole('button', { name: say(`figure.${key}`, { title }) });
const link = () => page.getByRole('link', { name: say('figure.linkOf', { title }) });

/** Intercepts downloads. */
function saved() {
  const files: { name: string; blob: Blob }[] = [];
  const blobs: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return `#blob-${blobs.length}`;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    files.push({ name: this.download, blob: blobs.at(-1) as Blob });
  });
  return files;
}

describe('a figure', () => {
  test('is named by its finding, and says its source, its day and who answers', async () => {
    await render(figure(), { at: '?asOf=2026-04-01' });
    const frame = page.getByRole('region', { name: title });
    await expect.element(frame.getByRole('heading', { level: 2, name: title })).toBeVisible();
    await expect.element(frame.getByText('31 marzo 2026', { exact: false })).toBeVisible();
    await expect.element(frame.getByText('Ufficio laboratori', { exact: false })).toBeVisible();
    await expect
      .element(frame.getByRole('link', { name: 'Registro dei laboratori' }))
      .toHaveAttribute('href', '/it/prova/sources/registro?asOf=2026-04-01');
  });

  test('leaves out what is not known of it', async () => {
    await render(figure({ source: null, datedOn: null, owner: undefined, level: 3 }));
    await expect.element(page.getByRole('heading', { level: 3, name: title })).toBeVisible();
    expect(document.querySelector('.figure-notes')?.textContent).toBe('');
  });

  test('becomes a table of the same data and a chart again', async () => {
    await render(figure());
    await expect.element(page.getByRole('table')).not.toBeInTheDocument();
    await act('tableOf').click();
    await expect.element(page.getByRole('row', { name: 'Aperti 2' })).toBeVisible();
    await expect.element(page.getByRole('img', { name: 'grafico' })).not.toBeInTheDocument();
    await act('chartOf').click();
    await expect.element(page.getByRole('img', { name: 'grafico' })).toBeVisible();
  });

  test('gives its data as CSV under its own name', async () => {
    const files = saved();
    await render(figure());
    await act('csvOf').click();
    expect(files.map(({ name }) => name)).toEqual(['evening.csv']);
    expect(files[0]?.blob.type).toBe('text/csv;charset=utf-8');
    expect(await files[0]?.blob.text()).toBe('Nome,Voci\r\nAperti,2\r\nChiusi,1\r\n');
  });

  test('gives a drawing of itself without its buttons', async () => {
    const files = saved();
    await render(figure());
    await act('svgOf').click();
    await vi.waitFor(() => expect(files.map(({ name }) => name)).toEqual(['evening.svg']));
    const drawn = new DOMParser().parseFromString((await files[0]?.blob.text()) ?? '', 'image/svg+xml');
    expect(drawn.querySelector('parsererror')).toBeNull();
    expect(drawn.querySelector('title')?.textContent).toBe(title);
    expect(drawn.documentElement.textContent).toContain('Registro dei laboratori');
    expect(drawn.documentElement.textContent).not.toContain(say('figure.csv'));
  });

  test('has a link to itself as it stands now', async () => {
    await render(figure(), { at: 'labs?kind=fablab' });
    await expect.element(link()).toHaveAttribute('href', `/it/prova/labs?kind=fablab&asOf=${programme.day}#evening`);
  });

  test('keeps the day that the page already shows in its link', async () => {
    await render(figure(), { at: 'labs?asOf=2026-02-01' });
    await expect.element(link()).toHaveAttribute('href', '/it/prova/labs?asOf=2026-02-01#evening');
  });

  test('copies its link and says so', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await render(figure(), { at: 'labs' });
    await link().click();
    expect(write).toHaveBeenCalledWith(`${window.location.origin}/it/prova/labs?asOf=${programme.day}#evening`);
    await expect.element(page.getByRole('status').getByText(say('figure.linkCopied'))).toBeInTheDocument();
  });

  test('does not say that the link is copied where the browser refuses', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
    await render(figure(), { at: 'labs' });
    await link().click();
    await vi.waitFor(() => expect(write).toHaveBeenCalled());
    await expect.element(link()).toBeVisible();
    expect(page.getByText(say('figure.linkCopied')).elements()).toEqual([]);
  });

  test('is printed as its table where its chart is not drawn yet, and as its chart where it is', async () => {
    await render(figure({ children: createElement('div', { 'data-waiting': '' }, 'attesa') }));
    window.dispatchEvent(new Event('beforeprint'));
    await expect.element(page.getByRole('table')).toBeVisible();
  });

  test('is printed as its chart where that is drawn', async () => {
    await render(figure());
    window.dispatchEvent(new Event('beforeprint'));
    await expect.element(page.getByRole('img', { name: 'grafico' })).toBeVisible();
    expect(page.getByRole('table').elements()).toEqual([]);
  });

  test('is turned into its table by keyboard, which stays on the button', async () => {
    await render(figure({ source: null }));
    await userEvent.tab();
    expect(focused()).toBe(say('figure.tableOf', { title }));
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('table')).toBeVisible();
    await expect.element(act('chartOf')).toHaveFocus();
    await userEvent.tab();
    await expect.element(link()).toHaveFocus();
  });
});
