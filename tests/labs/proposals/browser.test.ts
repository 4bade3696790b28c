// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Ask, askingIn, day, done } from '../../harness/keeping.ts';
import { asker, fromElsewhere, madeLab, madeMachine, mailsTo, readLab, secretTo } from '../../harness/labs.ts';
import { withBrowser, withSigned } from '../../harness/opened.ts';
import { type Signed, signIn } from '../../harness/people.ts';
import { asSigned, axeFindings, looks, settled, sidewaysBy, visit } from '../../harness/walk.ts';

const programme = 'manifattura-milano';
const { database, office, browser } = withBrowser();
const anna = withSigned(database, { role: 'official', programme, office: 'Ufficio prova' });
let ask: Ask;
let lab: string;
let operator: Signed;
beforeAll(async () => {
  ask = askingIn(office, programme, anna);
  lab = await madeLab(ask, 'Officina del legno', { latitude: 45.47, longitude: 9.19 });
  await madeMachine(ask, lab, 'cnc-routing', { brand: 'Felder', widthMm: 2500, depthMm: 1300, materials: ['plywood'] });
  operator = await signIn(database, { role: 'operator', programme, labs: [lab] });
});
const page = (path: string, language = 'it') => `/${language}/${programme}${path}`;
const opened = async (who: Signed, width = 1440, language = 'it') =>
  asSigned(await visit(browser, office.address, width, language), office.address, who);
const linkTo = async (email: string, language = 'it') => `/${language}/request#${await secretTo(database, email)}`;
const post = (path: string, input: object) => done(fromElsewhere(office)(`/programmes/${programme}${path}`, input));
const need = { process: 'cnc-routing', material: 'plywood', widthMm: 1000, byDay: day(30) };

/** Contact details of a person without an account. */
async function asMario(seen: Page, email: string) {
  await seen.getByLabel('Il tuo nome').fill('Mario Richiedente');
  await seen.getByLabel('La tua e-mail').fill(email);
}

describe('a firm', () => {
  test('searches, sends a request, confirms it by link, and reads the answer of the lab', async () => {
    const email = 'impresa@example.org';
    const firm = await visit(browser, office.address, 390);
    await firm.go(page('/labs-match'));
    await firm.page.getByLabel('Lavorazione').selectOption('cnc-milling');
    await firm.page.getByLabel('Materiale').selectOption('plywood');
    await firm.page.getByLabel('Larghezza (mm)').fill('1000');
    await firm.page.getByRole('button', { name: 'Cerca', exact: true }).click();
    await firm.page.getByText('1 laboratorio può farlo').waitFor();
    await firm.page
      .getByText('il pezzo rientra nell’area di lavoro (2500 × 1300 mm)')
      .or(firm.page.getByText(/il pezzo rientra nell’area di lavoro/))
      .waitFor();
    await firm.page.getByLabel('Chiedi a Officina del legno').check();
    await firm.page.getByLabel('Che cosa ti serve').fill('Venti sgabelli');
    await firm.page.getByLabel(/^Riservato/).check();
    await asMario(firm.page, email);
    expect(await sidewaysBy(firm.page)).toBe(0);
    await firm.page.getByRole('button', { name: 'Invia la richiesta', exact: true }).click();
    await firm.page.getByText(`E-mail inviata a ${email}.`).waitFor();
    await firm.go(await linkTo(email));
    await firm.page.getByText('non ha ancora risposto').waitFor();

    const keeper = await opened(operator, 390);
    await keeper.go(page(`/labs/${lab}`));
    await keeper.page.getByRole('link', { name: 'Richieste delle imprese' }).click();
    await keeper.page.getByRole('button', { name: 'Apri: mi impegno alla riservatezza' }).waitFor();
    expect(await keeper.page.getByText('Venti sgabelli').count()).toBe(0);
    await keeper.page.getByRole('button', { name: 'Apri: mi impegno alla riservatezza' }).click();
    const asked = keeper.page.locator('.request').filter({ hasText: 'Venti sgabelli' });
    await asked.getByLabel('La risposta all’impresa').fill('In due settimane.');
    await asked.getByRole('button', { name: 'Invia la risposta' }).click();
    await asked.getByText('Risposta inviata: può farlo').waitFor();

    await firm.page.reload();
    await settled(firm.page);
    await firm.page.getByText('In due settimane.').waitFor();
    expect((await mailsTo(database, email)).at(-1)?.body).toContain('In due settimane.');
    expect([...firm.complaints, ...keeper.complaints]).toEqual([]);
    await firm.context.close();
    await keeper.context.close();
  });

  test('withdraws a request, which is then deleted', async () => {
    const email = 'ritira@example.org';
    await post('/needs', { ...asker(email), need: { ...need, about: 'Ci ripenso' }, labs: [lab] });
    const firm = await visit(browser, office.address, 1440);
    await firm.go(await linkTo(email));
    await firm.page.getByRole('button', { name: 'Ritira la richiesta' }).click();
    await firm.page.getByRole('button', { name: 'Sì, ritirala' }).click();
    await firm.page.getByText('Richiesta ritirata: i dati sono stati eliminati.').waitFor();
    expect(await mailsTo(database, email)).toEqual([]);
    await firm.context.close();
  });

  test('has requests that officials cannot read; officials are told so', async () => {
    const official = await opened(anna);
    await official.go(page(`/labs/${lab}/asked`));
    await official.page.getByText('Riservato a chi gestisce questa scheda: accedi con il suo account.').waitFor();
    await official.context.close();
  });
});

describe('a person who proposes a lab', () => {
  test('sees why a location is invalid, corrects it and sends; possible duplicates appear while typing', async () => {
    const email = 'propone@example.org';
    const seen = await visit(browser, office.address, 390);
    await seen.go(page('/labs-propose'));
    await seen.page.getByLabel('Nome del laboratorio').fill('Officina del legn');
    await seen.page.locator('.alike').getByRole('link', { name: 'Officina del legno' }).waitFor();
    await seen.page.getByLabel('Nome del laboratorio').fill('Telaio Comune');
    await seen.page.getByLabel('Latitudine').fill('0');
    await seen.page.getByLabel('Longitudine').fill('0');
    await asMario(seen.page, email);
    await seen.page.getByRole('button', { name: 'Invia la proposta', exact: true }).click();
    await seen.page.getByRole('alert').waitFor();
    expect(await axeFindings(seen.page)).toEqual([]);
    await seen.page.getByLabel('Latitudine').fill('45.46');
    await seen.page.getByLabel('Longitudine').fill('9.18');
    await seen.page.getByRole('button', { name: 'Invia la proposta', exact: true }).click();
    await seen.page.getByText('Controlla la tua e-mail').waitFor();
    await seen.go(await linkTo(email));
    await seen.page.getByText('Proposta di un laboratorio: in attesa di risposta').waitFor();
    await seen.page.getByText('Nessun ufficio l’ha ancora presa in carico.').waitFor();
    await seen.context.close();
  });
});

describe('an official', () => {
  test('answers a claim by keyboard; the sender sees who handles it, and then the answer', async () => {
    const email = 'tiene@example.org';
    const mine = await madeLab(ask, 'Officina contesa');
    const claimant = await visit(browser, office.address, 390);
    await claimant.go(page(`/labs/${mine}`));
    await claimant.page.getByRole('link', { name: 'È il tuo laboratorio? Chiedi di gestire questa scheda' }).click();
    await claimant.page.getByLabel('Perché è il tuo laboratorio').fill('Ne sono il presidente.');
    await asMario(claimant.page, email);
    await claimant.page.getByRole('button', { name: 'Chiedi di gestirla' }).click();
    await claimant.page.getByText('Controlla la tua e-mail').waitFor();
    await claimant.go(await linkTo(email));
    await claimant.page.getByText('Nessun ufficio').waitFor();

    const official = await opened(anna);
    await official.go(page('/requests'));
    const request = official.page.locator('.request').filter({ hasText: 'Officina contesa' });
    const press = async (name: string) => {
      await request.getByRole('button', { name }).focus();
      await official.page.keyboard.press('Enter');
    };
    await press('Prendi in carico');
    await request.getByText('in carico a te').waitFor();
    await claimant.page.reload();
    await claimant.page.getByText('In carico a: Ufficio prova').waitFor();
    await press('Rispondi');
    // The form replaces the button: the next Tab is inside it.
    await request.getByRole('button', { name: 'Accogli', exact: true }).waitFor();
    await request.getByLabel('La risposta per chi ha chiesto').focus();
    await official.page.keyboard.type('Benvenuti.');
    await official.page.keyboard.press('Tab');
    await official.page.keyboard.press('Enter');
    await official.page.getByText('Benvenuti.').waitFor();
    await claimant.page.reload();
    await claimant.page.getByText('Richiesta di gestire una scheda: accolta').waitFor();
    expect((await mailsTo(database, email)).map(({ once }) => once.split(':')[0])).toContain('invitation');
    expect([...official.complaints, ...claimant.complaints]).toEqual([]);
    await official.context.close();
    await claimant.context.close();
  });

  test('adds an applicant to the public qualified list', async () => {
    await done(ask('PUT', '/qualified-labs/requirements', { items: [{ name: { it: 'Statuto' }, document: true }] }));
    const keeper = await opened(operator);
    await keeper.go(page(`/labs/${lab}`));
    const acts = (of: Page) => of.locator('#qualification');
    await acts(keeper.page).locator('.switch button').first().click();
    await acts(keeper.page).locator('form button[type=submit]').click();
    await keeper.context.close();
    const official = await opened(anna);
    await official.go(page(`/labs/${lab}`));
    await acts(official.page)
      .locator('.switch button')
      .filter({ hasText: /qualific/i })
      .first()
      .click();
    await acts(official.page).locator('input[type=date]').fill(day(60));
    await acts(official.page).locator('form button[type=submit]').click();
    await official.page.getByText('nell’elenco qualificato').first().waitFor();
    expect((await readLab(ask, lab)).qualified).toBe(true);
    await official.context.close();
    const { page: list, context, go } = await visit(browser, office.address, 390);
    await go(page('/qualified-labs'));
    await list.getByRole('link', { name: 'Officina del legno' }).waitFor();
    expect(await axeFindings(list)).toEqual([]);
    await context.close();
  });
});

describe('what is asked of the register', () => {
  test.each(looks)('is without fault in %s at %i px', async (language, width) => {
    const email = `pagine.${language}.${width}@example.org`;
    await post('/proposals', { ...asker(email, language), lab: { labName: 'Officina del legno due', kind: 'hub' } });
    const faults: string[] = [];
    const look = async (of: Page, what: string) => {
      faults.push(...(await axeFindings(of)).map((one) => `${what}: ${one}`));
      if ((await sidewaysBy(of)) !== 0) faults.push(`${what}: scrolls sideways`);
    };
    const anyone = await visit(browser, office.address, width, language);
    await anyone.go(await linkTo(email, language));
    await look(anyone.page, 'my request');
    await anyone.go(page('/labs-match', language));
    await anyone.page.locator('select[name=process]').selectOption('cnc-routing');
    await anyone.page.locator('form button[type=submit]').click();
    await anyone.page.locator('.entry input[type=checkbox]').first().check();
    await look(anyone.page, 'match');
    const firm = `impresa.${email}`;
    await post('/needs', { ...asker(firm), need: { ...need, about: 'Prova' }, labs: [lab] });
    await anyone.go(await linkTo(firm, language));
    await look(anyone.page, 'my search');
    const official = await opened(anna, width, language);
    await official.go(page('/requests', language));
    await official.page.locator('.request .button').first().click();
    await official.page.locator('.request form').waitFor();
    await look(official.page, 'requests');
    await official.go(page('/qualified-labs', language));
    await look(official.page, 'qualified');
    const keeper = await opened(operator, width, language);
    await keeper.go(page(`/labs/${lab}/asked`, language));
    await keeper.page.locator('.request form').first().waitFor();
    await look(keeper.page, 'asked');
    expect([...faults, ...anyone.complaints, ...official.complaints, ...keeper.complaints]).toEqual([]);
    for (const { context } of [anyone, official, keeper]) await context.close();
  });
});
