// SPDX-License-Identifier: AGPL-3.0-or-later

import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { today } from '../../harness/office.ts';
import { withBrowser } from '../../harness/opened.ts';
import { signIn } from '../../harness/people.ts';
import { asSigned, settled, type Visit, visit } from '../../harness/walk.ts';

const programme = 'citta-campione';
const { database, office, browser } = withBrowser();

const dayFromNow = (days: number) => new Date(Date.parse(today()) + days * 864e5).toISOString().slice(0, 10);
const at = (path: string) => `/it/${programme}${path}`;
/** A minimal valid PDF, used as evidence. */
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** Backdates everything written by people by two days, to separate yesterday from today. */
async function twoDaysPass() {
  await database.pool.query(`begin; set local session_replication_role = replica;
    update change set known_on = known_on - 2, recorded_at = recorded_at - interval '2 days' where account_id is not null;
    select fill_versions(tgrelid::regclass) from pg_trigger where tgname = 'zz_change';
    update promise set made_on = made_on - 2 where key in (select item from change where account_id is not null and table_name = 'promise');
    commit`);
}

async function invitationFor(email: string): Promise<string> {
  const { rows } = await sql<{ body: string }>`select body from access.mail where recipient = ${email}`.execute(
    database.db,
  );
  return /https?:\/\/[^/]+(\/\S+)/.exec(rows[0]?.body ?? '')?.[1] ?? '';
}

async function invite({ page, go }: Visit, email: string) {
  await go(at('/people'));
  await page.getByLabel('Indirizzo e-mail').fill(email);
  await page.getByLabel('Ufficio', { exact: true }).fill('Direzione Spazi');
  await page.getByRole('button', { name: 'Invia l’invito' }).click();
  await page.getByText(`Invito inviato a ${email}.`).waitFor();
}

async function accept({ page, go }: Visit, email: string) {
  await go(await invitationFor(email));
  await page.getByLabel('Nome e cognome').fill('Mara Viola');
  await page.getByRole('button', { name: 'Accetta l’invito' }).click();
  await page.waitForURL(`**/it/${programme}`);
  await settled(page);
}

/** Drafts and adopts a plan with one milestone; returns the milestone's path. */
async function draftAndAdopt({ page, go }: Visit): Promise<string> {
  await go(at('/drafts'));
  await page.getByLabel('Nome, in italiano').fill('Piano di prova');
  await page.getByLabel('Dal', { exact: true }).fill(dayFromNow(-10));
  await page.getByLabel('Al', { exact: true }).fill(dayFromNow(170));
  await page.getByRole('button', { name: 'Crea la bozza' }).click();
  await page.getByRole('heading', { name: 'Aggiungi un traguardo' }).waitFor();
  await page.getByRole('button', { name: 'Aggiungi un traguardo' }).click();
  await page.getByLabel('Nome, in italiano').fill('Apertura del capannone');
  await page.getByLabel('Data prevista').fill(dayFromNow(20));
  await page.getByRole('button', { name: 'Aggiungi il traguardo' }).click();
  await page.getByText('1 traguardo nella bozza').waitFor();
  await page.getByLabel('Provvedimento (tipo, numero, data)').fill('Delibera 12 del 2026');
  await page.getByRole('button', { name: /^Adotta/ }).click();
  await page.waitForURL('**/plan?cycle=*');
  await settled(page);
  await go(`${new URL(page.url()).pathname}${new URL(page.url()).search}&view=report`);
  const link = page.getByRole('link', { name: 'Apertura del capannone' });
  return (await link.getAttribute('href')) ?? '';
}

async function reportLate({ page }: Visit) {
  await page.getByRole('button', { name: 'Apertura del capannone: nuova previsione' }).click();
  await page.getByLabel('Nuova data prevista').fill(dayFromNow(40));
  await page.getByLabel('Motivo', { exact: true }).fill('Manca il collaudo');
  await page.getByRole('button', { name: 'Registra', exact: true }).click();
  await page.getByText('Modifica registrata.').waitFor();
}

const act = ({ page }: Visit, name: string) => page.locator('.keeping .switch').getByRole('button', { name }).click();

async function replan(visiting: Visit) {
  const { page } = visiting;
  await act(visiting, 'Riprogramma');
  await page.getByLabel('Nuova data promessa').fill(dayFromNow(45));
  await page.getByLabel('Motivo', { exact: true }).fill('Il collaudo è slittato');
  await page.getByRole('button', { name: 'Registra la nuova data promessa' }).click();
  await page.getByText('Modifica registrata.').waitFor();
}

async function closeWithFile(visiting: Visit) {
  const { page } = visiting;
  await act(visiting, 'Aggiungi una prova');
  await page
    .getByLabel('PDF, immagine')
    .setInputFiles({ name: 'collaudo.pdf', mimeType: 'application/pdf', buffer: pdf });
  await page.getByLabel('Titolo').fill('Verbale di collaudo');
  await page.getByRole('button', { name: 'Aggiungi la prova' }).click();
  await page.getByRole('link', { name: 'Verbale di collaudo' }).waitFor();
  await act(visiting, 'Chiudi');
  await page.getByLabel('Raggiunto il').fill(today());
  await page.getByRole('button', { name: 'Proponi la chiusura' }).click();
  await page.getByText('Modifica registrata.').waitFor();
}

describe('a milestone, from the invitation to the public record', () => {
  test('is drafted, adopted, reported late, re-planned, closed with a file and confirmed by another', async () => {
    const boss = await signIn(database, { role: 'administrator', programme, name: 'Anna Prova' });
    const first = await asSigned(await visit(browser, office.address, 1440), office.address, boss);
    const second = await visit(browser, office.address, 390);
    await invite(first, 'mara@comune.example');
    await accept(second, 'mara@comune.example');
    const milestone = await draftAndAdopt(second);
    await twoDaysPass();
    await reportLate(second);
    await second.go(milestone);
    await replan(second);
    await closeWithFile(second);
    // The person who proposed it cannot confirm it.
    await second.page.getByRole('button', { name: 'Conferma la chiusura' }).click();
    await second.page
      .getByRole('alert')
      .getByText(/seconda persona/)
      .waitFor();
    await first.go(milestone);
    await first.page.getByRole('button', { name: 'Conferma la chiusura' }).click();
    await first.page.getByText('confermata da una seconda persona').first().waitFor();

    const nobody = await visit(browser, office.address, 1440);
    await nobody.go(milestone);
    expect(await nobody.page.textContent('h1')).toContain('raggiunto');
    expect(await nobody.page.getByText('Il collaudo è slittato').count()).toBeGreaterThan(0);
    expect(await nobody.page.locator('.keeping').count()).toBe(0);
    const file = await nobody.page.getByRole('link', { name: 'Verbale di collaudo' }).getAttribute('href');
    const reply = await fetch(office.address + file);
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(Buffer.from(await reply.arrayBuffer())).toEqual(pdf);
    await nobody.go(`${milestone}?asOf=${dayFromNow(-1)}`);
    expect(await nobody.page.textContent('h1')).toContain('nei tempi');
    expect(await nobody.page.getByText('Il collaudo è slittato').count()).toBe(0);
    expect([...first.complaints, ...second.complaints, ...nobody.complaints]).toEqual([]);
  });
});
