// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { change } from '../../../db/change.ts';
import { projectFolder } from '../../../db/config.ts';
import { today } from '../../harness/office.ts';
import { withBrowser } from '../../harness/opened.ts';
import { settled, type Visit, visit } from '../../harness/walk.ts';

const budgetBytes = 150_000;
const { office, browser } = withBrowser();
let seen: Visit;
beforeEach(async () => {
  seen = await visit(browser, office.address, 1440);
  return () => seen.context.close();
});

/** Text without typographic spaces and joiners. */
const plain = async (selector: string) =>
  ((await seen.page.textContent(selector)) ?? '').replace(/\u2060/g, '').replace(/\s+/g, ' ');

const firstMilestone = async () => {
  const { items } = (await (
    await fetch(`${office.address}/api/v1/programmes/citta-campione/milestones?status=on-track`)
  ).json()) as { items: { key: string; name: { it: string } }[] };
  return items[0] ?? { key: '', name: { it: '' } };
};

describe('the overview', () => {
  test('states the progress of the programme in one sentence', async () => {
    await seen.go('/it/manifattura-milano');
    expect(await plain('main h1')).toMatch(/2 traguardi su 6/);
    await seen.go('/en/manifattura-milano');
    expect(await plain('main h1')).toMatch(/2 milestones of 6/);
  });

  test('shows a remote change without reload, keeping focus and scroll position', async () => {
    const { page, go } = seen;
    const milestone = await firstMilestone();
    await go('/it/citta-campione');
    await page.evaluate(() => window.scrollTo(0, 700));
    await page.getByRole('link', { name: 'Tutto il piano' }).focus();
    // Compare positions in the viewport: content above may resize, the visible content must not move.
    const place = () =>
      page.evaluate(() => ({
        top: document.activeElement?.getBoundingClientRect().top ?? 0,
        focused: document.activeElement?.textContent,
      }));
    const before = await place();
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await change(office.connection.db, { actor: 'test', reason: 'reached' }, (writer) =>
      writer
        .updateTable('milestone')
        .set({ name: { it: 'Scritto in questo momento' } })
        .where('key', '=', milestone.key)
        .execute(),
    );
    await page.getByText('Scritto in questo momento').first().waitFor();
    const after = await place();
    expect(after.focused).toBe(before.focused);
    expect(Math.abs(after.top - before.top)).toBeLessThan(2);
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    expect(seen.complaints).toEqual([]);
  });

  test('marks a past day, keeps it during navigation, and links back to today', async () => {
    const { page, go } = seen;
    await go('/it/manifattura-milano?asOf=2017-06-01');
    await page.getByRole('navigation').getByRole('link', { name: 'Piano' }).click();
    await page.waitForURL('**/plan?asOf=2017-06-01');
    await settled(page);
    expect(await plain('body')).toMatch(/1°? giugno 2017/);
    await page.getByRole('button', { name: /oggi/i }).click();
    await page.waitForURL((url) => !url.search.includes('asOf'));
  });

  test('shows an error if the API fails, and recovers on retry', async () => {
    const { page, context } = seen;
    await context.route('**/api/v1/programmes/citta-campione**', (route) => route.abort());
    await page.goto(`${office.address}/it/citta-campione`);
    const retry = page.getByRole('button', { name: /riprova/i });
    await retry.waitFor({ timeout: 20_000 });
    await context.unroute('**/api/v1/programmes/citta-campione**');
    await retry.click();
    await settled(page);
  });

  test('reserves space while data loads slowly', async () => {
    const { page, context } = seen;
    await context.route('**/dashboard**', async (route) => {
      await new Promise((done) => setTimeout(done, 700));
      await route.continue();
    });
    await page.goto(`${office.address}/it/citta-campione`);
    await page.locator('main .loading').first().waitFor();
    await settled(page);
  });

  test('numbers its printed pages instead of repeating title and address on each', async () => {
    const { page, go } = seen;
    await go('/it/citta-campione');
    // Chromium omits its own header or footer where the page declares a margin box.
    const boxes = await page.evaluate(() =>
      [...document.styleSheets]
        .flatMap(({ cssRules }) => [...cssRules])
        .flatMap((rule) => (rule instanceof CSSMediaRule ? [...rule.cssRules] : [rule]))
        .filter((rule) => rule instanceof CSSPageRule)
        .map(({ cssText }) => cssText)
        .join(),
    );
    expect(boxes).toContain('@top-right');
    expect(boxes).toContain('counter(page)');
  });

  test('prints that its data is illustrative', async () => {
    const { page, go } = seen;
    await go('/it/citta-campione');
    await page.emulateMedia({ media: 'print' });
    expect(
      await page
        .getByText(/dati illustrativi/i)
        .first()
        .isVisible(),
    ).toBe(true);
  });

  test('prints the curve within the page, above the words that follow it', async () => {
    const { page, go } = seen;
    // Printing lays the page out at once; emulated, a chart would have the time to be drawn anew.
    await page.addInitScript(() => {
      const observer = globalThis.ResizeObserver;
      Object.assign(globalThis, {
        isStill: false,
        ResizeObserver: class extends observer {
          constructor(callback: ResizeObserverCallback) {
            super((...seen) =>
              (globalThis as unknown as { isStill: boolean }).isStill ? undefined : callback(...seen),
            );
          }
        },
      });
    });
    await go('/it/manifattura-milano');
    const curve = page.locator('#curve svg[role=img]');
    await curve.waitFor();
    // The width of A4 between the margins, at 96 dpi; the chart itself was drawn for the screen.
    const drawn = await curve.getAttribute('width');
    await page.evaluate(() => Object.assign(globalThis, { isStill: true }));
    await page.emulateMedia({ media: 'print' });
    const sheet = await page.evaluate((width) => {
      const figure = document.querySelector<HTMLElement>('#curve');
      const chart = figure?.querySelector('svg[role=img]');
      const after = figure?.querySelector('.chart-place')?.nextElementSibling;
      if (!figure || !chart || !after) return null;
      document.body.style.width = `${width}px`;
      const [inner, next] = [chart.getBoundingClientRect(), after.getBoundingClientRect()];
      return { over: inner.right - width, under: inner.bottom - next.top, width: chart.getAttribute('width') };
    }, 680);
    await page.emulateMedia({ media: null });
    await page.evaluate(() => {
      document.body.removeAttribute('style');
      Object.assign(globalThis, { isStill: false });
    });
    expect(sheet?.width).toBe(drawn);
    expect(sheet?.over).toBeLessThanOrEqual(0);
    expect(sheet?.under).toBeLessThanOrEqual(0);
  });

  test('does not shift when charts load', async () => {
    const { page, go } = seen;
    await page.addInitScript(() => {
      Object.assign(globalThis, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]) {
          if (!entry.hadRecentInput) (globalThis as unknown as { shift: number }).shift += entry.value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await go('/it/citta-campione/plan');
    // Ignore layout shifts during the page load itself.
    await page.evaluate(() => Object.assign(globalThis, { shift: 0 }));
    await page.locator('.chart-place').first().scrollIntoViewIfNeeded();
    await page.locator('.recharts-surface').first().waitFor();
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => (globalThis as unknown as { shift: number }).shift)).toBe(0);
  });
});

describe('the figures of the overview', () => {
  test('switch between chart and table by keyboard, and export CSV and SVG', async () => {
    const { page, go } = seen;
    await go('/it/citta-campione');
    const figure = page.locator('section.figure').first();
    await figure.getByRole('button', { name: /tabella/i }).focus();
    await page.keyboard.press('Enter');
    await figure.getByRole('table').first().waitFor();
    await page.keyboard.press('Enter');
    await figure.getByRole('button', { name: /tabella/i }).waitFor();
    for (const [name, ending] of [
      ['CSV', '.csv'],
      ['SVG', '.svg'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name: new RegExp(name) }).click(),
      ]);
      expect(download.suggestedFilename()).toContain(ending);
    }
  });

  test('have a permalink with the day', async () => {
    const { page, context, go } = seen;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await go('/it/citta-campione');
    await page.locator('section.figure').first().getByRole('link', { name: /link/i }).click();
    await page.getByRole('link', { name: 'Link copiato' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      new RegExp(`/it/citta-campione\\?.*asOf=${today()}.*#`),
    );
  });
});

describe('the first load of the overview', () => {
  test(`asks for no more than ${budgetBytes / 1000} kB of gzipped JavaScript before charts`, async () => {
    const { page } = seen;
    const asked = new Set<string>();
    page.on('request', (request) => {
      if (request.url().endsWith('.js')) asked.add(new URL(request.url()).pathname);
    });
    await page.goto(`${office.address}/it/citta-campione`);
    await settled(page);
    const charts = readdirSync(join(projectFolder, 'dist', 'assets')).filter(
      (file) =>
        file.endsWith('.js') && readFileSync(join(projectFolder, 'dist', 'assets', file), 'utf8').includes('recharts'),
    );
    const first = [...asked].filter((path) => !charts.some((file) => path.endsWith(file)));
    const bytes = first.reduce(
      (sum, path) => sum + gzipSync(readFileSync(join(projectFolder, 'dist', path))).length,
      0,
    );
    expect(first.length).toBeGreaterThan(0);
    expect(charts.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(budgetBytes);
  });
});
