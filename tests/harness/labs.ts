// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { change } from '../../db/change.ts';
import type { OfficinaDb } from '../../db/client.ts';
import { type Ask, done } from './keeping.ts';
import { askingAs, type Reply } from './people.ts';

interface HasDb {
  db: OfficinaDb;
}

/** Creates an entry; returns its key. */
export async function madeLab(ask: Ask, name: string, more: object = {}): Promise<string> {
  return (await done(ask('POST', '/labs', { kind: 'fablab', name: { it: name }, ...more }))).key;
}

export const readLab = (ask: Ask, lab: string) => done(ask('GET', `/labs/${lab}`));

/** Edits an entry with its current version. */
export async function editLab(ask: Ask, lab: string, input: object): Promise<Reply> {
  const { version } = await readLab(ask, lab);
  return ask('PATCH', `/labs/${lab}`, input, version);
}

/** Adds a machine to a lab; returns its key. */
export async function madeMachine(ask: Ask, lab: string, process: string, of: object = {}): Promise<string> {
  return (await done(ask('POST', `/labs/${lab}/machines`, { process, of }))).machine.key;
}

/** Sets the day on which the whole entry was last confirmed, or never. */
export async function confirmedOn({ db }: HasDb, lab: string, day: string | null): Promise<void> {
  await change(db, { actor: 'test', reason: '' }, (writer) =>
    writer
      .updateTable('lab')
      .set({ confirmed: {} as never, confirmed_on: day })
      .where('key', '=', lab)
      .execute(),
  );
}

export interface Mail {
  once: string;
  subject: string;
  body: string;
}

/** Mails to an address, oldest first. */
export async function mailsTo({ db }: HasDb, recipient: string): Promise<Mail[]> {
  const { rows } = await sql<Mail>`
    select once, subject, body from access.mail where recipient = ${recipient} order by mail_id`.execute(db);
  return rows;
}

/** The secret of the last link mailed to an address. */
export async function secretTo(database: HasDb, recipient: string): Promise<string> {
  const links = (await mailsTo(database, recipient)).map(({ body }) => /#([\w-]{20,})/.exec(body)?.[1]);
  return links.filter((link) => link !== undefined).at(-1) ?? '';
}

/** A person without an account. */
export const asker = (email: string, language: 'it' | 'en' = 'it') => ({ name: 'Mario Richiedente', email, language });

/** Sends a public request from a unique IP address, because rate limits are per address. */
export function fromElsewhere(office: { address: string }) {
  const from = { 'x-forwarded-for': `198.51.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}` };
  return (path: string, input: unknown) => askingAs(office.address)('POST', `/api/v1${path}`, input, from);
}
