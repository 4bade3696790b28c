// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { applied, vatNumbers } from '../../harness/calls.ts';
import { cityTime, withCast } from '../../harness/cast.ts';
import { askingIn, day, done } from '../../harness/keeping.ts';
import { signIn } from '../../harness/people.ts';
import { settled, type Visit } from '../../harness/walk.ts';

const programme = 'manifattura-milano';
const { database, office, windowOf, go, look, end } = withCast(programme);
const hour = 3_600_000;
const ask = (who?: { cookie: string }) => askingIn(office, programme, who);
const button = ({ page }: Visit, name: string) => page.getByRole('button', { name, exact: true });
const heading = ({ page }: Visit, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();
const text = ({ page }: Visit, words: string | RegExp) => page.getByText(words).first().waitFor();

/** The official drafts a call from the voucher template, sees what is missing, and publishes it. */
async function published(official: Visit): Promise<string> {
  const { page } = await go(official, '/spaces');
  await page.getByRole('link', { name: 'I bandi dell’ufficio' }).click();
  await button(official, 'Prepara un bando').click();
  await page.getByLabel('Tipo').selectOption('voucher');
  await button(official, 'Crea dal modello').click();
  // The list of drafts shows the same until it is published.
  await button(official, 'Salva la bozza').waitFor();
  await text(official, '3 problemi da risolvere prima di pubblicare');
  await look(official);
  await page.getByLabel('Nome, in italiano').first().fill('Voucher di prova');
  await page.getByLabel('Nome, in inglese').first().fill('Trial vouchers');
  await page.getByLabel('Si apre').fill(cityTime(-60_000));
  await page.getByLabel('Si chiude').fill(cityTime(50 * hour));
  await page.getByLabel('Dotazione, in euro').fill('50000');
  await button(official, 'Salva la bozza').click();
  await text(official, 'Il bando è pronto per la pubblicazione.');
  await page.getByLabel('Provvedimento (tipo, numero, data)').fill('DD 12/2026');
  await button(official, 'Pubblica il bando').click();
  await button(official, 'Sì, pubblica').click();
  await page.waitForURL(/\/calls\/[\w-]+$/);
  return page.url().split('/').at(-1) ?? '';
}

/** The office extends the deadline publicly, with a reason. */
async function amended(official: Visit, citizen: Visit, call: string) {
  const { page } = await go(official, `/calls/${call}/desk`);
  await button(official, 'Modifica il bando').click();
  await page.getByLabel('Provvedimento (tipo, numero, data)').first().fill('DD 13/2026');
  await page.getByLabel('Nuova chiusura').fill(cityTime(74 * hour));
  await page.getByLabel('Motivo, in italiano').fill('Più tempo per i preventivi.');
  await button(official, 'Pubblica la modifica').click();
  await text(official, 'Modifica registrata.');
  await text(citizen, 'Più tempo per i preventivi.');
  expect(await citizen.page.locator('main').innerText()).toMatch(/si chiude tra 3 giorni 1 ora/i);
}

/** A firm fills in an application, goes offline for a while, and is admitted on submission. */
async function applies(firm: Visit, call: string) {
  const { page, context, complaints } = await go(firm, `/calls/${call}/apply`);
  const next = () => page.getByRole('button', { name: /^Avanti/ }).click();
  const review = () =>
    page
      .getByRole('button', { name: /Rileggi e presenta/ })
      .first()
      .click();
  await review();
  await text(firm, /Mancano \d+ elementi/);
  await button(firm, 'Nome dell’impresa').click();
  await page.getByLabel('Nome dell’impresa').fill('Ditta Uno');
  await page.getByLabel('Codice fiscale', { exact: true }).fill(vatNumbers[0]);
  await page.getByLabel('Partita IVA').fill(vatNumbers[0]);
  await next();
  await page.getByRole('textbox', { name: 'Progetto' }).fill('Una stampante per la ceramica.');
  await next();
  await page.getByLabel('Contributo chiesto, in euro').fill('40000');
  await text(firm, /massimale di 300\.000/);
  await look(firm);
  await next();
  // Offline input is kept and sent when the connection is back.
  await text(firm, /^Salvato alle/);
  await context.setOffline(true);
  await page.getByRole('checkbox').first().check();
  await text(firm, /^Non salvato: manca la connessione/);
  await context.setOffline(false);
  await text(firm, /^Salvato alle/);
  complaints.splice(0);
  await review();
  await text(firm, 'La domanda è completa.');
  await page.getByRole('checkbox').check();
  await button(firm, 'Presenta la domanda').click();
  await text(firm, /Ammessa e finanziata per 40\.000/);
}

/** Two more firms apply: too little is left for one, the other has used up its de minimis allowance. */
async function twoMore(call: string) {
  const { run } = await done(ask()('GET', `/calls/${call}`));
  const answers = { [run.requirements[0].key]: true };
  const comes = async (at: 1 | 2, name: string, requestedEur: number, more: object = {}) => {
    const who = await signIn(database, { role: 'applicant', programme, name, office: name });
    const firm = { name, taxCode: vatNumbers[at], vatNumber: vatNumbers[at], linked: [] };
    return { who, ...(await applied(ask(who), call, requestedEur, { firm, answers, ...more })) };
  };
  const second = await comes(1, 'Ditta Due', 30_000);
  const third = await comes(2, 'Ditta Tre', 20_000, { aid: [{ grantedOn: day(-30), amountEur: 290_000 }] });
  expect([second.admission.state, third.admission.state]).toEqual(['waiting', 'refused']);
}

/** A person without a part in the call sees only the fund, and a note on who may see the rest. */
async function isNotTheirs(call: string, other: Visit) {
  await text(await go(other, `/calls/${call}`), /Restano 10\.000/);
  expect(await other.page.getByRole('link', { name: /Gestisci il bando|Valuta le domande/ }).count()).toBe(0);
  await heading(await go(other, `/calls/${call}/desk`), /Bando gestito dall’ufficio/);
  await heading(
    await go(other, `/calls/${call}/apply`),
    'La domanda è visibile solo a chi la presenta: accedi con l’account dell’impresa.',
  );
}

/** A withdrawal frees money for the next firm; a new application goes to the end of the queue. */
async function withdrawsAndComesBack(firm: Visit, citizen: Visit) {
  await button(firm, 'Ritira la domanda').click();
  await button(firm, 'Sì, ritirala').click();
  await heading(firm, 'La tua domanda, ritirata');
  // The fund is polled: the citizen's page updates by itself.
  await text(citizen, /Restano 20\.000/);
  await text(citizen, 'con fondi liberati da altre domande');
  await firm.page.getByRole('checkbox').check();
  await button(firm, 'Presenta di nuovo').click();
  await text(firm, /Ammessa e finanziata per 20\.000/);
  await text(firm, 'Numero di arrivo: 4.');
  await text(citizen, /Restano 0/);
}

/** The office releases a grant with a reason, and grants the admitted applications by one act. */
async function granted(official: Visit, citizen: Visit, call: string) {
  const { page } = await go(official, `/calls/${call}/desk`);
  const one = page.getByRole('listitem').filter({ hasText: 'Domanda 4: Ditta Uno' });
  await one.getByRole('button', { name: /^Revoca l’ammissione/ }).click();
  await one.getByLabel('Motivo').fill('Ha rinunciato per iscritto.');
  await look(official);
  await one.getByRole('button', { name: 'Revoca l’ammissione', exact: true }).click();
  await text(official, /Restano 20\.000/);
  await text(citizen, /Restano 20\.000/);
  await text(official, '1 domanda ammessa attende la concessione.');
  await page.getByLabel('Provvedimento (tipo, numero, data)').fill('DD 40/2026');
  await button(official, 'Concedi i contributi').click();
  await text(official, '1 contributo concesso.');
  await page.getByRole('link', { name: 'Ditta Due' }).click();
  await heading(official, /Ditta Due ha ottenuto l’assegnazione/);
}

/** Progress of the award: signed, partly paid, failed check, revoked. */
async function revoked(official: Visit, call: string) {
  const { page } = official;
  await sql`update award set awarded_on = ${day(-400)} where call = ${call}`.execute(database.db);
  await page.reload();
  await settled(page);
  const record = async (act: string, fields: Record<string, string>, said: string | RegExp) => {
    await button(official, act).first().click();
    const form = page.locator('.keeping form');
    for (const [label, value] of Object.entries(fields)) {
      const field = form.getByLabel(new RegExp(`^${label}`));
      if ((await field.evaluate(({ tagName }) => tagName)) === 'SELECT') await field.selectOption(value);
      else await field.fill(value);
    }
    await form.locator('button[type=submit]').click();
    await text(official, 'Modifica registrata.');
    await text(official, said);
  };
  const signing = { Giorno: day(-250), Provvedimento: 'Rep. n. 9' };
  await record('Registra un passo', signing, /Ditta Due ha firmato l’accordo/);
  await text(official, /Il controllo a 6 mesi era da fare/);
  const advance = { 'Importo, in euro': '10000', 'Pagato il': day(-240), Provvedimento: 'Mandato 3' };
  await record('Registra un pagamento', advance, /Pagati 10\.000/);
  const check = { 'Fatto il': day(-60), Esito: 'failed', Rilievi: 'La macchina non c’è.' };
  await record('Registra un controllo', check, 'non superato');
  const why = {
    'Tipo di conclusione': 'revoked',
    Provvedimento: 'DD 50/2026',
    Motivo: 'La macchina non è mai arrivata.',
  };
  await record('Chiudi l’assegnazione', why, /Ditta Due: assegnazione revocata/);
  await look(official);
}

/** A citizen reads the award, its chain and its cost. */
async function followed(citizen: Visit, call: string) {
  const { page } = await go(citizen, `/calls/${call}`);
  await page.getByRole('row', { name: /Ditta Due.*revocata/ }).waitFor();
  await page
    .getByRole('link', { name: /^La catena/ })
    .first()
    .click();
  await page.locator('.chain').getByRole('link', { name: 'Ditta Due', exact: true }).waitFor();
  await page.locator('.chain').getByText('revocata').first().waitFor();
  await go(citizen, '/money');
  await page.locator('#awarded').getByRole('button', { name: 'Tabella' }).click();
  await page
    .locator('#awarded')
    .getByRole('row', { name: /Voucher di prova.*50\.000.*10\.000/ })
    .waitFor();
}

/** The administrator reads in the log who did what, when and why. */
async function logged(administrator: Visit) {
  const { page } = await go(administrator, '/log');
  await page.locator('.changes > li').filter({ hasText: 'La macchina non è mai arrivata.' }).first().waitFor();
  const text = await page.locator('.changes').innerText();
  for (const one of ['Olga Ufficio, Ufficio bandi', 'Voucher di prova', 'Ditta Due', 'Mandato 3'])
    expect(text).toContain(one);
  expect(text).not.toContain(vatNumbers[1]);
}

test('a voucher call with five participants, from the draft to the revocation of a grant', async () => {
  const official = await windowOf('official');
  const call = await published(official);
  const citizen = await go(await windowOf('citizen'), `/calls/${call}`);
  expect(await citizen.page.locator('main').innerText()).toMatch(/si chiude tra 2 giorni 1 ora/i);
  await text(citizen, /Restano 50\.000/);
  await amended(official, citizen, call);
  const firm = await windowOf('applicant');
  await applies(firm, call);
  await text(citizen, /Restano 10\.000/);
  await twoMore(call);
  await text(citizen, 'non ammessa');
  await isNotTheirs(call, await windowOf('board'));
  await withdrawsAndComesBack(firm, citizen);
  await granted(official, citizen, call);
  await revoked(official, call);
  await followed(citizen, call);
  await logged(await windowOf('administrator'));
  expect(await end()).toEqual([]);
}, 900_000);
