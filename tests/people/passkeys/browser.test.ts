// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { withBrowser } from '../../harness/opened.ts';
import { askingAs, signIn } from '../../harness/people.ts';
import { asSigned, type Visit, visit } from '../../harness/walk.ts';

const { database, office, browser } = withBrowser();
/** Passkeys need a host name; they do not work on an IP address. */
const named = () => office.address.replace('127.0.0.1', 'localhost');

/** A virtual authenticator whose owner always agrees; `verified` sets user verification. */
async function withAuthenticator({ context, page }: Visit) {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const isOwner = (isUserVerified: boolean) =>
    devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  return { isOwner };
}

async function addPasskey({ page, go }: Visit) {
  await go('/it/account');
  await page.getByLabel('Nome della passkey').fill('Portatile');
  await page.getByRole('button', { name: 'Aggiungi una passkey' }).click();
  await page.getByRole('button', { name: 'Rimuovi: Portatile' }).waitFor();
}

async function signOutAndIn({ page }: Visit) {
  await page.getByRole('button', { name: 'Esci', exact: true }).click();
  await page.waitForURL('**/it');
  await page.getByRole('link', { name: 'Accedi' }).click();
  await page.getByRole('button', { name: 'Accedi con una passkey' }).click();
}

test('a passkey is added, used to sign in, and useless after removal', async () => {
  const who = await signIn(database, { name: 'Anna Prova' });
  const seen = await asSigned(await visit(browser, named(), 1440), named(), who);
  await withAuthenticator(seen);
  await addPasskey(seen);
  await signOutAndIn(seen);
  await seen.page.getByRole('link', { name: 'Anna Prova' }).click();
  await seen.page.getByRole('button', { name: 'Rimuovi: Portatile' }).waitFor();
  const sessions = await seen.page.locator('section:has(#sessions-title)').textContent();
  expect(sessions).toContain('passkey');
  await seen.page.getByRole('button', { name: 'Rimuovi: Portatile' }).click();
  await seen.page.getByText('Nessuna passkey.').waitFor();
  await signOutAndIn(seen);
  await seen.page.getByRole('alert').waitFor();
  expect(seen.complaints).toEqual([]);
});

test('a passkey needs user verification, and its response cannot be replayed', async () => {
  const who = await signIn(database, { name: 'Bruno Prova' });
  const seen = await asSigned(await visit(browser, named(), 1440), named(), who);
  const { isOwner } = await withAuthenticator(seen);
  await addPasskey(seen);
  await isOwner(false);
  await signOutAndIn(seen);
  await seen.page.getByText('La passkey non è stata usata.').waitFor();
  await isOwner(true);
  const sent = seen.page.waitForRequest((request) => request.url().endsWith('/passkeys/sign-in'));
  await seen.page.getByRole('button', { name: 'Accedi con una passkey' }).click();
  const body = (await sent).postDataJSON();
  await seen.page.getByRole('link', { name: 'Bruno Prova' }).waitFor();
  const cookies = await seen.context.cookies(named());
  const browserCookie = cookies.filter(({ name }) => name === 'officina_browser');
  const cookie = browserCookie.map(({ name, value }) => `${name}=${value}`).join('; ');
  const replayed = await askingAs(named(), { cookie })('POST', '/api/v1/access/passkeys/sign-in', body);
  expect(replayed.status).toBe(409);
});
