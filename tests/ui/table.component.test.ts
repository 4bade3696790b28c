// SPDX-License-Identifier: AGPL-3.0-or-later

import { createElement } from 'react';
import { describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { csvOf } from '../../web/ui/csv.ts';
import { type Column, DataTable, type TableOf } from '../../web/ui/DataTable.tsx';
import { Scroller } from '../../web/ui/Scroller.tsx';
import { h, render, say } from '../harness/render.ts';

interface Row {
  name: string;
  count: number | null;
}

const columns: readonly Column<Row>[] = [
  { key: 'name', header: 'Nome', value: ({ name }) => name, sortable: true, rowHeader: true },
  { key: 'count', header: 'Voci', value: ({ count }) => count, sortable: true, numeric: true },
  { key: 'fixed', header: 'Fisso', value: () => 'x' },
];
const rows: Row[] = [
  { name: 'Èlite', count: 9 },
  { name: 'zeta', count: null },
  { name: 'alfa', count: 1234 },
  { name: 'beta', count: 10 },
];
const table: TableOf<Row> = { columns, rows, rowKey: ({ name }) => name };
const shown = () =>
  page
    .getByRole('rowheader')
    .elements()
    .map(({ textContent }) => textContent);
const header = (name: string) => page.getByRole('columnheader', { name: new RegExp(`^${name}`) });
const sortBy = (name: string) => header(name).getByRole('button').click();

describe('a table', () => {
  test('keeps the order it was given until it is sorted', async () => {
    await render(h(DataTable<Row>, { caption: 'Prova', table }));
    await expect.element(page.getByRole('table', { name: 'Prova' })).toBeVisible();
    expect(shown()).toEqual(['Èlite', 'zeta', 'alfa', 'beta']);
    await expect.element(header('Nome')).not.toHaveAttribute('aria-sort');
    expect(header('Fisso').getByRole('button').elements()).toEqual([]);
  });

  test('sorts words from A and figures from the largest; once more turns the order', async () => {
    await render(h(DataTable<Row>, { caption: 'Prova', table }));
    await sortBy('Nome');
    expect(shown()).toEqual(['alfa', 'beta', 'Èlite', 'zeta']);
    await expect.element(header('Nome')).toHaveAttribute('aria-sort', 'ascending');
    await sortBy('Nome');
    expect(shown()).toEqual(['zeta', 'Èlite', 'beta', 'alfa']);
    await expect.element(header('Nome')).toHaveAttribute('aria-sort', 'descending');
    await sortBy('Voci');
    expect(shown()).toEqual(['alfa', 'beta', 'Èlite', 'zeta']);
    await expect.element(header('Voci')).toHaveAttribute('aria-sort', 'descending');
    await expect.element(header('Nome')).not.toHaveAttribute('aria-sort');
  });

  test('sorts figures as figures, with what is not recorded last either way', async () => {
    await render(h(DataTable<Row>, { caption: 'Prova', table }));
    await sortBy('Voci');
    expect(shown()).toEqual(['alfa', 'beta', 'Èlite', 'zeta']);
    await sortBy('Voci');
    expect(shown()).toEqual(['Èlite', 'beta', 'alfa', 'zeta']);
  });

  test('opens in an order that is asked for', async () => {
    await render(h(DataTable<Row>, { caption: 'Prova', table, order: { key: 'name', descending: true } }));
    await expect.element(page.getByRole('table')).toBeVisible();
    expect(shown()).toEqual(['zeta', 'Èlite', 'beta', 'alfa']);
  });

  test('writes figures as the language does, and says what is not recorded', async () => {
    await render(h(DataTable<Row>, { caption: 'Prova', table }), { language: 'en' });
    await expect.element(page.getByRole('cell', { name: '1,234' })).toHaveClass('numeric');
    await expect
      .element(page.getByRole('row', { name: /^zeta/ }).getByText(say('table.notRecorded')))
      .toBeInTheDocument();
  });

  test('is sorted by keyboard, which stays on the column', async () => {
    await render(h(DataTable<Row>, { caption: 'Prova', table }));
    header('Nome').getByRole('button').element().focus();
    await userEvent.keyboard('{Enter}');
    expect(shown()[0]).toBe('alfa');
    await userEvent.keyboard(' ');
    expect(shown()[0]).toBe('zeta');
    await expect.element(header('Nome').getByRole('button')).toHaveFocus();
  });
});

describe('csvOf', () => {
  const of = (value: string | number | null) =>
    csvOf({ columns: [{ key: 'a', header: 'A', value: () => value }], rows: [0], rowKey: () => 'a' });

  test('holds the bare values of the rows in their order, with CRLF and the mark of UTF-8', () => {
    expect(csvOf(table)).toBe('\ufeffNome,Voci,Fisso\r\nÈlite,9,x\r\nzeta,,x\r\nalfa,1234,x\r\nbeta,10,x\r\n');
  });

  test.each([
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\nb', '"a\nb"'],
    ['a\rb', '"a\rb"'],
    ['=1+1', "'=1+1"],
    ['+39 02', "'+39 02"],
    ['-x', "'-x"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    [-5, '-5'],
    [0, '0'],
    [null, ''],
  ])('writes %j as %j', (value, written) => {
    expect(of(value)).toBe(`\ufeffA\r\n${written}\r\n`);
  });
});

describe('what may be wider than the page', () => {
  const wide = (width: number) =>
    h(Scroller, { caption: 'Prova', children: createElement('p', { style: { width } }, 'x') });
  const region = () => page.getByRole('region', { name: say('table.scroll', { caption: 'Prova' }) });

  test('takes the focus where it scrolls, and scrolls by keyboard', async () => {
    await render(wide(5000));
    await expect.element(region()).toHaveAttribute('tabindex', '0');
    await userEvent.tab();
    await expect.element(region()).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => region().element().scrollLeft).toBeGreaterThan(0);
  });

  test('is no stop of the Tab key where nothing scrolls', async () => {
    await render(wide(50));
    await expect.element(page.getByText('x')).toBeVisible();
    await userEvent.tab();
    expect(document.activeElement?.closest('.scroller') ?? null).toBeNull();
  });

  test('becomes a stop once the window is too narrow for it', async () => {
    await render(wide(800));
    await expect.element(page.getByText('x')).toBeVisible();
    expect(page.getByRole('region').elements()).toEqual([]);
    onTestFinished(() => page.viewport(1280, 900));
    await page.viewport(390, 844);
    await expect.element(region()).toHaveAttribute('tabindex', '0');
  });
});
