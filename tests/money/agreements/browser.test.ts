// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { withBrowser } from '../../harness/opened.ts';
import { keyboardFaults, pageFaults, visit } from '../../harness/walk.ts';

const { office, browser } = withBrowser();

// Half of the pages wide in Italian, half narrow in English; swapped in the second programme.
test.each([
  ['mics', 0],
  ['mtc-torino', 1],
] as const)(
  'every page of %s: no accessibility fault, no error, no foreign request, no sideways scroll at either width',
  async (programme, turn) => {
    expect(await pageFaults(browser, office.address, programme, turn)).toEqual([]);
  },
  900_000,
);

describe('by keyboard alone', () => {
  test.each([
    'mics/money',
    'mics/organisations',
    'mics/events',
    'mtc-torino/agreements',
    'mtc-torino/agreements/accordo-mtc',
  ])(
    'every stop of %s is seen and shows its focus',
    async (path) => {
      const { page, context, go } = await visit(browser, office.address, 1440);
      await go(`/it/${path}`);
      expect((await keyboardFaults(page)).faults).toEqual([]);
      await context.close();
    },
    120_000,
  );
});

describe('a programme uses its own terms', () => {
  const words = async (path: string) => {
    const { page, context, go } = await visit(browser, office.address, 1440);
    await go(path);
    const text = ((await page.textContent('main')) ?? '').replace(/\s+/g, ' ');
    await context.close();
    return text;
  };

  test('MICS has spokes, regions and the Mezzogiorno, and no terms of Milan', async () => {
    const overview = await words('/it/mics');
    expect(overview).toMatch(/Mezzogiorno/);
    expect(overview).not.toMatch(/[Mm]unicip/);
    expect(await words('/it/mics/money')).toMatch(/non attribuibil/);
  });

  test('Torino shows the sum of its agreement and how a deadline was derived', async () => {
    const agreement = await words('/it/mtc-torino/agreements/accordo-mtc');
    expect(agreement).toMatch(/38/);
    expect(agreement).toMatch(/9 mesi dopo la firma del 28 marzo 2019/);
    expect(agreement).toMatch(/28 dicembre 2019/);
  });
});
