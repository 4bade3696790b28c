// SPDX-License-Identifier: AGPL-3.0-or-later
import { getISODay } from 'date-fns/getISODay';
import { getISOWeek } from 'date-fns/getISOWeek';
import { getISOWeekYear } from 'date-fns/getISOWeekYear';
import { parseISO } from 'date-fns/parseISO';
import { change } from '../../../db/change.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import { addMail, say, unsaid } from '../../../db/platform/mail/writes.ts';
import { digestLetter, reminderLetter, reminderOfCheck, remindersOf } from './rules.ts';
import { type DueChecks, type Person, peopleAndTheirs } from './views.ts';

/** No mails are sent before this hour (programme time zone). */
const earliestHour = 7;
const recorded = { actor: 'reminders', reason: '' };

export interface Now {
  /** Current day in the programme's time zone. */
  today: string;
  /** Current hour in the programme's time zone, 0 to 23. */
  hour: number;
}

async function remind(
  db: OfficinaDb,
  publicUrl: string,
  { accountId, email, language, milestones, checks }: Person,
  { today }: Now,
) {
  const reminders = [
    ...milestones.flatMap((milestone) => remindersOf(milestone, today)),
    ...checks.map(reminderOfCheck),
  ];
  if (reminders.length === 0) return;
  await change(db, recorded, async (writer) => {
    const onces = await unsaid(
      writer,
      accountId,
      reminders.map(({ once }) => once),
    );
    const fresh = reminders.filter(({ once }) => onces.includes(once));
    if (fresh.length === 0) return;
    const words = reminderLetter(language, publicUrl, fresh);
    await say(writer, accountId, onces, { once: `reminder:${accountId}:${onces[0]}`, recipient: email, ...words });
  });
}

/** The digest is due from its hour to the end of the day, so that an instance that was down catches up. */
const isDigestDue = ({ digest }: Person, { today, hour }: Now) =>
  digest.wanted && digest.weekday === getISODay(parseISO(today)) && hour >= digest.hour;

async function digest(db: OfficinaDb, publicUrl: string, person: Person, { today }: Now) {
  const words = digestLetter(person.language, publicUrl, person, today);
  if (!words) return;
  const day = parseISO(today);
  const once = `digest:${person.accountId}:${getISOWeekYear(day)}-${getISOWeek(day)}`;
  await change(db, recorded, (writer) => addMail(writer, { once, recipient: person.email, ...words }));
}

/**
 * Mails everyone responsible for a milestone: new reminders since the last mail, and a weekly digest. Each person's
 * mails are one change that also records the reminders sent, so a crash neither loses nor repeats one.
 */
export async function remindEveryone(db: OfficinaDb, publicUrl: string, now: Now, dueChecks: DueChecks): Promise<void> {
  if (now.hour < earliestHour) return;
  for (const person of await peopleAndTheirs(db, now.today, dueChecks)) {
    await remind(db, publicUrl, person, now);
    if (isDigestDue(person, now)) await digest(db, publicUrl, person, now);
  }
}
