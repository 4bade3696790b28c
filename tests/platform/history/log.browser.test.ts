// SPDX-License-Identifier: AGPL-3.0-or-later
import { beforeEach, describe, expect, test } from 'vitest';
import { askingIn, day, done } from '../../harness/keeping.ts';
import { withBrowser, withSigned } from '../../harness/opened.ts';
import { asSigned, axeFindings, looks, visit } from '../../harness/walk.ts';

const programme = 'citta-campione';
const { database, office, browser } = withBrowser();
const carla = withSigned(database, { role: 'administrator', programme, name: 'Carla Prova', office: 'Segreteria' });
const ask = askingIn(office, programme, carla);
let key: string;
const at = (path: string, language = 'it') => `/${language}/${programme}${path}`;
const shown = (width: number, language = 'it') =>
  visit(browser, office.address, width, language).then((visiting) => asSigned(visiting, office.address, carla));
const noteOf = async () => (await done(ask('GET', `/milestones/${key}`))).note;
beforeEach(async () => {
  const { items } = await done(ask('GET', '/milestones?status=on-track'));
  key = items[0].key;
  const { version } = await done(ask('GET', `/milestones/${key}`));
  const edited = { note: { it: `Nota ${Math.random()}` }, why: 'vista sul posto' };
  await done(ask('PATCH', `/milestones/${key}`, edited, version));
});

describe('the log', () => {
  test('shows administrators who wrote what, with filters in the address and a CSV export', async () => {
    const { page, context, complaints, go } = await shown(1440);
    await go(at(`/log?table=milestone&kind=edited&from=${day(0)}`));
    await page
      .getByText(/da Carla Prova, Segreteria: «vista sul posto»/)
      .first()
      .waitFor();
    const count = await page.locator('.changes > li').count();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Scarica in CSV le modifiche filtrate' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^log-citta-campione-.*\.csv$/);
    await page.getByLabel('Chi, o quale ufficio').fill('nessuno che ci sia');
    await page.getByText('Nessuna modifica corrisponde ai filtri.').waitFor();
    expect(new URL(page.url()).searchParams.get('actor')).toBe('nessuno che ci sia');
    await page.getByRole('button', { name: 'Rimuovi i filtri' }).click();
    await page.getByRole('button', { name: 'Mostra altre voci' }).waitFor();
    expect(count).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('tells everyone else who may see it, and is not in their navigation', async () => {
    const { page, context, go } = await visit(browser, office.address, 1440);
    await go(at('/log'));
    expect(await page.locator('h1').textContent()).toBe('Serve il ruolo di amministrazione: chiedilo all’ufficio.');
    expect(await page.getByRole('link', { name: 'Registro' }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await context.close();
  });

  test.each(looks)(
    'has no accessibility fault in %s at %i px, the people page and its rules neither',
    async (language, width) => {
      const { page, context, complaints, go } = await shown(width, language);
      for (const path of ['/log', '/people']) {
        await go(at(path, language));
        expect(await axeFindings(page)).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});

describe('undoing', () => {
  test('requires a confirmation, by keyboard, on the page of the item', async () => {
    const { page, context, go } = await shown(390);
    await go(at(`/milestones/${key}`));
    await page
      .getByRole('button', { name: /^Annulla questa modifica/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByText(/^Annullare questa modifica/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await noteOf()).not.toBeNull();
    const before = await noteOf();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Modifica annullata. L’annullamento è nel registro.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Modifica annullata/);
    expect(await noteOf()).not.toEqual(before);
    await context.close();
  });

  test('explains why it was refused', async () => {
    const { page, context, go } = await shown(1440);
    await page.route('**/undo', async (route) => {
      const { version } = await done(ask('GET', `/milestones/${key}`));
      await done(ask('PATCH', `/milestones/${key}`, { note: { it: 'Scritta nel frattempo' } }, version));
      await route.continue();
    });
    await go(at(`/milestones/${key}`));
    await page
      .getByRole('button', { name: /^Annulla questa modifica/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Sì, annulla la modifica' }).click();
    await page.getByText(/Non è più l’ultima modifica/).waitFor();
    expect(await noteOf()).toEqual({ it: 'Scritta nel frattempo' });
    await context.close();
  });
});

describe('the check by a second person', () => {
  test('can be disabled and enabled on the people page, and the plan says so publicly', async () => {
    const { page, context, go } = await shown(1440);
    const change = async (to: string) => {
      await go(at('/people'));
      await page.getByRole('button', { name: to }).click();
      await page.getByLabel('Motivo').fill('deciso in giunta');
      await page.getByRole('button', { name: to }).click();
      await page.getByLabel('Motivo').waitFor({ state: 'detached' });
    };
    const words = page.getByText('chiusure senza il controllo di una seconda persona');
    await change('Disattiva il controllo di una seconda persona');
    await context.clearCookies();
    await go(at('/plan'));
    expect(await words.count()).toBe(1);
    await asSigned({ page, context, complaints: [], go }, office.address, carla);
    await change('Attiva il controllo di una seconda persona');
    await go(at('/plan'));
    expect(await words.count()).toBe(0);
    await context.close();
  });
});
