// SPDX-License-Identifier: AGPL-3.0-or-later
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { OfficinaDb } from '../../../db/client.ts';
import { type Reader, reading } from '../../../db/past.ts';
import { readMilestones } from '../../../db/plan/milestones/reads.ts';
import { type Edits, readAllProgrammes, readEdits, readHolders } from '../../../db/plan/reminders/reads.ts';
import type { Text } from '../../contract.ts';
import type { Language } from '../../platform/mail/rules.ts';
import type { MilestoneSummary } from '../milestones/contract.ts';
import { summaryOf } from '../milestones/views.ts';
import { answerersOf, type CheckToMake, type Holder, reportAddress, type Watched } from './rules.ts';

/** All milestones of a programme with the fields reminders need. */
async function watchedIn(db: OfficinaDb, of: { programme_id: number; key: string }, today: string): Promise<Watched[]> {
  const at = { programmeId: of.programme_id, asOf: undefined, today };
  const rows = await reading(db, at, (reader) => readMilestones(reader));
  return rows.map((row) => ({
    ...summaryOf(row, today),
    programme: of.key,
    sentBack: row.closing_state === 'sent-back' ? row.proposed_on : null,
  }));
}

export interface Person {
  accountId: number;
  email: string;
  language: Language;
  digest: { wanted: boolean; weekday: number; hour: number };
  /** Milestones the person is responsible for, in all programmes. */
  milestones: Watched[];
  /** Award checks in the person's areas. */
  checks: CheckToMake[];
}

/** Reads award checks that are due soon or overdue, with the responsible area. */
export type DueChecks = (reader: Reader) => Promise<(Omit<CheckToMake, 'programme'> & { area: string })[]>;

/** Every person with responsibilities, and their items. */
export async function peopleAndTheirs(db: OfficinaDb, today: string, dueChecks: DueChecks): Promise<Person[]> {
  const holders = await readHolders(db);
  const people = new Map<number, Person>();
  for (const { account_id, email, language, digest_wanted, digest_weekday, digest_hour } of holders) {
    const digest = { wanted: digest_wanted, weekday: digest_weekday, hour: digest_hour };
    people.set(account_id, { accountId: account_id, email: email ?? '', language, digest, milestones: [], checks: [] });
  }
  for (const programme of await readAllProgrammes(db)) {
    const here: Holder[] = holders
      .filter((one) => one.programme === null || one.programme === programme.key)
      .map(({ account_id, role, areas }) => ({ accountId: account_id, role, areas }));
    if (here.length === 0) continue;
    for (const milestone of await watchedIn(db, programme, today)) {
      for (const accountId of answerersOf(milestone.area.key, here)) people.get(accountId)?.milestones.push(milestone);
    }
    const at = { programmeId: programme.programme_id, asOf: undefined, today };
    for (const { area, ...check } of await reading(db, at, dueChecks)) {
      for (const accountId of answerersOf(area, here))
        people.get(accountId)?.checks.push({ ...check, programme: programme.key });
    }
  }
  return [...people.values()];
}

type Dated = Pick<MilestoneSummary, 'key' | 'name' | 'promise' | 'done' | 'withdrawnOn' | 'area'> & {
  programme: string;
};

/** Edits of the milestones of some programmes, by "programme/milestone". */
export async function editsIn(db: OfficinaDb, programmes: ReadonlySet<string>, today: string) {
  const edits = new Map<string, Edits>();
  for (const { programme_id, key } of await readAllProgrammes(db)) {
    if (!programmes.has(key)) continue;
    const at = { programmeId: programme_id, asOf: undefined, today };
    for (const [milestone, own] of await reading(db, at, readEdits)) edits.set(`${key}/${milestone}`, own);
  }
  return edits;
}

const never = new Date(0);

/**
 * Milestones as all-day calendar events (RFC 5545) on the outcome's day or the promise in force. They block no time;
 * SEQUENCE and LAST-MODIFIED rise with each edit, and DTSTAMP is the last edit, so that the text stays the same until
 * something changes.
 */
export function calendarOf(
  { name, publicUrl, language }: { name: string; publicUrl: string; language: Language },
  milestones: readonly Dated[],
  edits: ReadonlyMap<string, Edits>,
): string {
  const said = (text: Text) => text[language] ?? text.it;
  const calendar = ical({
    name,
    prodId: { company: 'Officina', product: 'Officina' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { key, programme, promise, done, withdrawnOn, area, ...milestone } of milestones) {
    const address = reportAddress(publicUrl, language, { key, programme }).replace('?do=report', '');
    const { edits: count, edited_at } = edits.get(`${programme}/${key}`) ?? { edits: 1, edited_at: never };
    calendar.createEvent({
      id: `${programme}/${key}@officina`,
      stamp: edited_at,
      lastModified: edited_at,
      sequence: count - 1,
      transparency: ICalEventTransparency.TRANSPARENT,
      start: new Date(`${(done ?? promise).date}T00:00:00Z`),
      timezone: 'UTC',
      allDay: true,
      summary: done ? `✓ ${said(milestone.name)}` : said(milestone.name),
      description: said(area.name),
      url: address,
      status: withdrawnOn ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  // RFC 5545, 3.1: the last line ends like every other.
  return `${calendar.toString().trimEnd()}\r\n`;
}
