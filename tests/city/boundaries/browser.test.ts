// SPDX-License-Identifier: AGPL-3.0-or-later
import { beforeAll, describe, expect, test } from 'vitest';
import { change } from '../../../db/change.ts';
import { withBrowser, withSigned } from '../../harness/opened.ts';
import { askingAs } from '../../harness/people.ts';
import { asSigned, axeFindings, looks, settled, sidewaysBy, visit } from '../../harness/walk.ts';

const programme = 'citta-campione';
const { database, office, browser } = withBrowser();
const anna = withSigned(database, { role: 'official', programme });
let zones: { key: string; code: string | null; kind: string }[];
beforeAll(async () => {
  const { items } = (await askingAs(office.address)('GET', `/api/v1/programmes/${programme}/zones`)).body;
  const tiled = items.find(({ tile }: { tile: unknown }) => tile).kind;
  zones = items.filter(({ kind }: { kind: string }) => kind === tiled);
  // A fictional city: no existing data lies within the squares.
  await change(database.db, { actor: 'test', reason: '' }, async (writer) => {
    for (const table of ['lab', 'space', 'zone'] as const)
      await writer.updateTable(table).set({ latitude: null, longitude: null }).execute();
  });
});

/** A fictional city with square zones side by side. */
function invented(some = zones) {
  const features = some.map(({ key }, at) => {
    const [x, y] = [9 + 0.05 * (at % 3), 45 + 0.04 * Math.floor(at / 3)];
    const ring = [
      [x, y],
      [x + 0.05, y],
      [x + 0.05, y + 0.04],
      [x, y + 0.04],
      [x, y],
    ];
    return {
      type: 'Feature',
      properties: { which: key, colour: 'red' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
}

const fileOf = (buffer: Buffer) => ({ name: 'zone.geojson', mimeType: 'application/geo+json', buffer });
const address = (language: string, query = '') => `/${language}/${programme}/periphery${query}`;

describe('the boundaries of an invented city', () => {
  test('are previewed, then recorded by an official, and drawn at once', async () => {
    const { page, context, go, complaints } = await asSigned(
      await visit(browser, office.address, 390),
      office.address,
      anna,
    );
    await change(office.connection.db, { actor: 'test', reason: '' }, (writer) =>
      writer.updateTable('zone').set({ boundary: null }).where('boundary', 'is not', null).execute(),
    );
    await go(address('it'));
    expect(await page.getByRole('button', { name: /^Mappa/ }).count()).toBe(0);
    await page.getByText('Confini delle zone').click();
    await page.getByLabel('File GeoJSON').setInputFiles(fileOf(Buffer.from('no')));
    await page.getByText('Il file non è un GeoJSON leggibile').waitFor();
    await page.getByLabel('File GeoJSON').setInputFiles(fileOf(invented()));
    await page.getByLabel('Proprietà che contiene').waitFor();
    expect(await page.getByLabel('Proprietà che contiene').inputValue()).toBe('which');
    await page.getByRole('button', { name: 'Mostra le differenze' }).click();
    await page.getByText(`${zones.length} nuovi, 0 cambiati`).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysBy(page)).toBe(0);
    await page.getByLabel('Proprietà che contiene').selectOption('colour');
    await page.getByRole('button', { name: 'Mostra le differenze' }).click();
    await page.getByText('correggi gli elementi rifiutati').waitFor();
    expect(await page.getByRole('button', { name: 'Registra i confini' }).count()).toBe(0);
    await page.getByLabel('Proprietà che contiene').selectOption('which');
    await page.getByRole('button', { name: 'Mostra le differenze' }).click();
    await page.getByRole('button', { name: 'Registra i confini' }).click();
    await page.getByText(`${zones.length} confini registrati.`).waitFor();
    await page.getByRole('button', { name: /^Mappa/ }).click();
    await page.locator('.map-zone').first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test.each(looks)(
    'stand on a map without fault in %s at %i px, beside the tiles and the table',
    async (language, width) => {
      await upload();
      const { page, context, go, complaints } = await visit(browser, office.address, width, language);
      await go(address(language));
      await page.getByRole('button', { name: /^(Mappa|Map):/ }).click();
      await page.locator('.map-zone').first().waitFor();
      expect(new URL(page.url()).searchParams.get('map')).toBe(zones[0]?.kind);
      expect(await page.locator('.map-zone').count()).toBe(zones.length);
      expect(await axeFindings(page)).toEqual([]);
      expect(await sidewaysBy(page)).toBe(0);
      const figure = page.locator('#map');
      await figure.getByRole('button', { name: /tabella|table/i }).click();
      expect(await figure.getByRole('rowheader').count()).toBe(zones.length);
      await figure.getByRole('button', { name: /grafico|chart/i }).click();
      await page.getByRole('button', { name: /^(Tessere|Tiles)$/ }).click();
      await page.locator('.tile').first().waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  test('are navigable by keyboard, and each zone links to its table row', async () => {
    await upload();
    const { page, context, go } = await visit(browser, office.address, 1440);
    await go(address('it', `?map=${zones[0]?.kind}`));
    const links = page.locator('.map-zone');
    await links.first().waitFor();
    expect(await page.locator('.map-zone[tabindex="0"]').count()).toBe(1);
    await page.locator('.map-zone[tabindex="0"]').focus();
    const words = page.locator('.map-reading');
    const first = await words.textContent();
    await page.keyboard.press('ArrowRight');
    expect(await words.textContent()).not.toBe(first);
    expect(await words.textContent()).toBe(
      await page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
    );
    await page.keyboard.press('Enter');
    await page.waitForURL(/#.+/);
    const mark = new URL(page.url()).hash.slice(1);
    expect(zones.map(({ key }) => key)).toContain(mark);
    await page.waitForFunction((id) => document.activeElement?.id === id, mark);
    await context.close();
  });

  test('are an option on the overview and do not add to its first load', async () => {
    await upload();
    const { page, context, go } = await visit(browser, office.address, 1440);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await go(`/it/${programme}`);
    expect(asked.filter((url) => /ZoneMap|boundaries/.test(url))).toEqual([]);
    await page.locator('#periphery').scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: /^Mappa/ }).click();
    await page.locator('#periphery .map-zone').first().waitFor();
    await settled(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#periphery .map-sheet > svg').isVisible()).toBe(true);
    await context.close();
  });

  test('are offered only to officials', async () => {
    const { page, context, go } = await visit(browser, office.address, 1440);
    await go(address('it'));
    expect(await page.getByText('Confini delle zone').count()).toBe(0);
    await context.close();
  });
});

async function upload() {
  const path = `/api/v1/programmes/${programme}/zones/boundaries?kind=${zones[0]?.kind}&property=which&apply=true`;
  const reply = await fetch(office.address + path, {
    method: 'PUT',
    headers: { cookie: anna.cookie, origin: office.address },
    body: new Uint8Array(invented()),
  });
  expect(reply.status).toBe(200);
}
