// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TFunction } from 'i18next';
import type { When as ApiWhen, Precision } from '../../api/contract.ts';

export type When = Pick<ApiWhen, 'date' | 'precision'>;

const dayLength = 86_400_000;

/** Civil dates are parsed at noon UTC, so that time zones do not shift them. */
export const instant = (date: string): number => Date.parse(`${date.slice(0, 10)}T12:00:00Z`);
export const civilDate = (time: number): string => new Date(time).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string): number => Math.round((instant(to) - instant(from)) / dayLength);
export const addDays = (date: string, days: number): string => civilDate(instant(date) + days * dayLength);

/** First day of each month that a range overlaps. */
export function monthsOf(from: string, to: string): string[] {
  const months: string[] = [];
  for (let year = Number(from.slice(0, 4)), month = Number(from.slice(5, 7)); ; month += 1) {
    if (month > 12) {
      month = 1;
      year += 1;
    }
    const first = `${year}-${String(month).padStart(2, '0')}-01`;
    if (first > to) return months;
    months.push(first);
  }
}

const lengths = [
  ['years', 365 * dayLength],
  ['months', 30 * dayLength],
  ['days', dayLength],
  ['hours', 3_600_000],
  ['minutes', 60_000],
] as const;

function plainDates(t: TFunction) {
  const nameIn = (names: string, date: string) => names.split(' ')[Number(date.slice(5, 7)) - 1] ?? '';
  const dayOf = (date: string) => Number(date.slice(8, 10)).toString().replace(/^1$/, t('format.firstDay'));
  const joined = (...parts: string[]) => parts.join('\u00a0');
  const monthName = (date: string) => nameIn(t('format.months'), date);
  const monthShort = (date: string) => nameIn(t('format.monthsShort'), date);
  const month = (date: string) => joined(monthName(date), date.slice(0, 4));
  const day = (date: string) => joined(dayOf(date), month(date));
  const dayShort = (date: string) => joined(dayOf(date), monthShort(date));
  const part = (date: string, size: number) => Math.ceil(Number(date.slice(5, 7)) / size);
  const date = (value: string, precision: Precision = 'day'): string => {
    const year = value.slice(0, 4);
    if (precision === 'month') return month(value);
    if (precision === 'quarter') return t('format.quarter', { part: part(value, 3), year });
    if (precision === 'half-year') return t(part(value, 6) === 1 ? 'format.halfYear1' : 'format.halfYear2', { year });
    if (precision === 'cycle') return t('format.cycle');
    return precision === 'year' ? year : day(value);
  };
  /** A date with its recorded precision. */
  const when = ({ date: value, precision }: When) => date(value, precision);
  return { date, when, day, dayShort, month, monthName, monthShort };
}

/** Dates for use within a sentence. */
function phrases({ when, day, dayShort, month, monthName }: ReturnType<typeof plainDates>, t: TFunction) {
  /** With preposition: "il 10 novembre 2017", "l’8 nov", "a giugno 2017", "nel 2021". */
  const at = (on: When, short = false): string => {
    if (on.precision === 'day') {
      const said = short ? dayShort(on.date) : day(on.date);
      return t(/^(8|11)\D/.test(said) ? 'format.onDayElided' : 'format.onDay', { date: said });
    }
    if (on.precision === 'cycle') return when(on);
    return t(on.precision === 'month' ? 'format.inMonth' : 'format.inYear', { date: when(on) });
  };
  /** As a deadline: "entro il 30 settembre 2017", "entro giugno 2017", "entro il semestre". */
  const by = (on: When): string => {
    const said = when(on);
    if (on.precision === 'cycle') return said;
    if (on.precision !== 'day') return t('format.by', { date: said });
    return t(/^(8|11)\D/.test(said) ? 'format.byDayElided' : 'format.byDay', { date: said });
  };
  /** Whole months as "aprile–settembre 2017"; other ranges by day, "16 agosto 2026 – 15 febbraio 2027". */
  const span = (from: string, to: string): string => {
    if (!from.endsWith('-01') || !addDays(to, 1).endsWith('-01')) return `${day(from)} – ${day(to)}`;
    if (from.slice(0, 7) === to.slice(0, 7)) return month(to);
    return from.slice(0, 4) === to.slice(0, 4)
      ? `${monthName(from)}\u2060–\u2060${month(to)}`
      : `${month(from)} – ${month(to)}`;
  };
  return { at, by, span };
}

/** Today in the reader's time zone. */
const localDay = (now: Date) => civilDate(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate(), 12));

function ages(t: TFunction) {
  /** Relative time: "2 giorni fa". Accepts a day or an instant. */
  const age = (since: string | Date, now: string | Date): string => {
    if (typeof since === 'string' && since.length === 10) {
      const gone = daysBetween(since, now instanceof Date ? localDay(now) : now);
      if (gone < 30) return t('format.ago.days', { count: Math.max(gone, 0) });
    }
    const time = (moment: string | Date) =>
      moment instanceof Date ? +moment : moment.length > 10 ? Date.parse(moment) : instant(moment);
    const gone = Math.max(time(now) - time(since), 0);
    const [unit, length] = lengths.find(([, least]) => gone >= least) ?? ['minutes', 60_000];
    return t(`format.ago.${unit}`, { count: Math.round(gone / length) });
  };
  return age;
}

/** Whether the reader's UTC offset differs from that of a time zone at an instant. */
export const isElsewhere = (timeZone: string | undefined, at: Date): boolean => {
  if (timeZone === undefined) return false;
  const clockIn = (zone: object) => at.toLocaleString('sv-SE', zone);
  return clockIn({ timeZone }) !== clockIn({});
};

/**
 * Instants in the programme's time zone, or outside a programme in the reader's; weekday names (ISO: 1 is
 * Monday).
 */
const italianZones: readonly string[] = ['Europe/Rome', 'Europe/Vatican', 'Europe/San_Marino'];

function clock(t: TFunction, locale: string, timeZone?: string) {
  const made = new Map<string, Intl.DateTimeFormat>();
  const say = (at: string, style: Intl.DateTimeFormatOptions): string => {
    const key = Object.entries(style).join();
    const format = made.get(key) ?? new Intl.DateTimeFormat(locale, timeZone ? { ...style, timeZone } : style);
    made.set(key, format);
    return format.format(new Date(at));
  };
  const moment = (at: string): string => say(at, { dateStyle: 'medium', timeStyle: 'short' });
  const second = (at: string): string =>
    isElsewhere(timeZone, new Date(at))
      ? say(at, {
          year: 'numeric',
          month: 'long',
          day: 'numeric',
          hour: '2-digit',
          minute: '2-digit',
          second: '2-digit',
          timeZoneName: 'short',
        })
      : say(at, { dateStyle: 'long', timeStyle: 'medium' });
  /** A deadline to the minute, or to the second if not a whole minute; within a programme with the time zone. */
  const deadline = (at: string): string => {
    const odd = new Date(at).getSeconds() !== 0;
    const clockTime: Intl.DateTimeFormatOptions = {
      hour: '2-digit',
      minute: '2-digit',
      ...(odd ? { second: '2-digit' } : {}),
    };
    const said = t('format.deadline', { date: say(at, { dateStyle: 'long' }), time: say(at, clockTime) });
    if (!timeZone) return said;
    if (italianZones.includes(timeZone)) return `${said} (${t('format.zone.italian')})`;
    const zone = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(new Date(at));
    return `${said} (${zone.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone})`;
  };
  const time = (at: string): string => say(at, { timeStyle: 'medium' });
  const firstMonday = 4;
  const weekday = (number: number): string =>
    new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(new Date(2021, 0, firstMonday + number - 1));
  return {
    moment,
    /** To the second; with the zone name for readers in another time zone. */
    second,
    deadline,
    time,
    weekday,
  };
}

export function dateWords(t: TFunction, locale: string, timezone?: string) {
  const plain = plainDates(t);
  return { ...plain, ...phrases(plain, t), ...clock(t, locale, timezone), age: ages(t) };
}
