// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { askingIn, done } from '../../harness/keeping.ts';
import { withBrowser, withSigned } from '../../harness/opened.ts';
import { asSigned, axeFindings, sidewaysBy, visit } from '../../harness/walk.ts';

const programme = 'manifattura-milano';
const { database, office, browser } = withBrowser();
const anna = withSigned(database, { role: 'official', programme, name: 'Anna Prova', office: 'Ufficio prova' });
const shown = (width: number, language = 'it') =>
  visit(browser, office.address, width, language).then((visiting) => asSigned(visiting, office.address, anna));
const at = (language: string) => `/${language}/${programme}/labs-import`;

const facility = (id: string, name: string, latitude?: number) => ({
  facility: { facility_id: id, name, url: '', description: 'fablab' },
  region: { country: 'IT', city_town: 'Milano' },
  geocoding: latitude === undefined ? null : { latitude, longitude: 9.24523 },
});
const file = (name: string, text: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
});
const labs = file(
  'labs.json',
  JSON.stringify([
    facility('x-1', 'Bottega Corallo'),
    facility('x-2', 'Fablab Ventura', 45.48406),
    facility('x-3', ''),
  ]),
);

describe('the import page', () => {
  test('previews a file of labs, then records it; also on a phone', async () => {
    const { page, context, complaints, go } = await shown(390);
    await go(at('it'));
    await page.getByLabel('File dei laboratori').setInputFiles(labs);
    await page.getByRole('button', { name: 'Mostra le differenze' }).first().click();
    await page.getByText('1 rifiutata, 1 simile a una scheda, 1 aggiunta').waitFor();
    await page.getByRole('heading', { name: 'Simili a schede già presenti (1)' }).waitFor();
    expect(await page.getByRole('link', { name: 'FabLab Ventura' }).getAttribute('href')).toContain(
      '/labs/fablab-ventura',
    );
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysBy(page)).toBe(0);
    await page.getByRole('button', { name: 'Registra le modifiche' }).click();
    await page.getByText('1 riga registrata.').waitFor();
    const { name } = await done(askingIn(office, programme)('GET', '/labs/bottega-corallo'));
    expect(name.it).toBe('Bottega Corallo');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('loads a catalogue of machines and names unknown values', async () => {
    const { page, context, complaints, go } = await shown(1440, 'en');
    await go(at('en'));
    const csv = 'Brand,model,Working Area,Materials,Colour\nProva,L 1,600 x 400 mm,"wood, unobtainium",red\n';
    await page.getByLabel('File with the machines (CSV)').setInputFiles(file('laser.csv', csv));
    await page.getByRole('button', { name: 'Show the differences' }).last().click();
    await page.getByText('Columns not used: Colour.').waitFor();
    await page.getByText('not in the list of materials: unobtainium').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Record the changes' }).click();
    await page.getByText('1 row recorded.').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('is available only with permission', async () => {
    const { page, context, go } = await visit(browser, office.address, 1440);
    await go(at('it'));
    await page.getByText('riservata agli uffici').waitFor();
    expect(await page.getByLabel('File dei laboratori').count()).toBe(0);
    await context.close();
  });
});
