// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../change.ts';
import { addMail, type NewMail } from '../mail/writes.ts';

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
