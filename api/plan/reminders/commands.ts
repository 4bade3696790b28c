// SPDX-License-Identifier: AGPL-3.0-or-later
import { getISODay, getISOWeek, getISOWeekYear, parseISO } from 'date-fns';
import { change } from '../../../db/change.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import { addMail, say, unsaid } from '../../../db/platform/mail/writes.ts';
import { digestLetter, reminderLetter, reminderOfCheck, remindersOf } from './rules.ts';
import { type DueChecks, type Person, peopleAndTheirs } from './views.ts';

/** Before this hour of the city's day nobody is written to. */
const earliestHour = 7;
const recorded = { actor: 'reminders', reason: '' };

export interface Now {
  /** The city's day. */
  today: string;
  /** The city's hour, 0 to 23. */
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

/** The digest is due from its hour on until the end of its day: an instance that was away makes up for it. */
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
 * Writes to everyone who answers for a milestone: what is new since the last letter, and once a week how all of it
 * stands. Each person's letters are one change: who was reminded is written down with the letter, so a crash in between
 * neither loses nor repeats one.
 */
export async function remindEveryone(db: OfficinaDb, publicUrl: string, now: Now, dueChecks: DueChecks): Promise<void> {
  if (now.hour < earliestHour) return;
  for (const person of await peopleAndTheirs(db, now.today, dueChecks)) {
    await remind(db, publicUrl, person, now);
    if (isDigestDue(person, now)) await digest(db, publicUrl, person, now);
  }
}
