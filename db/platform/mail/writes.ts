// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../../change.ts';

export interface NewMail {
  /** What the mail is about, once: a second mail about the same is not made. */
  once: string;
  recipient: string;
  subject: string;
  body: string;
}

/** Announces a mail in this change: it goes out when, and only if, the change is committed. Undefined where it was made before. */
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

/** Takes a mail for sending; undefined where it was taken before, even if nothing more is known of it. */
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
  // What was said in it is nobody's business any more: a sign-in link least of all.
  await writer
    .updateTable('access.mail')
    .set({ sent_at: sql<Date>`now()`, body: '' })
    .where('mail_id', '=', mailId)
    .execute();
}

/** Forgets what was written to an address about some things, and about what stands below them. */
export async function forgetMails(writer: Writer, recipient: string, about: string[]): Promise<void> {
  await writer
    .deleteFrom('access.mail')
    .where('recipient', '=', recipient)
    .where(sql<boolean>`regexp_replace(once, '^([a-z]+:[0-9]+)(:.*)?$', '\\1') = any(${about})`)
    .execute();
}

/** The mail server did not take it, for certain: it may be tried again. */
export async function releaseMail(writer: Writer, mailId: number, failure: string): Promise<void> {
  await writer.updateTable('access.mail').set({ begun_at: null, failure }).where('mail_id', '=', mailId).execute();
}

/** Of what a person could be reminded of, what they were not yet; nobody else looks at the same time. */
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

/** Makes one letter of reminders, and writes down that each was said. */
export async function say(writer: Writer, accountId: number, onces: string[], mail: NewMail): Promise<void> {
  const mailId = await addMail(writer, mail);
  if (mailId === undefined) return;
  const rows = onces.map((once) => ({ account_id: accountId, once, mail_id: mailId }));
  await writer.insertInto('access.reminder').values(rows).execute();
}
