// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { mailsTo } from '../../harness/labs.ts';
import { withBrowser } from '../../harness/opened.ts';
import { askingAs, type Signed, signIn } from '../../harness/people.ts';
import { asSigned, settled, type Visit, visit } from '../../harness/walk.ts';

const programme = 'citta-campione';
const room = `/api/v1/programmes/${programme}`;
const { database, office, browser } = withBrowser();

const official = () => signIn(database, { role: 'official', programme, name: 'Anna Prova' });
const window = async (who: Signed, width = 1440): Promise<Visit> =>
  asSigned(await visit(browser, office.address, width), office.address, who);

/** An open milestone of the current cycle, a different one for each call. */
let taken = 0;
async function openMilestone() {
  const { shownCycle } = (await askingAs(office.address)('GET', room)).body;
  const { items } = (await askingAs(office.address)('GET', `${room}/milestones?status=on-track&cycle=${shownCycle}`))
    .body;
  taken += 1;
  return items[taken] as { key: string; name: { it: string; en: string } };
}
const read = async (key: string) => (await askingAs(office.address)('GET', `${room}/milestones/${key}`)).body;

async function openEdit({ page, go }: Visit, key: string) {
  await go(`/it/${programme}/milestones/${key}`);
  await page.locator('.keeping .switch').getByRole('button', { name: 'Modifica' }).click();
  await page.getByLabel('Nome, in italiano').waitFor();
}

describe('a report', () => {
  test('takes one tap in the list, on a phone', async () => {
    const { key, name } = await openMilestone();
    const { page, go, complaints } = await window(await official(), 390);
    await go(`/it/${programme}/plan?view=report`);
    const before = (await read(key)).forecasts.length;
    await page.getByRole('button', { name: `${name.it}: conferma` }).click();
    await page.getByText(/^Registrato:/).waitFor();
    expect((await read(key)).forecasts.length).toBe(before + 1);
    expect(complaints).toEqual([]);
  });

  test('can be made by keyboard only', async () => {
    const { key, name } = await openMilestone();
    const { page, go } = await window(await official());
    await go(`/it/${programme}/plan?view=report`);
    await page.getByRole('button', { name: `${name.it}: nuova previsione` }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Che cosa è stato fatto').focus();
    await page.keyboard.type('Raccolte le firme');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Modifica registrata.').waitFor();
    expect((await read(key)).forecasts.at(-1).note.it).toBe('Raccolte le firme');
  });
});

describe('two people editing one milestone', () => {
  test('see both versions by field, keep their input, and merge', async () => {
    const { key } = await openMilestone();
    const seen = await window(await official());
    await openEdit(seen, key);
    const { page } = seen;
    await page.getByLabel('Nome, in italiano').fill('Il nome di Anna');
    const { version } = await read(key);
    const other = askingAs(office.address, await official());
    const theirs = { name: { it: 'Il nome di Bruno' }, summary: { it: 'La descrizione di Bruno' } };
    const reply = await other('PATCH', `${room}/milestones/${key}`, theirs, { 'if-match': `"${version}"` });
    expect(reply.status).toBe(200);
    // The page shows the other person's name by itself; the input is unchanged.
    await page.locator('h1').getByText('Il nome di Bruno').waitFor();
    expect(await page.getByLabel('Nome, in italiano').inputValue()).toBe('Il nome di Anna');
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await page.getByRole('heading', { name: /modificata da altri mentre/ }).waitFor();
    expect(await page.locator('.conflict').textContent()).toContain('La descrizione di Bruno');
    await page.getByRole('button', { name: 'Salva con queste scelte' }).click();
    await page.getByText('Modifica registrata.').waitFor();
    expect(await read(key)).toMatchObject({
      name: { it: 'Il nome di Anna' },
      summary: { it: 'La descrizione di Bruno' },
    });
  });
});

describe('input', () => {
  test('survives an expired session, a lost connection and a closed tab', async () => {
    const { key } = await openMilestone();
    const who = await official();
    const seen = await window(who);
    await openEdit(seen, key);
    const { page, context } = seen;
    await page.getByLabel('Nome, in italiano').fill('Un nome scritto con cura');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    // A chart whose code was still to come may say the same in its own place.
    await page
      .locator('.refusal')
      .getByText(/Il servizio non risponde/)
      .waitFor();
    await context.setOffline(false);
    await sql`delete from access.session where account_id = ${who.accountId}`.execute(database.db);
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await page.getByText('La sessione è scaduta.').waitFor();
    await page.close();

    const again = await context.newPage();
    await again.goto(`${office.address}/it/sign-in?to=/it/${programme}/milestones/${key}`);
    await again.getByLabel('Indirizzo e-mail').fill(who.email);
    await again.keyboard.press('Enter');
    await again.getByText('Controlla la tua e-mail').waitFor();
    const mail = (await mailsTo(database, who.email)).at(-1)?.body ?? '';
    await again.goto(/https?:\/\/\S+#\S+/.exec(mail)?.[0] ?? 'no link');
    await again.getByRole('button', { name: 'Accedi', exact: true }).click();
    await again.waitForURL(`**/milestones/${key}`);
    await settled(again);
    await again.locator('.keeping .switch').getByRole('button', { name: 'Modifica' }).click();
    await again.getByText('Il testo non inviato è stato ripristinato').waitFor();
    expect(await again.getByLabel('Nome, in italiano').inputValue()).toBe('Un nome scritto con cura');
    await again.getByRole('button', { name: 'Salva', exact: true }).click();
    await again.getByText('Modifica registrata.').waitFor();
    expect((await read(key)).name.it).toBe('Un nome scritto con cura');
  });
});
