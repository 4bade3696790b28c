// SPDX-License-Identifier: AGPL-3.0-or-later
import { secretTo } from './labs.ts';
import { withBrowser, withSigned } from './opened.ts';
import { testTimezone } from './postgres.ts';
import { asSigned, faultsOf, type Visit, visit } from './walk.ts';

/** The participants of a call, each with a window that stays open throughout the test. */
export function withCast(programme: string) {
  const { database, office, browser } = withBrowser();
  const signed = {
    administrator: withSigned(database, { role: 'administrator', programme, name: 'Ada Regola' }),
    official: withSigned(database, { role: 'official', programme, name: 'Olga Ufficio', office: 'Ufficio bandi' }),
    operator: withSigned(database, { role: 'operator', programme, labs: [], name: 'Lia Officina' }),
    board: withSigned(database, { role: 'board', programme, name: 'Bruno Consiglio' }),
    evaluator: withSigned(database, { role: 'evaluator', programme, name: 'Vera Valuta' }),
    applicant: withSigned(database, { role: 'applicant', programme, name: 'Ditta Uno', office: 'Ditta Uno' }),
  };
  type Part = keyof typeof signed | 'citizen';
  const windows: Visit[] = [];
  /** A window for a person, in Italian. */
  async function windowOf(part: Part, width = 1440): Promise<Visit> {
    const seen = await visit(browser, office.address, width);
    windows.push(seen);
    return part === 'citizen' ? seen : asSigned(seen, office.address, signed[part]);
  }
  const to = (path: string) => `/it/${programme}${path}`;
  const go = async (seen: Visit, path: string) => {
    await seen.go(to(path));
    return seen;
  };
  /** Accepts a mailed invitation, which also signs in. */
  async function accept(email: string, name: string, width: number): Promise<Visit> {
    const seen = await windowOf('citizen', width);
    await seen.go(`/it/invitation#${await secretTo(database, email)}`);
    await seen.page.getByLabel('Nome e cognome').fill(name);
    await seen.page.getByRole('button', { name: 'Accetta l’invito' }).click();
    await seen.page.waitForURL((url) => url.pathname === to(''));
    return seen;
  }
  /** Faults of the visited pages. */
  const faults: string[] = [];
  const look = async (seen: Visit) => {
    faults.push(...(await faultsOf(seen)));
  };
  async function end(): Promise<string[]> {
    for (const { context, complaints } of windows) {
      faults.push(...complaints);
      await context.close();
    }
    return faults;
  }
  return { database, office, signed, windowOf, go, accept, look, end };
}

/** A time relative to now as a datetime-local value: city time, to the minute. */
export const cityTime = (ms: number): string =>
  new Date(Date.now() + ms).toLocaleString('sv-SE', { timeZone: testTimezone }).slice(0, 16).replace(' ', 'T');
