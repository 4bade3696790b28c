// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { change } from '../../../db/change.ts';
import { findProgrammeId } from '../../../db/city/programmes/reads.ts';
import { until } from '../../harness/ask.ts';
import { type Ask, askingIn, done } from '../../harness/keeping.ts';
import { confirmedOn, editLab, madeLab, readLab } from '../../harness/labs.ts';
import { today } from '../../harness/office.ts';
import { withBrowser, withSigned } from '../../harness/opened.ts';
import { type Signed, signIn } from '../../harness/people.ts';
import { asSigned, axeFindings, keyboardFaults, looks, settled, sidewaysBy, visit } from '../../harness/walk.ts';

const programme = 'manifattura-milano';
const { database, office, browser } = withBrowser();
const anna = withSigned(database, { role: 'official', programme });
let ask: Ask;
let lab: string;
let operator: Signed;
beforeAll(async () => {
  const programme_id = (await findProgrammeId(database.db, programme)) ?? 0;
  const model = { key: 'trotec-300', process: 'laser-cutting', brand: 'Provalaser', model: 'Prova 300', width_mm: 726 };
  await change(database.db, { actor: 'test', reason: '' }, (writer) =>
    writer
      .insertInto('machine_model')
      .values({
        programme_id,
        ...model,
        depth_mm: 432,
        height_mm: null,
        materials: ['plywood'],
        source: null,
        note: null,
      } as never)
      .execute(),
  );
});
beforeEach(async () => {
  ask = askingIn(office, programme, anna);
  lab = await madeLab(ask, 'Officina in tasca', {
    summary: { it: 'Una prova </script><b>', en: 'A proof' },
    latitude: 45.47,
    longitude: 9.19,
    address: 'via Prova 1',
    hours: [{ weekday: 1, opens: '09:00', closes: '18:00' }],
    exceptions: [{ from: '2026-08-01', to: '2026-08-31', why: { it: 'Ferie' } }],
    prices: [{ name: { it: 'Tessera' }, amountEur: 20, per: 'year' }],
    services: ['training'],
    languages: ['it'],
    email: 'info@prova.example',
  });
  await confirmedOn(database, lab, '2025-01-01');
  operator = await signIn(database, { role: 'operator', programme, labs: [lab] });
});
const address = (of = lab, language = 'it') => `/${language}/${programme}/labs/${of}`;
const opened = async (width: number, who: Signed = operator, language = 'it') => {
  const seen = await asSigned(await visit(browser, office.address, width, language), office.address, who);
  await seen.go(address(lab, language));
  return seen;
};
const stateOf = () => readLab(ask, lab);
const edit = (page: Page, section: string) => page.getByRole('button', { name: `Modifica: ${section}` }).click();
const facts = 'Dimensioni e produzione';
const save = (page: Page) => page.getByRole('button', { name: 'Salva', exact: true }).click();

describe('a keeper of a lab, on a phone', () => {
  test('edits a section, adds a machine in two taps, and confirms everything', async () => {
    const { page, context, complaints } = await opened(390);
    await edit(page, facts);
    await page.getByLabel('Postazioni').fill('14');
    await save(page);
    await page.getByText('Salvato.').waitFor();
    expect(await stateOf()).toMatchObject({
      workstations: 14,
      confirmedOn: '2025-01-01',
      confirmed: { facts: today() },
    });
    await page.getByRole('button', { name: 'Aggiungi una macchina' }).click();
    await page.getByRole('button', { name: /Prova 300/ }).click();
    await page.getByText('Provalaser Prova 300: aggiunta.').waitFor();
    expect((await stateOf()).machineList).toMatchObject([{ model: 'Prova 300', widthMm: 726 }]);
    await page.getByRole('button', { name: 'Conferma i dati' }).click();
    await page.getByText('Confermato oggi.').waitFor();
    expect((await stateOf()).confirmedOn).toBe(today());
    expect(await sidewaysBy(page)).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('keeps offline edits across a reload; they are sent in order when the connection is back', async () => {
    const { page, context } = await opened(390);
    await context.setOffline(true);
    await edit(page, facts);
    await page.getByLabel('Postazioni').fill('21');
    await save(page);
    await page.getByText('1 modifica non ancora inviata').waitFor();
    await edit(page, 'Contatti pubblici');
    await page.getByLabel('Telefono').fill('+39 02 555');
    await save(page);
    await page.getByText('2 modifiche non ancora inviate').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.route('**/labs/**', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    await context.setOffline(false);
    await page.clock.install();
    await page.reload();
    await settled(page);
    await page.getByText('2 modifiche non ancora inviate').waitFor();
    expect((await stateOf()).workstations).toBeNull();
    await page.unroute('**/labs/**');
    await page.clock.fastForward('15');
    await page.locator('.unsent').waitFor({ state: 'detached' });
    expect(await stateOf()).toMatchObject({ workstations: 21, phone: '+39 02 555' });
    await page.getByText('+39 02 555').first().waitFor();
    await context.close();
  });

  test('reopens an offline edit with what was typed, while it waits and after it was refused', async () => {
    const { page, context } = await opened(390);
    await context.setOffline(true);
    await edit(page, facts);
    await page.getByLabel('Postazioni').fill('21');
    await save(page);
    await page.getByText('1 modifica non ancora inviata').waitFor();
    // The section still shows the earlier value, and says so; it does not say that the new one is saved.
    const note = page.locator('#section-facts .unsent-here');
    await note.getByText('qui sotto ci sono i valori di prima').waitFor();
    expect(await page.getByText('Salvato.').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await note.getByRole('link', { name: 'Riapri la modifica' }).click();
    expect(await page.getByLabel('Postazioni').inputValue()).toBe('21');
    await page.getByLabel('Postazioni').fill('22');
    await save(page);
    await page.getByText('2 modifiche non ancora inviate').waitFor();
    await context.setOffline(false);
    await page.locator('.unsent').waitFor({ state: 'detached' });
    expect((await stateOf()).workstations).toBe(22);

    await context.setOffline(true);
    await edit(page, 'Contatti pubblici');
    await page.getByLabel('Telefono').fill('interno 12');
    await save(page);
    await page.getByText('1 modifica non ancora inviata').waitFor();
    await context.setOffline(false);
    await page.getByText(/Modifica non accettata/).waitFor();
    await page.locator('.unsent').getByRole('link', { name: 'Riapri la modifica' }).click();
    expect(await page.getByLabel('Telefono').inputValue()).toBe('interno 12');
    await page.getByLabel('Telefono').fill('+39 02 555 12');
    await save(page);
    await page.getByText('Salvato.').waitFor();
    await page.locator('.unsent').waitFor({ state: 'detached' });
    expect((await stateOf()).phone).toBe('+39 02 555 12');
    await context.close();
  });

  test('does not meet its own edit as somebody else’s when the reply was lost', async () => {
    const { page, context } = await opened(390);
    await edit(page, facts);
    await page.getByLabel('Postazioni').fill('41');
    // The write arrives; its reply does not.
    await page.route('**/labs/**', async (route) => {
      if (route.request().method() !== 'PATCH') return route.continue();
      await route.fetch();
      return route.abort();
    });
    await save(page);
    await page.getByText('1 modifica non ancora inviata').waitFor();
    expect((await stateOf()).workstations).toBe(41);
    await page.locator('#section-facts').getByRole('link', { name: 'Riapri la modifica' }).click();
    await page.unroute('**/labs/**');
    await page.getByLabel('Postazioni').fill('42');
    await save(page);
    await page.getByText('Salvato.').waitFor();
    await page.locator('.unsent').waitFor({ state: 'detached' });
    expect((await stateOf()).workstations).toBe(42);
    await context.close();
  });

  test('with a conflict on an offline edit is told, and chooses a version', async () => {
    const { page, context } = await opened(390);
    await context.setOffline(true);
    await edit(page, facts);
    await page.getByLabel('Postazioni').fill('33');
    await save(page);
    await page.getByText('non ancora inviata').waitFor();
    await done(editLab(ask, lab, { staff: 5 }));
    await context.setOffline(false);
    await page.getByText('Nel frattempo la scheda è stata modificata da altri').waitFor();
    expect((await stateOf()).workstations).toBeNull();
    await page.getByRole('button', { name: 'Invia comunque la tua modifica' }).click();
    await until(stateOf, ({ workstations }) => workstations === 33);
    await page.locator('.unsent').waitFor({ state: 'detached' });
    await context.close();
  });

  test('sees a concurrent edit, keeps their input, and can continue', async () => {
    const { page, context } = await opened(390);
    await edit(page, facts);
    await page.getByLabel('Postazioni').fill('8');
    await done(editLab(ask, lab, { phone: '+39 02 777' }));
    await page.getByText('+39 02 777').first().waitFor();
    await save(page);
    await page.getByText('Il tuo testo è conservato.').waitFor();
    expect(await page.getByLabel('Postazioni').inputValue()).toBe('8');
    expect((await stateOf()).workstations).toBeNull();
    await page.locator('.conflict button').click();
    await page.getByText('Salvato.').waitFor();
    expect(await stateOf()).toMatchObject({ workstations: 8, phone: '+39 02 777' });
    await context.close();
  });

  test('keeps closing at midnight and a third span when editing other fields of the section', async () => {
    const span = (opens: string, closes: string) => ({ weekday: 5, opens, closes });
    const hours = [span('08:00', '10:00'), span('12:00', '14:00'), span('20:00', '24:00')];
    const exceptions = [{ from: '2026-12-31', to: '2026-12-31', opens: '22:00', closes: '24:00' }];
    await done(editLab(ask, lab, { hours: [...hours, { weekday: 6, opens: '20:00', closes: '24:00' }], exceptions }));
    const { page, context } = await opened(390);
    await edit(page, 'Orari di apertura');
    await page.getByLabel('Accesso').selectOption('members');
    await save(page);
    await page.getByText('Salvato.').waitFor();
    const kept = { hours: [...hours, { weekday: 6, opens: '20:00', closes: '24:00' }], exceptions };
    expect(await stateOf()).toMatchObject({ access: 'members', ...kept });
    await context.close();
  });

  test('confirms with one tap from the quarterly mail', async () => {
    const seen = await asSigned(await visit(browser, office.address, 390), office.address, operator);
    await seen.go(`${address()}?do=confirm`);
    await seen.page.waitForFunction(() => document.activeElement?.textContent === 'Conferma i dati');
    await seen.page.keyboard.press('Enter');
    await seen.page.getByText('Confermato oggi.').waitFor();
    expect((await stateOf()).confirmedOn).toBe(today());
    await seen.context.close();
    const { page, context, go } = await visit(browser, office.address, 390);
    await go(`${address()}?do=confirm`);
    await page.getByText('Accedi per confermare la scheda.').waitFor();
    await context.close();
  });

  test('can do everything by keyboard', async () => {
    const { page, context } = await opened(1440);
    await page.getByRole('button', { name: `Modifica: ${facts}` }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Postazioni').focus();
    await page.keyboard.type('6');
    await page.keyboard.press('Enter');
    await page.getByText('Salvato.').waitFor();
    // Focus returns to the button that opened the form.
    await page.waitForFunction(() =>
      document.activeElement?.getAttribute('aria-label')?.startsWith('Modifica: Dimensioni'),
    );
    expect((await stateOf()).workstations).toBe(6);
    await page.reload();
    await settled(page);
    const { stops, faults } = await keyboardFaults(page);
    expect(stops).toBeGreaterThan(30);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('the page of a lab', () => {
  test.each(looks)(
    'is without fault in %s for whoever keeps it at %i px, each section opened',
    async (language, width) => {
      const { page, context, complaints } = await opened(width, anna, language);
      const found = async () => [...(await axeFindings(page)), `sideways ${await sidewaysBy(page)}`];
      expect(await found()).toEqual(['sideways 0']);
      for (const section of ['about', 'place', 'hours', 'facts', 'services', 'contacts']) {
        const place = page.locator(`#section-${section}`);
        await place.locator('.lab-section-head button').click();
        await place.locator('form').waitFor();
      }
      const add = page.locator('.add-machine');
      await add.locator('button').first().click();
      await add.locator('.catalogue').waitFor();
      expect(await found()).toEqual(['sideways 0']);
      await add.locator('button.plain').last().click();
      for (let at = 0; at < 2; at += 1)
        await page.locator('.keeping > .switch').first().locator('button').nth(at).click();
      expect(await found()).toEqual(['sideways 0']);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});

describe('the public page of a lab', () => {
  test('has valid schema.org JSON-LD that does not execute', async () => {
    const { page, context, complaints, go } = await visit(browser, office.address, 1440);
    await go(address());
    const block = await page.locator('script[type="application/ld+json"]').textContent();
    expect(block).not.toContain('</script');
    expect(JSON.parse(block ?? '')).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'LocalBusiness',
      '@id': `${office.address}${address()}`,
      name: 'Officina in tasca',
      description: 'Una prova </script><b>',
      address: { '@type': 'PostalAddress', streetAddress: 'via Prova 1' },
      geo: { '@type': 'GeoCoordinates', latitude: 45.47, longitude: 9.19 },
      openingHoursSpecification: [
        { '@type': 'OpeningHoursSpecification', dayOfWeek: 'Monday', opens: '09:00', closes: '18:00' },
      ],
    });
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('of a merged entry redirects to the remaining one', async () => {
    const into = await madeLab(ask, 'Officina che resta');
    await done(ask('POST', `/labs/${lab}/merge`, { into, why: { it: 'La stessa' } }));
    const { page, context, go } = await visit(browser, office.address, 1440);
    await go(address());
    await page.waitForURL(`**${address(into)}`);
    expect(await page.locator('h1').textContent()).toBe('Officina che resta');
    await page.getByText('Scheda confluita qui: Officina in tasca.').waitFor();
    await context.close();
  });

  test('has no editing on past days, and no forms or buttons in print, even for keepers', async () => {
    const { page, context, go } = await visit(browser, office.address, 1440);
    await go(address());
    expect(await page.getByRole('button', { name: /^Modifica/ }).count()).toBe(0);
    await context.close();
    const keeper = await opened(1440, anna);
    await edit(keeper.page, facts);
    await keeper.page.emulateMedia({ media: 'print' });
    const left = await keeper.page
      .locator('button, input, select, textarea, form, .ways, .unsent')
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 120)));
    expect(left).toEqual([]);
    for (const words of ['Officina in tasca', 'via Prova 1', 'info@prova.example'])
      expect(await keeper.page.getByText(words).first().isVisible()).toBe(true);
    await keeper.context.close();
  });
});
