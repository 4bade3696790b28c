// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Text } from '../../contract.ts';
import type { Role } from '../../http/rights.rules.ts';
import { dayIn } from '../../http/rules.ts';
import { type Language, type Letter, letter } from '../../platform/mail/rules.ts';
import type { MilestoneSummary } from '../milestones/contract.ts';

export type MilestoneKind = 'due-14' | 'due-3' | 'late' | 'sent-back' | 'not-reported';
export type ReminderKind = MilestoneKind | 'check-soon' | 'check-late';

export interface Watched
  extends Pick<
    MilestoneSummary,
    'key' | 'name' | 'area' | 'promise' | 'status' | 'done' | 'withdrawnOn' | 'notReportedSince'
  > {
  programme: string;
  awaitingCheck: boolean;
  /** Day of the last rejected claim that it was reached; null if none was rejected. */
  sentBack: string | null;
}

export interface Reminder {
  kind: ReminderKind;
  /** Unique subject: a moved promise creates new reminders, a passing day does not. */
  once: string;
  name: Text;
  date: string;
  /** Path of the page it links to, after the language. */
  page: string;
}

const dayMs = 86_400_000;
const daysUntil = (date: string, today: string) => (Date.parse(date) - Date.parse(today)) / dayMs;
const open = ['on-track', 'at-risk', 'late'];

function kindsOf(
  { promise, status, notReportedSince, sentBack, awaitingCheck }: Watched,
  today: string,
): MilestoneKind[] {
  if (!open.includes(status)) return [];
  const kinds: MilestoneKind[] = [];
  const left = daysUntil(promise.date, today);
  // A milestone awaiting confirmation needs nothing from its owner.
  if (!awaitingCheck) {
    if (left < 0) kinds.push('late');
    else if (left <= 3) kinds.push('due-3');
    else if (left <= 14) kinds.push('due-14');
  }
  if (sentBack) kinds.push('sent-back');
  if (notReportedSince) kinds.push('not-reported');
  return kinds;
}

/** Page of a milestone with its report form open. */
const pageOf = ({ programme, key }: Pick<Watched, 'programme' | 'key'>) => `${programme}/milestones/${key}?do=report`;

/** Reminders due for a milestone on a day. */
export function remindersOf(milestone: Watched, today: string): Reminder[] {
  const { programme, key, promise, notReportedSince, sentBack } = milestone;
  const since: Record<MilestoneKind, string> = {
    'due-14': promise.date,
    'due-3': promise.date,
    late: promise.date,
    'sent-back': sentBack ?? '',
    'not-reported': notReportedSince ?? '',
  };
  return kindsOf(milestone, today).map((kind) => ({
    kind,
    once: `${kind}:${programme}/${key}:${since[kind]}`,
    name: milestone.name,
    date: promise.date,
    page: pageOf(milestone),
  }));
}

/** An award check to be made. */
export interface CheckToMake {
  programme: string;
  award: string;
  /** Name of the beneficiary. */
  name: Text;
  due: { months: number; dueOn: string; state: string };
}

/** Reminders for a check: one when due soon, one when overdue. */
export function reminderOfCheck({ programme, award, name, due }: CheckToMake): Reminder {
  const kind = due.state === 'overdue' ? 'check-late' : 'check-soon';
  const once = `${kind}:${programme}/${award}/${due.months}:${due.dueOn}`;
  return { kind, once, name, date: due.dueOn, page: `${programme}/awards/${award}` };
}

export interface Holder {
  accountId: number;
  role: Role;
  areas: readonly string[] | null;
}

/** Recipients for an area: its own officials, else the officials of all areas, else the administrators. */
export function answerersOf(area: string, holders: readonly Holder[]): number[] {
  const officials = holders.filter(({ role }) => role === 'official');
  const own = officials.filter(({ areas }) => areas?.includes(area));
  const general = officials.filter(({ areas }) => areas === null);
  const administrators = holders.filter(({ role }) => role === 'administrator');
  const [first] = [own, general, administrators].filter((some) => some.length > 0);
  return [...new Set((first ?? []).map(({ accountId }) => accountId))];
}

const said: Record<Language, Record<ReminderKind, string>> = {
  it: {
    'due-14': 'scadenza entro 14 giorni',
    'due-3': 'scadenza entro 3 giorni',
    late: 'in ritardo',
    'sent-back': 'chiusura rimandata indietro',
    'not-reported': 'nessun aggiornamento da 30 giorni',
    'check-soon': 'controllo da fare entro 30 giorni',
    'check-late': 'controllo in ritardo',
  },
  en: {
    'due-14': 'due within 14 days',
    'due-3': 'due within 3 days',
    late: 'late',
    'sent-back': 'closing sent back',
    'not-reported': 'no update for 30 days',
    'check-soon': 'check due within 30 days',
    'check-late': 'check overdue',
  },
};

const nameIn = (language: Language, { name }: { name: Text }) => name[language] ?? name.it;

/** Link to the milestone with its report form open; requires sign-in. */
export const reportAddress = (publicUrl: string, language: Language, milestone: Pick<Watched, 'programme' | 'key'>) =>
  `${publicUrl}/${language}/${pageOf(milestone)}`;

function linesOf(language: Language, publicUrl: string, reminders: readonly Reminder[]): string[] {
  return reminders.flatMap((reminder) => [
    `• ${nameIn(language, reminder)} (${dayIn(language, reminder.date)}): ${said[language][reminder.kind]}`,
    `  ${publicUrl}/${language}/${reminder.page}`,
    '',
  ]);
}

/** Mail with the reminders since the last mail. */
export function reminderLetter(language: Language, publicUrl: string, reminders: readonly Reminder[]): Letter {
  const count = reminders.length;
  const [first] = reminders;
  const one = first ? `${nameIn(language, first)}: ${said[language][first.kind]}` : '';
  const subject =
    count === 1
      ? one
      : language === 'it'
        ? `${count} avvisi sui traguardi di cui hai la responsabilità`
        : `${count} notices about milestones you are responsible for`;
  return letter(language, subject, linesOf(language, publicUrl, reminders));
}

/** Weekly digest of everything a person is responsible for; null if there is nothing to report. */
export function digestLetter(
  language: Language,
  publicUrl: string,
  { milestones, checks = [] }: { milestones: readonly Watched[]; checks?: readonly CheckToMake[] },
  today: string,
): Letter | null {
  const reminders = [
    ...milestones.flatMap((milestone) => remindersOf(milestone, today)),
    ...checks.map(reminderOfCheck),
  ];
  const waiting = milestones.filter(({ awaitingCheck }) => awaitingCheck);
  if (reminders.length + waiting.length === 0) return null;
  const it = language === 'it';
  const closings = waiting.flatMap((milestone) => [
    `• ${nameIn(language, milestone)}: ${it ? 'in attesa di controllo' : 'awaiting a check'}`,
    `  ${publicUrl}/${language}/${milestone.programme}/milestones/${milestone.key}`,
    '',
  ]);
  const subject = it ? 'Riepilogo settimanale dei tuoi traguardi' : 'Weekly digest of your milestones';
  return letter(language, subject, [...linesOf(language, publicUrl, reminders), ...closings]);
}
