// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { applyAs, closeAndScore, freeSpaces, rank, spaceCall, vatNumbers } from '../harness/calls.ts';
import { askingIn, done } from '../harness/keeping.ts';
import { withBrowser, withSigned } from '../harness/opened.ts';
import {
  asSigned,
  axeFindings,
  keyboardFaults,
  languages,
  settled,
  sidewaysBy,
  visit,
  widths,
} from '../harness/walk.ts';

const programme = 'citta-campione';
const { database, office, browser } = withBrowser();
const official = withSigned(database, { role: 'official', programme, name: 'Olga Ufficio' });

/** What a page must never have; at both widths and in both languages. */
async function faultsOf(path: string): Promise<string[]> {
  const faults: string[] = [];
  for (const width of widths)
    for (const language of languages) {
      const { page, context, complaints, go } = await visit(browser, office.address, width, language);
      await go(`/${language}/${programme}/${path}`);
      const found = [...(await axeFindings(page)), ...complaints];
      const sideways = await sidewaysBy(page);
      if (sideways !== 0) found.push(`scrolls sideways by ${sideways} px`);
      if (width === 1440 && language === 'it') found.push(...(await keyboardFaults(page)).faults);
      faults.push(...found.map((one) => `${path} ${width} ${language}: ${one}`));
      await context.close();
    }
  return faults;
}

test('the office records a step; the chain leads from the award to its call and back, without a fault', async () => {
  const ask = askingIn(office, programme, official);
  const here = { database, office, ask, programme };
  const spaces = await freeSpaces(here, 2);
  const call = await spaceCall(here, spaces, { name: { it: 'Bando delle botteghe', en: 'Call for workshops' } });
  const lots = (await done(ask('GET', `/calls/${call}`))).lotList.map(({ key }: { key: string }) => key);
  for (const at of [0, 1]) await applyAs(here, call, { name: `Bottega ${at + 1}`, vat: vatNumbers[at] ?? '', lots });
  await closeAndScore(here, call);
  for (const kind of ['provisional', 'final']) await rank(here, call, kind);
  const visiting = await visit(browser, office.address, 1440);
  const { page } = await asSigned(visiting, office.address, official);
  await visiting.go(`/it/${programme}/awards/${call}.a1`);
  await page.getByRole('button', { name: 'Registra un passo' }).click();
  await page.getByLabel('Il giorno in cui è successo').fill(new Date().toISOString().slice(0, 10));
  await page.getByLabel('Atto', { exact: true }).fill('Rep. n. 7');
  await page.getByRole('button', { name: 'Registra', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /Bottega 1 ha firmato l’accordo/ }).waitFor();
  await page.getByRole('link', { name: /^La catena/ }).click();
  const columns = page.locator('.chain');
  await columns.getByRole('link', { name: 'Bando delle botteghe', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Bando delle botteghe' }).waitFor();
  await settled(page);
  expect(await columns.locator('.chain-item').count()).toBeGreaterThanOrEqual(8);
  await columns.getByRole('link', { name: 'Accordo firmato', exact: true }).waitFor();
  await visiting.context.close();
  const pages = [`awards/${call}.a1`, `chain?of=call:${call}`, `calls/${call}`];
  expect((await Promise.all(pages.map(faultsOf))).flat()).toEqual([]);
});
