// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { differencesIn } from '../../../api/recompute.ts';
import { applied, closeCall, freeSpaces, vatNumbers } from '../../harness/calls.ts';
import { cityTime, withCast } from '../../harness/cast.ts';
import { askingIn, done } from '../../harness/keeping.ts';
import { today } from '../../harness/office.ts';
import { signIn } from '../../harness/people.ts';
import { asSigned, settled, type Visit } from '../../harness/walk.ts';

const programme = 'citta-campione';
const { database, office, signed, windowOf, go, accept, look, end } = withCast(programme);
const hour = 3_600_000;
const ask = (who: { cookie: string }) => askingIn(office, programme, who);
const textOf = ({ page }: Visit) => page.locator('main').innerText();
const again = async ({ page }: Visit) => {
  await page.reload();
  await settled(page);
};
const button = (within: Visit['page'] | Locator, name: string) => within.getByRole('button', { name, exact: true });
const heading = ({ page }: Visit, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();

/** The official drafts a call for two spaces from its template, and publishes it with its act. */
async function published(official: Visit, name: string, spaces: string[]): Promise<string> {
  const { page } = await go(official, '/call-drafts');
  await button(page, 'Prepara un bando').click();
  await button(page, 'Crea dal modello').click();
  await page.getByLabel('Nome, in italiano').first().fill(name);
  await page.getByLabel('Nome, in inglese').first().fill('Trial spaces');
  await page.getByLabel('Traguardo').selectOption({ index: 1 });
  await page.getByLabel('Si apre').fill(cityTime(-60_000));
  await page.getByLabel('Si chiude').fill(cityTime(50 * hour));
  await button(page, 'Aggiungi un requisito').click();
  const asked = page.getByRole('group', { name: 'Documenti e dichiarazioni 2' });
  await asked.getByLabel('Nome, in italiano').fill('Relazione');
  await asked.getByLabel('Tipo').selectOption('document');
  await asked.getByLabel('Obbligatorio').uncheck();
  for (const [at, space] of spaces.entries()) {
    await button(page, 'Aggiungi un lotto').click();
    await page
      .getByRole('group', { name: `Lotti ${at + 1}` })
      .getByLabel('Spazio')
      .selectOption(space);
  }
  await button(page, 'Salva la bozza').click();
  await page.getByText('Il bando è pronto per la pubblicazione.').waitFor();
  await page.getByLabel('Provvedimento (tipo, numero, data)').fill('DD 12/2026');
  await button(page, 'Pubblica il bando').click();
  await button(page, 'Sì, pubblica').click();
  await page.waitForURL(/\/calls\/[\w-]+$/);
  return page.url().split('/').at(-1) ?? '';
}

/** A citizen requests a registration link and returns as a firm. */
async function registered(citizen: Visit, call: string): Promise<Visit> {
  const { page } = citizen;
  await button(page, 'Fai domanda').click();
  await page.getByLabel('Impresa').fill('Ditta Due');
  await page.getByLabel('E-mail').fill('due@example.org');
  await button(page, 'Ricevi il link').click();
  await page.getByText('Controlla la tua e-mail').waitFor();
  return go(await accept('due@example.org', 'Dina Due', 390), `/calls/${call}/apply`);
}

async function asks(applicant: Visit, official: Visit, call: string) {
  const { page } = await go(applicant, `/calls/${call}`);
  await page.getByRole('textbox', { name: 'Il tuo quesito sul bando' }).fill('Si può chiedere un solo spazio?');
  await button(page, 'Invia il quesito').click();
  await page.getByText(/^Quesito inviato/).waitFor();
  const { page: desk } = await go(official, `/calls/${call}/desk`);
  await desk.getByRole('button', { name: /^Rispondi in pubblico/ }).click();
  await desk.getByLabel('Risposta, in italiano').fill('Sì, anche uno solo.');
  await button(desk, 'Pubblica').click();
  await desk.getByRole('heading', { name: /in attesa di risposta/ }).waitFor({ state: 'detached' });
}

/** The firm completes every step with autosave. */
async function applies({ page }: Visit, name: string, vat: string, file?: string) {
  const next = () => page.getByRole('button', { name: /^Avanti/ }).click();
  await page.getByLabel('Nome dell’impresa').fill(name);
  await page.getByLabel('Codice fiscale', { exact: true }).fill(vat);
  await page.getByLabel('Partita IVA').fill(vat);
  await next();
  await page.getByRole('textbox', { name: 'Progetto' }).fill('Un laboratorio di ceramica.\nAl piano terra.');
  await next();
  await page.getByRole('checkbox').check();
  await page.getByText(/^Salvato alle/).waitFor();
  if (file) {
    const buffer = Buffer.from('%PDF-1.7\nuna relazione');
    await page.getByLabel(/Oppure allega un file/).setInputFiles({ name: file, mimeType: 'application/pdf', buffer });
    await page.getByRole('link', { name: file }).waitFor();
  }
  await next();
  for (const lot of [0, 1])
    await page
      .getByRole('group', { name: /^Spazi/ })
      .getByRole('checkbox')
      .nth(lot)
      .check();
  await page.getByText(/^Salvato alle/).waitFor();
  await next();
  await page.getByText('La domanda è completa.').waitFor();
  await page.getByRole('checkbox').check();
  await button(page, 'Presenta la domanda').click();
  await page.getByText('SHA-256 del contenuto').waitFor();
}

async function withdrawsAndComesBack(firm: Visit) {
  await button(firm.page, 'Ritira la domanda').click();
  await button(firm.page, 'Sì, ritirala').click();
  await heading(firm, 'La tua domanda, ritirata');
  await button(firm.page, 'Presenta di nuovo').click();
  await heading(firm, 'La tua domanda, presentata');
}

/** Two more firms apply through the API; returns the first. */
async function twoMore(call: string) {
  const { run, lotList } = await done(ask(signed.applicant)('GET', `/calls/${call}`));
  const answers = { [run.requirements[0].key]: true };
  const lots = lotList.map(({ key }: { key: string }) => key);
  for (const [at, name] of [
    [2, 'Ditta Tre'],
    [3, 'Ditta Quattro'],
  ] as const) {
    const firm = { name, taxCode: vatNumbers[at], vatNumber: vatNumbers[at], linked: [] };
    await applied(ask(await signIn(database, { role: 'applicant', programme })), call, null, { firm, lots, answers });
  }
}

/** Applications are sealed until the deadline; a person without a part in the call sees who may read them. */
async function isSealed(call: string, other: Visit, { official, citizen, judge }: Record<string, Visit>) {
  if (!official || !citizen || !judge) throw new Error('somebody is missing');
  await again(official);
  expect(await textOf(official)).toContain('4 domande. Il contenuto è sigillato per tutti fino alla chiusura.');
  expect(await textOf(official)).not.toMatch(/Ditta (Uno|Due|Tre|Quattro)/);
  for (const who of Object.values(signed)) {
    const { status, body } = await ask(who)('GET', `/calls/${call}/applications`);
    expect(status === 200 ? body.items.map(({ content }: { content: unknown }) => content) : status).toEqual(
      status === 200 ? [null, null, null, null] : 403,
    );
  }
  await heading(await go(other, `/calls/${call}`), 'Bando delle botteghe');
  expect(await other.page.getByRole('link', { name: /Gestisci il bando|Valuta le domande/ }).count()).toBe(0);
  await heading(await go(other, `/calls/${call}/desk`), /Bando gestito dall’ufficio/);
  await heading(
    await go(other, `/calls/${call}/evaluation`),
    'La valutazione spetta alla commissione nominata per questo bando: chiedi la nomina all’ufficio.',
  );
  await heading(await go(judge, `/calls/${call}/evaluation`), /Valuta/);
  expect(await textOf(judge)).not.toMatch(/Ditta (Uno|Due|Tre|Quattro)/);
  await again(citizen);
  expect(await textOf(citizen)).toContain('Sì, anche uno solo.');
}

const received = ({ page }: Visit, name: string) => page.getByRole('listitem').filter({ hasText: name });

/** After the deadline the office names evaluators, asks one firm for documents and excludes another. */
async function examines(official: Visit, applicant: Visit, call: string) {
  const { page } = official;
  await again(official);
  for (const one of ['Vera Valuta', 'Ugo Esperto']) await page.getByLabel(one).check();
  await button(page, 'Nomina la commissione').click();
  await page.getByText('Modifica registrata.').first().waitFor();
  const one = received(official, 'Domanda 1: Ditta Uno');
  await one.getByRole('button', { name: /^Chiedi integrazioni/ }).click();
  await one.getByLabel('Che cosa manca').fill('Manca la visura.');
  await one.getByLabel('Entro').fill(cityTime(48 * hour));
  await button(one, 'Chiedi integrazioni (soccorso istruttorio)').click();
  await one.getByText('L’ufficio chiede integrazioni (soccorso istruttorio)').waitFor();
  const four = received(official, 'Domanda 4: Ditta Quattro');
  await four.getByRole('button', { name: /^Escludi/ }).click();
  await four.getByLabel('Motivo').fill('Non è in regola con i contributi.');
  await button(four, 'Escludi').click();
  await four.getByText('Esclusa: Non è in regola').waitFor();

  await go(applicant, `/calls/${call}/apply`);
  await applicant.page.getByText('Manca la visura.').waitFor();
  await applicant.page.getByLabel('La tua risposta').fill('Eccola, è nella relazione.');
  await look(applicant);
  await button(applicant.page, 'Rispondi').click();
  await applicant.page.getByText('Risposta dell’impresa').waitFor();
  await again(official);
  await one.getByText('Eccola, è nella relazione.').waitFor();
  await one.getByText('Contenuto della domanda').click();
  await one.getByRole('link', { name: 'relazione.pdf' }).waitFor();
}

/** Scores one application by keyboard only. */
async function score({ page }: Visit, number: number, points: number) {
  const form = page.getByRole('form', { name: `I tuoi punti per la domanda ${number}` });
  await form.getByLabel('Punti').first().focus();
  for (let criterion = 0; criterion < 3; criterion += 1) {
    await page.keyboard.type(String(points));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.getByText(`Domanda ${number} — valutata`).first().waitFor({ state: 'attached' });
}

/** Two evaluators score without seeing each other's scores; one declares a conflict of interest. */
async function scored(judge: Visit, second: Visit, call: string) {
  await go(judge, `/calls/${call}/evaluation`);
  await score(judge, 1, 8);
  await score(judge, 2, 9);
  await judge.page.getByLabel('Quale domanda').nth(1).press('ArrowRight');
  await score(judge, 3, 7);
  expect(await textOf(judge)).toMatch(/I punti degli altri sono visibili quando tutti/);
  await look(judge);
  const { page } = await go(second, `/calls/${call}/evaluation`);
  await score(second, 1, 6);
  await page.getByText('I punti degli altri', { exact: true }).waitFor();
  await page.getByLabel('Quale domanda').press('ArrowRight');
  await score(second, 2, 9);
  await page.getByRole('button', { name: /^Successiva/ }).click();
  await page.getByRole('button', { name: /conflitto di interessi sulla domanda 3/ }).click();
  await page.getByLabel('Motivo del conflitto').fill('Sono socio della ditta.');
  await button(page, 'Dichiara il conflitto').click();
  await page.getByText('non visibile: hai dichiarato').waitFor();
}

async function ranks({ page }: Visit, act: string, label: string, said: string) {
  await page.getByLabel('Provvedimento (tipo, numero, data)').fill(act);
  await button(page, label).click();
  await button(page, 'Sì, pubblica').click();
  await page.getByText(said).waitFor();
}

/** An evaluator confirms the proposed consensus. */
async function confirms(judge: Visit, call: string) {
  const { page } = await go(judge, `/calls/${call}/evaluation`);
  await page.getByRole('button', { name: 'Conferma i punti concordati per la domanda 1' }).click();
  await button(page, 'Sì, conferma').click();
  await page.getByText('Hai confermato i punti concordati.').waitFor();
}

/** Provisional ranking, objection, decision, final ranking. */
async function ranked(official: Visit, applicant: Visit, judges: readonly Visit[], call: string) {
  const { page } = official;
  await again(official);
  await page.getByText('Domande valutate: 3 su 4.').waitFor();
  await page.getByRole('button', { name: 'Punti concordati per la domanda 1' }).click();
  const agreed = page.getByRole('form', { name: 'Punti concordati per la domanda 1' });
  for (const index of [0, 1, 2]) await agreed.getByLabel('Punti', { exact: true }).nth(index).fill('8');
  await button(agreed, 'Registra il punteggio concordato').click();
  await page.getByText('punti concordati, da confermare').waitFor();
  for (const judge of judges) await confirms(judge, call);
  await again(official);
  await page.getByText('punti concordati').first().waitFor();
  await page.getByText('da confermare').waitFor({ state: 'detached' });
  await page.getByLabel('Osservazioni fino al').fill(cityTime(48 * hour));
  await ranks(
    official,
    'DD 20/2026',
    'Pubblica la graduatoria provvisoria',
    'La graduatoria provvisoria è pubblicata.',
  );

  await go(applicant, `/calls/${call}/apply`);
  await applicant.page.getByLabel('Le tue osservazioni').fill('I punti sono pochi.');
  await button(applicant.page, 'Presenta le osservazioni').click();
  await applicant.page.getByText('Osservazioni dell’impresa sulla graduatoria').waitFor();
  await database.pool.query('update ranking set objections_until = clock_timestamp() where call = $1', [call]);
  await again(official);
  const one = received(official, 'Domanda 1: Ditta Uno');
  await one.getByText('I punti sono pochi.').waitFor();
  await one.getByLabel('Motivo').fill('I punti sono motivati.');
  await look(official);
  await button(one, 'Decidi').click();
  await one.getByText('Osservazioni non accolte').waitFor();
  await ranks(official, 'DD 21/2026', 'Pubblica la graduatoria definitiva', 'La graduatoria definitiva è pubblicata.');
  await again(applicant);
  await applicant.page.getByText('I punti sono motivati.').waitFor();
}

/** One award gets agreement, keys and opening; another firm gives up and the next one moves up. */
async function awarded(official: Visit, call: string) {
  const { page } = official;
  await page.getByRole('link', { name: 'Ditta Due' }).click();
  for (const step of ['firmato l’accordo', 'ricevuto le chiavi', 'aperto']) {
    await button(page, 'Registra un passo').click();
    await page.getByLabel('Giorno').fill(today());
    if (step === 'firmato l’accordo') await page.getByLabel('Provvedimento (tipo, numero, data)').fill('Rep. n. 7');
    await button(page, 'Registra').click();
    await heading(official, new RegExp(`Ditta Due ha ${step}`));
  }
  await go(official, `/calls/${call}/desk`);
  await page.getByLabel('1. Ditta Uno').check();
  await ranks(official, 'DD 30/2026', 'Pubblica lo scorrimento', 'Lo scorrimento è pubblicato.');
}

/** A board member reads the ranking and recomputes it from the published data. */
async function recomputed(board: Visit, call: string) {
  await heading(await go(board, `/calls/${call}`), 'Graduatoria dopo lo scorrimento: 2 assegnatarie su 4');
  const file = board.page.getByRole('link', { name: 'Dati per il ricalcolo (JSON)' }).first();
  const [download] = await Promise.all([board.page.waitForEvent('download'), file.click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const ranking = JSON.parse(Buffer.concat(chunks).toString());
  expect(differencesIn(ranking)).toEqual([]);
  expect(ranking.entries.map(({ number, outcome }: Record<string, unknown>) => [number, outcome])).toEqual([
    [2, 'assigned'],
    [1, 'gave-up'],
    [3, 'assigned'],
    [4, 'excluded'],
  ]);
}

/** A citizen reads the outcome and follows the chain from the milestone to the firm. */
async function followed(citizen: Visit, call: string, space: string) {
  const { page } = await go(citizen, `/calls/${call}`);
  for (const one of ['Sì, anche uno solo.', 'Non è in regola con i contributi.', 'ha rinunciato', 'aperta'])
    expect(await textOf(citizen)).toContain(one);
  await look(citizen);
  await page.locator('.facts a[href*="/milestones/"]').first().click();
  await page.waitForURL(/\/milestones\//);
  await page.getByRole('link', { name: /^La catena/ }).click();
  const columns = page.locator('.chain');
  const along = (name: string) => columns.getByRole('link', { name, exact: true }).click();
  await along('Bando delle botteghe');
  await heading(citizen, 'Bando delle botteghe');
  await look(citizen);
  await along('Ditta Due');
  await heading(citizen, 'Ditta Due');
  await page.getByRole('link', { name: 'Apri la scheda' }).click();
  await page.waitForURL(/\/organisations\//);
  await heading(citizen, 'Ditta Due');
  await go(citizen, `/spaces/${space}`);
  expect(await page.locator('.byline').innerText()).toMatch(/in uso/);
}

test('a call for spaces with seven participants, from its draft to the opening of a space', async () => {
  const [official, judge, applicant] = [
    await windowOf('official'),
    await windowOf('evaluator'),
    await windowOf('applicant'),
  ];
  const [board, citizen] = [await windowOf('board'), await windowOf('citizen')];
  const ugo = await signIn(database, { role: 'evaluator', programme, name: 'Ugo Esperto' });
  const second = await asSigned(await windowOf('citizen', 390), office.address, ugo);
  const [space = '', other = ''] = await freeSpaces({ database, office, programme, ask: ask(signed.official) }, 2);
  const call = await published(official, 'Bando delle botteghe', [space, other]);
  await go(citizen, `/calls/${call}`);
  expect(await textOf(citizen)).toMatch(/si chiude tra 2 giorni 1 ora/i);
  await asks(applicant, official, call);
  await go(applicant, `/calls/${call}/apply`);
  await applies(applicant, 'Ditta Uno', vatNumbers[0], 'relazione.pdf');
  const due = await registered(citizen, call);
  await applies(due, 'Ditta Due', vatNumbers[1]);
  await withdrawsAndComesBack(due);
  await twoMore(call);
  await isSealed(call, board, { official, citizen, judge });
  await closeCall(database, call);
  await examines(official, applicant, call);
  await scored(judge, second, call);
  await ranked(official, applicant, [judge, second], call);
  await awarded(official, call);
  await recomputed(board, call);
  await followed(citizen, call, space);
  expect(await end()).toEqual([]);
}, 900_000);
