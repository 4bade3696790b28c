// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { inviteFirst } from '../../../api/people/roles/commands.ts';
import { withBrowser, withSigned } from '../../harness/opened.ts';
import { askingAs } from '../../harness/people.ts';
import { asSigned, axeFindings, keyboardFaults, looks, settled, sidewaysBy, visit } from '../../harness/walk.ts';

const programme = 'citta-campione';
const { database, office, browser } = withBrowser();
const boss = withSigned(database, { role: 'administrator', programme, name: 'Anna Prova' });
let milestone: string;
let draft: string;
beforeAll(async () => {
  const ask = askingAs(office.address, boss);
  const room = `/api/v1/programmes/${programme}`;
  const { items } = (await ask('GET', `${room}/milestones?status=on-track`)).body;
  milestone = items[0].key;
  const made = await ask('POST', `${room}/cycles`, {
    name: { it: 'Prova' },
    startsOn: '2031-01-01',
    endsOn: '2031-06-30',
  });
  draft = made.body.key;
  const { shownCycle } = (await ask('GET', room)).body;
  await ask('POST', `${room}/cycles/${draft}/carry-over`, { from: shownCycle });
  await ask('POST', `${room}/invitations`, { email: 'mara@comune.example', role: 'board', office: 'Advisory board' });
});

/** Faults of the current page. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  const sideways = await sidewaysBy(page);
  return [
    ...(await axeFindings(page)).map((finding) => `${path}: ${finding}`),
    ...(sideways === 0 ? [] : [`${path}: scrolls sideways by ${sideways} px`]),
  ];
}

/** Pages for signed-in people, each in its fullest state. */
const pages = () => [
  '/account',
  '/outbox',
  `/${programme}/people`,
  `/${programme}/plan?view=report`,
  `/${programme}/plan/sheet`,
  `/${programme}/drafts`,
  `/${programme}/drafts/${draft}`,
  `/${programme}/milestones/${milestone}`,
];

describe.each(looks)('what only some see, in %s at %i px', (language, width) => {
  test('is without fault', async () => {
    const seen = await asSigned(await visit(browser, office.address, width, language), office.address, boss);
    const faults: string[] = [];
    for (const path of pages()) {
      await seen.go(`/${language}${path}`);
      faults.push(...(await faultsOf(seen.page, path)));
    }
    // Open each form of the milestone.
    const acts = seen.page.locator('.keeping > .switch').first().locator('button');
    for (let at = 0; at < (await acts.count()); at += 1) {
      await acts.nth(at).click();
      await seen.page.locator('.keeping > .switch').first().locator('[aria-pressed="true"]').waitFor();
      faults.push(...(await faultsOf(seen.page, `form ${at} of the milestone`)));
    }
    expect([...faults, ...seen.complaints]).toEqual([]);
    await seen.context.close();
  });

  test('requires signing in', async () => {
    const seen = await visit(browser, office.address, 390, language);
    const faults: string[] = [];
    for (const path of [
      '/sign-in',
      '/sign-in#nothing',
      '/invitation#nothing',
      `/${programme}/people`,
      `/${programme}/drafts`,
    ]) {
      await seen.go(`/${language}${path}`);
      faults.push(...(await faultsOf(seen.page, path)));
    }
    await seen.go(`/${language}/account`);
    expect(new URL(seen.page.url()).pathname).toBe(`/${language}/sign-in`);
    expect([...faults, ...seen.complaints]).toEqual([]);
    await seen.context.close();
  });
});

test('everything on the people page and in a form is reachable by keyboard', async () => {
  const seen = await asSigned(await visit(browser, office.address, 1440), office.address, boss);
  for (const path of [`/it/${programme}/people`, `/it/${programme}/drafts/${draft}`]) {
    await seen.go(path);
    expect((await keyboardFaults(seen.page)).faults).toEqual([]);
  }
  await seen.context.close();
});

test('the link in the console creates the first official', async () => {
  const token = await inviteFirst(database.db);
  const { page, go } = await visit(browser, office.address, 390);
  await go(`/it/invitation#${token}`);
  expect(page.url()).not.toContain(token);
  await page.getByLabel('Nome e cognome').fill('Prima Persona');
  await page.getByLabel('Indirizzo e-mail').fill('prima@comune.example');
  await page.getByLabel('Ufficio o ente').fill('Segreteria');
  await page.getByRole('button', { name: 'Accetta l’invito' }).click();
  await page.getByRole('heading', { name: 'Prima Persona' }).waitFor();
  await settled(page);
  expect(await page.getByRole('main').getByText('tutti i programmi').count()).toBe(1);
});
