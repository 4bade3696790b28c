// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { openDatabase, startOffice } from '../../harness/office.ts';
import { withBrowser } from '../../harness/opened.ts';
import { axeFindings, keyboardFaults, languages, pageFaults, visit } from '../../harness/walk.ts';

const { office, browser } = withBrowser();

// Half of the pages wide in Italian, half narrow in English; swapped in the second programme.
test.each([
  ['manifattura-milano', 0],
  ['citta-campione', 1],
] as const)(
  'every page of %s: no accessibility fault, no error, no foreign request, no sideways scroll at either width',
  async (programme, turn) => {
    expect(await pageFaults(browser, office.address, programme, turn)).toEqual([]);
  },
  900_000,
);

describe('the programmes', () => {
  test.each(languages)('are cards that lead to each, in %s', async (language) => {
    const { page, context, complaints, go } = await visit(browser, office.address, 1440, language);
    await go(`/${language}/`);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Manifattura Milano' }).first().click();
    await page.waitForURL(`**/${language}/manifattura-milano`);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test.each([
    ['it', '8 spoke', '6 aree'],
    ['en', '8 spokes', '6 areas'],
  ])('count what each calls its areas in its own words, in %s', async (language, own, usual) => {
    const { page, context, go } = await visit(browser, office.address, 1440, language);
    await go(`/${language}/`);
    const card = (name: RegExp) => page.getByRole('listitem').filter({ hasText: name });
    await card(/MICS/).getByText(own, { exact: true }).waitFor();
    await card(/Manifattura Milano/)
      .getByText(usual, { exact: true })
      .waitFor();
    await context.close();
  });

  test('open in the language of the browser', async () => {
    const { page, context, go } = await visit(browser, office.address, 1440, 'en');
    await go('/');
    expect(new URL(page.url()).pathname).toMatch(/^\/en\/?$/);
    await context.close();
  });

  test('open directly if there is only one', async () => {
    const single = await openDatabase('empty');
    const own = await startOffice(single, true);
    const { loadPackage } = await import('../../../db/exchange/apply.ts');
    const { readPackage } = await import('../../../db/exchange/package.ts');
    const { shippedPackages } = await import('../../../db/exchange/shipped.ts');
    const [path = ''] = (await shippedPackages()).filter((one) => one.endsWith('manifattura-milano'));
    await loadPackage(single.db, await readPackage(path), {
      actor: 'test',
      today: new Date().toISOString().slice(0, 10),
    });
    const { page, context, go } = await visit(browser, own.address, 1440);
    await go('/it/');
    await page.waitForURL('**/it/manifattura-milano');
    await context.close();
    await own.stop();
    await single.drop();
  });

  test('show an empty state if nothing is loaded', async () => {
    const empty = await openDatabase('empty');
    const own = await startOffice(empty, true);
    const { page, context, complaints, go } = await visit(browser, own.address, 390);
    await go('/it/');
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.textContent('main')).not.toBe('');
    expect(complaints).toEqual([]);
    await context.close();
    await own.stop();
    await empty.drop();
  });
});

describe('by keyboard alone', () => {
  test.each(['', '/plan', '/periphery', '/labs', '/spaces', '/context'])(
    'every stop of %s is seen and shows its focus',
    async (path) => {
      const { page, context, go } = await visit(browser, office.address, 1440);
      await go(`/it/citta-campione${path}`);
      const { stops, faults } = await keyboardFaults(page);
      expect(faults).toEqual([]);
      expect(stops).toBeGreaterThan(10);
      await context.close();
    },
    120_000,
  );

  test('the first tab stop skips to the content, and a link moves focus into the new page', async () => {
    const { page, context, go } = await visit(browser, office.address, 1440);
    await go('/it/citta-campione');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    await page.getByRole('navigation').getByRole('link', { name: 'Piano' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/citta-campione/plan');
    await page.waitForFunction(() => document.activeElement?.closest('main') !== null);
    await context.close();
  });
});
