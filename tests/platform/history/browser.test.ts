// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { change } from '../../../db/change.ts';
import { withBrowser } from '../../harness/opened.ts';
import { axeFindings, visit } from '../../harness/walk.ts';

const { database, office, browser } = withBrowser();

const write = (reason: string, set: object, key = 'wemake') =>
  change(database.db, { actor: 'Ufficio prova', reason }, (writer) =>
    writer.updateTable('lab').set(set).where('key', '=', key).execute(),
  );
const shown = async (page: Page) =>
  ((await page.getByRole('region', { name: /cronologia|history/i }).textContent()) ?? '').replace(/\s+/g, ' ');

describe('the history on the page of an item', () => {
  test('shows an edit at once: author, reason, values before and after, in the language of the page', async () => {
    await write('prima misura', { floor_area_m2: 240 });
    const { page, context, complaints, go } = await visit(browser, office.address, 1440);
    await go('/it/manifattura-milano/labs/wemake');
    await write('verificato sul posto', {
      floor_area_m2: 1250.5,
      opened_on: '2014-03-31',
      opened_precision: 'month',
      note: { it: 'Nuova nota', en: 'New note' },
    });
    await page.getByText('verificato sul posto').waitFor();
    const italian = await shown(page);
    expect(italian).toMatch(/Scheda aggiornata ?registrato il .* da Ufficio prova: «verificato sul posto»/);
    expect(italian).toMatch(/Superficie ?Prima ?240 m² ?Dopo ?1\.250,5 m²/);
    expect(italian).toMatch(/Apertura ?Prima ?—non registrato ?Dopo ?marzo 2014/);
    expect(italian).toMatch(/Nota ?Prima.*Dopo ?Nuova nota/);
    await go('/en/manifattura-milano/labs/wemake');
    const english = await shown(page);
    expect(english).toMatch(/Entry updated ?recorded on .* by Ufficio prova: “verificato sul posto”/);
    expect(english).toMatch(/Floor area ?Before ?240 m² ?After ?1,250\.5 m²/);
    expect(english).toMatch(/Opened ?Before ?—not recorded ?After ?March 2014/);
    expect(english).toMatch(/Note ?Before.*After ?New note/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('shows the other language if only that one changed', async () => {
    await write('tradotto', { summary: { it: 'Un laboratorio' } }, 'opendot');
    await write('tradotto ancora', { summary: { it: 'Un laboratorio', en: 'A workshop' } }, 'opendot');
    const { page, context, go } = await visit(browser, office.address, 1440);
    await go('/it/manifattura-milano/labs/opendot');
    expect(await shown(page)).toMatch(/In una riga \(in inglese\) ?Prima ?—non registrato ?Dopo ?A workshop/);
    await context.close();
  });

  test('loads more on request, and expands a long text by keyboard', async () => {
    for (let turn = 0; turn < 22; turn += 1) await write(`turno ${turn}`, { address: `via ${turn}` }, 'polifactory');
    await write('a lungo', { note: { it: `${'parola '.repeat(60)}fine` } }, 'polifactory');
    const { page, context, go } = await visit(browser, office.address, 390);
    await go('/it/manifattura-milano/labs/polifactory');
    expect(await page.locator('.changes > li').count()).toBe(20);
    await page.getByRole('button', { name: 'Mostra altre voci' }).click();
    await page.getByText('«turno 0»').waitFor();
    const text = page.locator('.long', { hasText: 'fine' }).first();
    await text.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await text.locator('p').textContent()).toMatch(/fine$/);
    expect(await text.locator('p').isVisible()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await context.close();
  });
});
