// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { askingIn, day, done, firstArea } from '../../harness/keeping.ts';
import { withBrowser, withSigned } from '../../harness/opened.ts';
import { asSigned, axeFindings, settled, visit } from '../../harness/walk.ts';

const programme = 'citta-campione';
const { database, office, browser } = withBrowser();
const anna = withSigned(database, { role: 'official', programme });
const ask = askingIn(office, programme, anna);
const at = (path: string) => `/it/${programme}${path}`;
const shown = (width = 1440) =>
  visit(browser, office.address, width).then((visiting) => asSigned(visiting, office.address, anna));
const openMilestone = async (): Promise<string> => (await done(ask('GET', '/milestones?status=on-track'))).items[0].key;

describe('an initiative', () => {
  test('is added on the page of its area, and input survives a refusal', async () => {
    const { page, context, complaints, go } = await shown(390);
    await go(at(`/areas/${await firstArea(ask)}`));
    await page.getByRole('button', { name: 'Aggiungi un’iniziativa' }).click();
    await page.getByLabel('Nome, in italiano').fill('Officina di quartiere');
    await page.getByLabel('Inizio').fill('2026-12-01');
    await page.getByLabel('Fine').fill('2026-11-01');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Aggiungi l’iniziativa' }).click();
    await page.locator('.field-error', { hasText: 'La fine precede l’inizio: correggi le date.' }).waitFor();
    await page.getByLabel('Fine').fill('2027-11-01');
    await page.getByRole('button', { name: 'Aggiungi l’iniziativa' }).click();
    await page.getByRole('link', { name: 'Officina di quartiere' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('shows a concurrent edit beside the input, and is withdrawn with a public reason', async () => {
    const area = await firstArea(ask);
    const { key } = await done(ask('POST', '/initiatives', { area, name: { it: 'Bottega' }, amountEur: 1000 }));
    const { page, context, go } = await shown();
    await go(at(`/initiatives/${key}`));
    await page.getByRole('button', { name: 'Modifica', exact: true }).click();
    await page.getByLabel('Nome, in italiano').fill('Bottega di via Larga');
    const { version } = await done(ask('GET', `/initiatives/${key}`));
    await done(ask('PATCH', `/initiatives/${key}`, { amountEur: 2000 }, version));
    await page.getByText('2.000').first().waitFor();
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await page.getByText('Questa voce è stata modificata da altri').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Salva con queste scelte' }).click();
    await page.getByRole('heading', { name: 'Bottega di via Larga' }).waitFor();
    expect(await done(ask('GET', `/initiatives/${key}`))).toMatchObject({ amountEur: 2000 });
    await page.getByRole('button', { name: 'Ritira', exact: true }).click();
    await page.getByLabel('Motivo del ritiro').fill('Il partner si è ritirato.');
    await page.getByRole('button', { name: 'Ritira l’iniziativa' }).click();
    await page.getByText('Motivo del ritiro.').waitFor();
    await context.clearCookies();
    await go(at(`/areas/${area}`));
    await page.getByText(/ritirata il .*: Il partner si è ritirato\./).waitFor();
    expect(await page.getByRole('button', { name: 'Aggiungi un’iniziativa' }).count()).toBe(0);
    await context.close();
  });
});

describe('a milestone', () => {
  test('is added to an adopted cycle with a promise made today', async () => {
    const { page, context, go } = await shown();
    await go(at('/plan'));
    await page.getByRole('button', { name: 'Aggiungi il traguardo' }).click();
    await page.getByText(/la data che scrivi è pubblica e conta come promessa oggi/).waitFor();
    await page.getByLabel('Nome, in italiano').fill('Aggiunto in corsa');
    await page.getByLabel('Data promessa oggi').fill(day(30));
    await page.getByRole('button', { name: 'Aggiungi il traguardo' }).click();
    await page.getByText('Traguardo aggiunto al piano, con la data promessa oggi.').waitFor();
    const { items } = await done(ask('GET', '/milestones?q=in%20corsa'));
    const { promises } = await done(ask('GET', `/milestones/${items[0].key}`));
    expect(promises).toMatchObject([{ number: 1, due: { date: day(30) }, madeOn: day(0) }]);
    await context.close();
  });

  test('allows removing unused evidence, and adding dependencies', async () => {
    const key = await openMilestone();
    const other = (await done(ask('GET', '/milestones?status=on-track'))).items[1];
    const proof = { name: { it: 'Verbale di consegna' }, url: 'https://example.org/verbale' };
    await done(ask('POST', `/milestones/${key}/evidence`, proof));
    const { page, context, go } = await shown();
    await go(at(`/milestones/${key}`));
    await page.getByRole('button', { name: 'Rimuovi la prova: Verbale di consegna' }).click();
    await page.getByRole('button', { name: 'Sì, rimuovi la prova' }).click();
    await page.getByRole('link', { name: 'Verbale di consegna' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Dipendenze' }).click();
    await page.getByLabel('Un altro traguardo').selectOption(other.key);
    await page.getByRole('button', { name: 'Registra le dipendenze' }).click();
    await page.getByText('Modifica registrata.').waitFor();
    const { dependsOn } = await done(ask('GET', `/milestones/${key}`));
    expect(dependsOn.map((one: { key: string }) => one.key)).toContain(other.key);
    await context.close();
  });
});

describe('the link in a reminder', () => {
  test('opens the form for people who may report, until the form is closed', async () => {
    const { page, context, go } = await shown(390);
    await go(at(`/milestones/${await openMilestone()}?do=report`));
    await page.getByLabel('Nuova data prevista').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Annulla', exact: true }).click();
    await page.getByLabel('Nuova data prevista').waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
    await context.close();
  });

  test('leads signed-out people to sign-in, only if it requests the form', async () => {
    const { page, context, go } = await visit(browser, office.address, 390);
    const address = at(`/milestones/${await openMilestone()}`);
    await go(address);
    expect(await page.getByRole('link', { name: 'Accedi per aggiornare lo stato' }).count()).toBe(0);
    await go(`${address}?do=report`);
    await page.getByRole('link', { name: 'Accedi per aggiornare lo stato' }).click();
    await page.waitForURL('**/sign-in?to=*');
    await settled(page);
    expect(new URL(page.url()).searchParams.get('to')).toBe(`${address}?do=report`);
    await context.close();
  });
});
