// SPDX-License-Identifier: AGPL-3.0-or-later
import { beforeAll, describe, expect, test } from 'vitest';
import { type Ask, askingIn, done } from '../../harness/keeping.ts';
import { secretTo } from '../../harness/labs.ts';
import { withBrowser, withSigned } from '../../harness/opened.ts';
import { asSigned, axeFindings, settled, sidewaysBy, type Visit, visit } from '../../harness/walk.ts';

const programme = 'manifattura-milano';
const { database, office, browser } = withBrowser();
const anna = withSigned(database, { role: 'official', programme, office: 'Ufficio spazi' });
let ask: Ask;
beforeAll(() => {
  ask = askingIn(office, programme, anna);
});
const page = (path: string, language = 'it') => `/${language}/${programme}${path}`;
const opened = async (width = 1440, language = 'it') =>
  asSigned(await visit(browser, office.address, width, language), office.address, anna);

/** Expects the current page to have no faults. */
async function flawless({ page: seen, complaints }: Visit) {
  expect(await axeFindings(seen)).toEqual([]);
  expect(await sidewaysBy(seen)).toBe(0);
  expect(complaints.splice(0)).toEqual([]);
}

describe('an empty space', () => {
  test('is reported by a citizen, added to the census blurred, completed, and changes state', async () => {
    const email = 'lia@example.org';
    const citizen = await visit(browser, office.address, 390);
    await citizen.go(page('/spaces-report'));
    await citizen.page.getByLabel(/Che cosa e dove/).fill('Bottega chiusa');
    await citizen.page.getByLabel('Indirizzo').fill('via Massimo D’Azeglio 3');
    await citizen.page.getByRole('link', { name: 'Via D’Azeglio 3' }).waitFor();
    await citizen.page.getByLabel('Indirizzo').fill('via Segreta 8');
    await citizen.page.getByLabel(/Latitudine/).fill('45.4711');
    await citizen.page.getByLabel(/Longitudine/).fill('9.1822');
    await citizen.page.getByLabel('Il tuo nome').fill('Lia Passante');
    await citizen.page.getByLabel('La tua e-mail').fill(email);
    await flawless(citizen);
    await citizen.page.getByRole('button', { name: 'Invia la segnalazione', exact: true }).click();
    await citizen.page.getByText(`E-mail inviata a ${email}.`).waitFor();
    await citizen.go(`/it/request#${await secretTo(database, email)}`);
    await citizen.page.getByText('Segnalazione di uno spazio: in attesa').waitFor();

    const official = await opened();
    await official.go(page('/requests'));
    const request = official.page.locator('.request').filter({ hasText: 'Bottega chiusa' });
    await request.getByRole('button', { name: 'Rispondi' }).click();
    await request.getByLabel('Proprietà').selectOption('private');
    await request.getByLabel('Posizione approssimata per il pubblico: raggio in metri').fill('250');
    await flawless(official);
    await request.getByRole('button', { name: 'Invia la risposta' }).click();
    await official.page.locator('.request').filter({ hasText: 'accolta' }).waitFor();

    await citizen.page.reload();
    await citizen.page.getByRole('link', { name: /Vedi la scheda/ }).click();
    await citizen.page.getByText('Posizione approssimata: entro 250 m da questo punto').waitFor();
    expect(await citizen.page.getByText('via Segreta 8').count()).toBe(0);
    await flawless(citizen);
    const { items } = await done(ask('GET', '/spaces?q=Bottega%20chiusa'));

    await official.go(page(`/spaces/${items[0].key}`));
    await official.page.getByRole('button', { name: 'Modifica: Posizione' }).click();
    expect(await official.page.getByLabel('Indirizzo').inputValue()).toBe('via Segreta 8');
    await official.page.getByLabel(/raggio in metri/).fill('50');
    await official.page.getByRole('button', { name: 'Salva' }).click();
    expect(
      await official.page.getByLabel(/raggio in metri/).evaluate((field: HTMLInputElement) => field.validity.valid),
    ).toBe(false);
    await official.page.getByLabel(/raggio in metri/).fill('150');
    await official.page.getByRole('button', { name: 'Salva' }).click();
    await official.page.getByText('entro 150 m da questo punto').first().waitFor();
    await official.page.getByRole('button', { name: 'Cambia lo stato' }).first().click();
    await official.page.getByLabel('Motivo').fill('Sopralluogo fatto');
    await flawless(official);
    await official.page.locator('form').getByRole('button', { name: 'Cambia lo stato' }).click();
    await official.page.locator('.way').getByText('Sopralluogo fatto').waitFor();
    await official.page
      .locator('.byline')
      .getByText(/verificato/)
      .waitFor();
    await Promise.all([citizen.context.close(), official.context.close()]);
  });
});

describe('the census', () => {
  test('can be extended and imported by officials; others see who may use the page', async () => {
    const official = await opened(390, 'en');
    await official.go(page('/spaces-add', 'en'));
    await official.page.getByLabel('Name, in Italian').fill('Torre dell’acqua');
    await flawless(official);
    await official.page.getByRole('button', { name: 'Add to the census' }).click();
    await official.page.getByRole('heading', { name: 'State of the space' }).waitFor();
    await settled(official.page);
    await flawless(official);

    await official.go(page('/spaces-import', 'en'));
    const csv = 'nome,tipo,superficie m2\nEx lavatoio,edificio,60\nEx forno,castello,80\n';
    await official.page.getByLabel('File with the spaces').setInputFiles({
      name: 'censimento.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv),
    });
    await official.page.getByRole('button', { name: 'Show the differences' }).click();
    await official.page.getByRole('heading', { name: /Refused/ }).waitFor();
    await official.page.getByText('Kind: is not one of the allowed values').waitFor();
    await flawless(official);

    const anyone = await visit(browser, office.address, 390, 'en');
    await anyone.go(page('/spaces-import', 'en'));
    await anyone.page
      .getByText('The census is managed by offices with all areas: ask the administration for this role.')
      .waitFor();
    await Promise.all([anyone.context.close(), official.context.close()]);
  });

  test('has charts with tables, and filters by floor area and owner', async () => {
    const reader = await visit(browser, office.address, 1440, 'it');
    await reader.go('/it/citta-campione/spaces?ownerKind=private&areaFrom=500');
    await reader.page.locator('#flow svg[role=img]').waitFor();
    await reader.page.locator('#to-use .dot').first().waitFor();
    await reader.page.locator('#flow').getByRole('button', { name: 'Tabella' }).click();
    await reader.page.locator('#flow').getByRole('columnheader', { name: 'restituito' }).waitFor();
    const places = await reader.page.locator('#directory .entry').allTextContents();
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter((words) => !words.includes('privata'))).toEqual([]);
    await flawless(reader);
    await reader.context.close();
  });
});
