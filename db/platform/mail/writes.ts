// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../../change.ts';

export interface NewMail {
  /** Unique subject: a second mail with the same value is not created. */
  once: string;
  recipient: string;
  subject: string;
  body: string;
}

/**
 * Queues a mail in this change (transactional outbox): it is sent if and only if the change commits. Undefined if it
 * already exists.
 */
export async function addMail(writer: Writer, mail: NewMail): Promise<number | undefined> {
  const made = await writer
    .insertInto('access.mail')
    .values(mail)
    .onConflict((conflict) => conflict.column('once').doNothing())
    .returning('mail_id')
    .executeTakeFirst();
  if (made) await sql`select access.send_mail(${made.mail_id})`.execute(writer);
  return made?.mail_id;
}

/** Claims a mail for sending; undefined if it was claimed before, even if the outcome is unknown. */
export async function beginMail(writer: Writer, mailId: number) {
  return writer
    .updateTable('access.mail')
    .set({ begun_at: sql<Date>`now()`, failure: null })
    .where('mail_id', '=', mailId)
    .where('begun_at', 'is', null)
    .returning(['mail_id', 'recipient', 'subject', 'body', 'made_at'])
    .executeTakeFirst();
}

export async function finishMail(writer: Writer, mailId: number): Promise<void> {
  // Deletes the content once sent, since it may contain secrets such as sign-in links.
  await writer
    .updateTable('access.mail')
    .set({ sent_at: sql<Date>`now()`, body: '' })
    .where('mail_id', '=', mailId)
    .execute();
}

/** Deletes mails to an address about the given subjects and those below them. */
export async function forgetMails(writer: Writer, recipient: string, about: string[]): Promise<void> {
  await writer
    .deleteFrom('access.mail')
    .where('recipient', '=', recipient)
    .where(sql<boolean>`regexp_replace(once, '^([a-z]+:[0-9]+)(:.*)?$', '\\1') = any(${about})`)
    .execute();
}

/** Makes the mail available for a retry; only if the mail server certainly did not accept it. */
export async function releaseMail(writer: Writer, mailId: number, failure: string): Promise<void> {
  await writer.updateTable('access.mail').set({ begun_at: null, failure }).where('mail_id', '=', mailId).execute();
}

/** Those of a person's possible reminders not sent yet; locked against concurrent readers. */
export async function unsaid(writer: Writer, accountId: number, onces: string[]): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(7365103, ${accountId})`.execute(writer);
  const said = await writer
    .selectFrom('access.reminder')
    .where('account_id', '=', accountId)
    .where('once', '=', sql<string>`any(${onces})`)
    .select('once')
    .execute();
  return onces.filter((once) => !said.some((one) => one.once === once));
}

/** Creates one reminder mail and records each reminder as sent. */
export async function say(writer: Writer, accountId: number, onces: string[], mail: NewMail): Promise<void> {
  const mailId = await addMail(writer, mail);
  if (mailId === undefined) return;
  const rows = onces.map((once) => ({ account_id: accountId, once, mail_id: mailId }));
  await writer.insertInto('access.reminder').values(rows).execute();
}
