// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { withBrowser, withSigned } from '../harness/opened.ts';
import { askingAs } from '../harness/people.ts';
import {
  asSigned,
  axeFindings,
  keyboardFaults,
  languages,
  settled,
  sidewaysBy,
  type Visit,
  visit,
  widths,
} from '../harness/walk.ts';

const programme = 'manifattura-milano';
const { database, office, browser } = withBrowser();
const official = withSigned(database, { role: 'official', programme, name: 'Olga Ufficio' });
const firm = withSigned(database, { role: 'applicant', programme, name: 'Ditta Uno', office: 'Ditta Uno' });
const other = withSigned(database, { role: 'applicant', programme, name: 'Ditta Due', office: 'Ditta Due' });
const third = withSigned(database, { role: 'applicant', programme, name: 'Ditta Tre', office: 'Ditta Tre' });
const judge = withSigned(database, { role: 'evaluator', programme, name: 'Vera Valuta' });
const second = withSigned(database, { role: 'evaluator', programme, name: 'Ugo Esperto' });

const shots = process.env.OFFICINA_SHOTS;
const base = `/api/v1/programmes/${programme}`;
const hence = (ms: number) => new Date(Date.now() + ms).toISOString();

async function at(who: { cookie: string } | null, path: string, width = 1440, language = 'it'): Promise<Visit> {
  const visiting = await visit(browser, office.address, width, language);
  if (who) await asSigned(visiting, office.address, who);
  await visiting.go(`/${language}/${programme}${path}`);
  return visiting;
}

/** What a page must never have; at both widths and in both languages. */
async function faultsOf(who: { cookie: string } | null, path: string): Promise<string[]> {
  const faults: string[] = [];
  for (const width of widths)
    for (const language of languages) {
      const { page, context, complaints } = await at(who, path, width, language);
      await page.waitForTimeout(300);
      const found = [...(await axeFindings(page)), ...complaints];
      faults.push(...found.map((one) => `${path} ${width} ${language}: ${one}`));
      const sideways = await sidewaysBy(page);
      if (sideways !== 0) faults.push(`${path} ${width} ${language}: scrolls sideways by ${sideways} px`);
      if (width === 1440 && language === 'it')
        faults.push(...(await keyboardFaults(page)).faults.map((one) => `${path}: ${one}`));
      if (shots)
        await page.screenshot({
          path: `${shots}${path.replaceAll('/', '_')}-${width}-${language}.png`,
          fullPage: true,
        });
      await context.close();
    }
  return faults;
}

/** Closes a call by the clock that decides: the database's. */
const close = async (call: string) => {
  await database.pool.query("update call set closes_at = now() - interval '1 second' where key = $1", [call]);
};

async function fill({ page }: Visit, name: string) {
  await page.getByLabel('Nome dell’impresa').fill(name);
  await page.getByLabel('Codice fiscale', { exact: true }).fill('01199250158');
  await page.getByLabel('Partita IVA').fill('01199250158');
  await page.getByRole('button', { name: /^Avanti/ }).click();
  await page.getByRole('textbox', { name: 'Progetto' }).fill('Un laboratorio di ceramica.\nAl piano terra.');
  await page.getByRole('button', { name: /^Avanti/ }).click();
}

async function submit({ page }: Visit) {
  await page.getByText(/^Salvato alle/).waitFor();
  await page
    .getByRole('button', { name: /Rileggi e presenta/ })
    .first()
    .click();
  await page.getByText('C’è tutto.').waitFor();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Presenta la domanda' }).click();
  await page.getByText('SHA-256 del contenuto').waitFor();
}

async function withdrawAndComeBack({ page }: Visit) {
  await page.getByRole('button', { name: 'Ritira la domanda' }).click();
  await page.getByRole('button', { name: 'Sì, ritirala' }).click();
  await page.getByRole('heading', { name: 'La tua domanda è ritirata' }).waitFor();
  await page.getByRole('button', { name: 'Presenta di nuovo' }).click();
  await page.getByRole('heading', { name: 'La tua domanda è presentata' }).waitFor();
}

async function published(kind: string, some: (plan: object) => object): Promise<string> {
  const ask = askingAs(office.address, official);
  const area = (await ask('GET', `${base}/areas`)).body.items[0].key;
  const draft = (await ask('POST', `${base}/call-drafts`, { kind, area })).body;
  const dated = { opensAt: hence(-60_000), closesAt: hence(2 * 864e5 + 3 * 36e5) };
  const path = `${base}/call-drafts/${draft.draftId}`;
  const saved = await ask(
    'PUT',
    path,
    { plan: { ...some(draft.plan), ...dated } },
    { 'if-match': `"${draft.version}"` },
  );
  expect(saved.body.faults).toEqual([]);
  const ifMatch = { 'if-match': `"${saved.body.version}"` };
  return (await ask('POST', `${path}/publication`, { act: 'DD 12/2026' }, ifMatch)).body.call;
}

/** Drafts a voucher call on the page, from its template to its publication. */
async function drafted(): Promise<{ call: string; faults: string[] }> {
  const { page, context, complaints } = await at(official, '/spaces');
  await page.getByRole('link', { name: 'I bandi dell’ufficio' }).click();
  await page.getByRole('button', { name: 'Prepara un bando' }).click();
  await page.getByLabel('Tipo').selectOption('voucher');
  await page.getByRole('button', { name: 'Comincia dal modello' }).click();
  await page.getByText('3 cose impediscono di pubblicarlo').waitFor();
  const faults = await faultsOf(official, new URL(page.url()).pathname.replace(`/it/${programme}`, ''));
  faults.push(...(await faultsOf(official, '/call-drafts')));
  await page.getByLabel('Nome, in italiano').first().fill('Voucher di prova');
  await page.getByLabel('Nome, in inglese').first().fill('Trial vouchers');
  const local = (ms: number) =>
    page.evaluate((at) => {
      const then = new Date(at);
      return new Date(+then - then.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
    }, Date.now() + ms);
  await page.getByLabel('Si apre').fill(await local(-60_000));
  await page.getByLabel('Si chiude').fill(await local(2 * 864e5 + 3 * 36e5));
  await page.getByLabel('Dotazione, in euro').fill('50000');
  await page.getByRole('button', { name: 'Salva la bozza' }).click();
  await page.getByText('Niente impedisce di pubblicarlo.').waitFor();
  await page.getByLabel('Numero dell’atto').fill('DD 12/2026');
  await page.getByRole('button', { name: 'Pubblica il bando' }).click();
  await page.getByRole('button', { name: 'Sì, pubblica' }).click();
  await page.waitForURL(/\/calls\/[\w-]+$/);
  const call = page.url().split('/').at(-1) ?? '';
  await context.close();
  return { call, faults: [...faults, ...complaints] };
}

test('a voucher call: a citizen sees its fund, a firm applies and is admitted, the office releases the grant', async () => {
  const { call, faults } = await drafted();
  const citizen = await at(null, `/calls/${call}`);
  expect(await citizen.page.textContent('main')).toMatch(/si chiude tra 2 giorni 2 ore/);
  await citizen.page
    .getByText(/Restano 50\.000/)
    .first()
    .waitFor();
  await citizen.page.getByRole('button', { name: 'Fai domanda' }).click();
  await citizen.page.getByLabel('Impresa').fill('Ditta Nuova');
  await citizen.page.getByLabel('E-mail').fill('ditta@example.org');
  await citizen.page.getByRole('button', { name: 'Ricevi il link' }).click();
  await citizen.page.getByText('Guarda la posta').waitFor();

  const applying = await at(firm, `/calls/${call}/apply`);
  const { page } = applying;
  await page
    .getByRole('button', { name: /Rileggi e presenta/ })
    .first()
    .click();
  await page.getByText(/Mancano ancora/).waitFor();
  await page.getByRole('button', { name: 'Nome dell’impresa' }).click();
  await fill(applying, 'Ditta Uno');
  await page.getByLabel('Contributo chiesto, in euro').fill('40000');
  await page.getByText(/massimale di 300\.000/).waitFor();
  await page.getByRole('button', { name: /^Avanti/ }).click();
  // Without a connection nothing typed is lost, and it goes out by itself when there is one again.
  await page.getByText(/^Salvato alle/).waitFor();
  await applying.context.setOffline(true);
  await page.getByRole('checkbox').first().check();
  await page.getByText(/^Non salvato: manca la connessione/).waitFor();
  await applying.context.setOffline(false);
  await submit(applying);
  applying.complaints.splice(0);
  await page.getByText(/Ammessa per 40\.000/).waitFor();

  // The fund is looked at again and again: the citizen need not do anything.
  await citizen.page
    .getByText(/Restano 10\.000/)
    .first()
    .waitFor();
  await citizen.context.close();

  faults.push(
    ...(await faultsOf(null, `/calls/${call}`)),
    ...(await faultsOf(firm, `/calls/${call}/apply`)),
    ...(await faultsOf(other, `/calls/${call}/apply?step=money`)),
  );
  expect(faults).toEqual([]);

  const desk = await at(official, `/calls/${call}/desk`);
  await desk.page.getByRole('button', { name: /Rilascia il contributo/ }).click();
  await desk.page.getByLabel('Motivo').fill('Ha rinunciato.');
  await desk.page.getByRole('button', { name: 'Rilascia il contributo', exact: true }).click();
  await desk.page
    .getByText(/Restano 50\.000/)
    .first()
    .waitFor();
  await desk.context.close();
  await applying.context.close();
  expect([...citizen.complaints, ...applying.complaints, ...desk.complaints]).toEqual([]);
}, 400_000);

async function score({ page }: Visit, number: number, points: readonly string[]) {
  const form = page.getByRole('form', { name: `I tuoi punti per la domanda ${number}` });
  for (const [index, given] of points.entries()) await form.getByLabel('Punti').nth(index).fill(given);
  await form.getByRole('button', { name: `Salva i punti della domanda ${number}` }).click();
  await page.getByText(`Domanda ${number} — valutata`).first().waitFor({ state: 'attached' });
}

test('a call for spaces: sealed applications, two evaluators, a provisional and a final ranking, and who comes next', async () => {
  const spaces = await database.pool.query<{ key: string }>(
    "update space set state = 'available' where key in (select key from space where state in ('available', 'surveyed', 'in-call') limit 1) returning key",
  );
  const lots = [{ space: spaces.rows[0]?.key, feeEurYear: 1200 }];
  const name = { it: 'Spazi di prova', en: 'Trial spaces' };
  const call = await published('space', (plan) => ({ ...plan, name, lots, threshold: null }));
  for (const [who, firmName] of [
    [firm, 'Ditta Uno'],
    [other, 'Ditta Due'],
    [third, 'Ditta Tre'],
  ] as const) {
    const applying = await at(who, `/calls/${call}/apply`);
    await fill(applying, firmName);
    await applying.page.getByRole('checkbox').first().check();
    await applying.page.getByRole('button', { name: /^Avanti/ }).click();
    await applying.page.getByRole('checkbox').first().check();
    await submit(applying);
    if (who === third) await withdrawAndComeBack(applying);
    await applying.context.close();
    expect(applying.complaints).toEqual([]);
  }
  const desk = await at(official, `/calls/${call}/desk`);
  await desk.page.getByText('Il contenuto è sigillato').waitFor();
  expect(await desk.page.textContent('main')).not.toMatch(/Ditta Uno/);
  await desk.page.getByRole('button', { name: 'Rispondi a una domanda' }).click();
  await desk.page.getByLabel('Domanda, in italiano').fill('Si può chiedere un solo spazio?');
  await desk.page.getByLabel('Risposta, in italiano').fill('Sì, anche uno solo.');
  await desk.page.getByRole('button', { name: 'Pubblica', exact: true }).click();
  await desk.page.getByText('Fatto: è registrato.').waitFor();
  await desk.page.getByRole('button', { name: 'Rettifica il bando' }).click();
  await desk.page.getByLabel('Numero dell’atto').fill('DD 15/2026');
  await desk.page.getByLabel('Nuova chiusura').fill('2040-01-01T12:00');
  await desk.page.getByLabel('Motivo, in italiano').fill('Più tempo per i sopralluoghi.');
  await desk.page.getByRole('button', { name: 'Pubblica la rettifica' }).click();
  await desk.page.getByText('Fatto: è registrato.').waitFor();
  await close(call);
  await desk.page.reload();
  await settled(desk.page);
  const three = desk.page.getByRole('listitem').filter({ hasText: 'Domanda 3: Ditta Tre' });
  await three.getByRole('button', { name: /^Escludi/ }).click();
  await three.getByLabel('Motivo').fill('Non è in regola con i contributi.');
  await three.getByRole('button', { name: 'Escludi', exact: true }).click();
  await three.getByText('Esclusa: Non è in regola').waitFor();
  for (const one of ['Vera Valuta', 'Ugo Esperto']) await desk.page.getByLabel(one).check();
  await desk.page.getByRole('button', { name: 'Nomina' }).click();
  await desk.page.getByText('Fatto: è registrato.').first().waitFor();

  const scoring = await at(judge, `/calls/${call}/evaluation`);
  await score(scoring, 1, ['8', '7', '6']);
  await score(scoring, 2, ['9', '9', '9']);
  expect(await scoring.page.textContent('main')).toMatch(/I punti degli altri si vedono quando tutti/);
  const faults = await faultsOf(judge, `/calls/${call}/evaluation`);
  const narrow = await at(second, `/calls/${call}/evaluation`, 390);
  await score(narrow, 1, ['8', '7', '6']);
  await narrow.page.getByLabel('Quale domanda').press('ArrowRight');
  await score(narrow, 2, ['9', '8', '9']);
  await narrow.page.getByText('I punti degli altri', { exact: true }).waitFor();
  await narrow.page.getByRole('button', { name: /^Successiva/ }).click();
  await narrow.page.getByRole('button', { name: /conflitto di interessi sulla domanda 3/ }).click();
  await narrow.page.getByLabel('In che cosa consiste').fill('Sono socio della ditta.');
  await narrow.page.getByRole('button', { name: 'Dichiara il conflitto' }).click();
  await narrow.page.getByText('non la vedi più').waitFor();
  await narrow.context.close();
  await scoring.context.close();

  await desk.page.reload();
  await settled(desk.page);
  await desk.page.getByText('2 domande valutate su 3.').waitFor();
  await desk.page.getByRole('button', { name: 'Punti concordati per la domanda 1' }).click();
  const agreed = desk.page.getByRole('form', { name: 'Punti concordati per la domanda 1' });
  for (const index of [0, 1, 2]) await agreed.getByLabel('Punti', { exact: true }).nth(index).fill('5');
  await agreed.getByRole('button', { name: 'Registra l’accordo' }).click();
  await desk.page.getByText('punti concordati', { exact: false }).first().waitFor();
  for (const [label, done] of [
    ['Pubblica la provvisoria', 'È pubblicata la provvisoria.'],
    ['Pubblica la definitiva', 'È pubblicata la definitiva.'],
  ] as const) {
    await desk.page.getByLabel('Numero dell’atto').fill('DD 20/2026');
    await desk.page.getByRole('button', { name: label }).click();
    await desk.page.getByRole('button', { name: 'Sì, pubblica' }).click();
    await desk.page.getByText(done).waitFor();
  }
  faults.push(...(await faultsOf(official, `/calls/${call}/desk`)));
  await desk.page.getByLabel('Numero dell’atto').fill('DD 30/2026');
  await desk.page.getByLabel('2. Ditta Due').check();
  await desk.page.getByRole('button', { name: 'Fai scorrere la graduatoria' }).click();
  await desk.page.getByRole('button', { name: 'Sì, pubblica' }).click();
  await desk.page.getByText('È pubblicato uno scorrimento.').waitFor();
  await desk.context.close();

  const citizen = await at(null, `/calls/${call}`);
  await citizen.page.getByRole('heading', { name: /^Scorrimento: ora 1 su 3/ }).waitFor();
  const told = await citizen.page.textContent('main');
  for (const one of [
    'Sì, anche uno solo.',
    'Più tempo per i sopralluoghi.',
    'Non è in regola con i contributi.',
    'ha rinunciato',
  ])
    expect(told).toContain(one);
  const inputs = await citizen.page
    .getByRole('link', { name: 'Dati per il ricalcolo (JSON)' })
    .first()
    .getAttribute('href');
  expect((await fetch(office.address + inputs)).status).toBe(200);
  await citizen.context.close();
  faults.push(...(await faultsOf(null, `/calls/${call}`)));
  expect(faults).toEqual([]);
  expect([...desk.complaints, ...scoring.complaints, ...narrow.complaints]).toEqual([]);
}, 400_000);
