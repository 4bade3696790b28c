// SPDX-License-Identifier: AGPL-3.0-or-later
import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { formatISO } from 'date-fns/formatISO';
import { getISODay } from 'date-fns/getISODay';
import { parseISO } from 'date-fns/parseISO';
import { entriesOf, nameOf } from '../../platform/fields/rules.ts';
import { labFields, labRecord } from './fields.ts';

export type Section = keyof typeof labRecord.sections;
/** Sections of an entry, each edited and confirmed separately. */
export const sections = Object.keys(labRecord.sections) as [Section, ...Section[]];

/** Sections affected by an edit. */
export function sectionsOf(input: Record<string, unknown>): Section[] {
  const named = Object.keys(input).filter((field) => input[field] !== undefined);
  const touched = entriesOf(labFields).filter((entry) => named.includes(nameOf(...entry)));
  return sections.filter((section) => touched.some(([, field]) => field.section === section));
}

export type Confirmed = Partial<Record<Section, string>>;

/** Day of a section's last confirmation: its own or that of the whole entry. */
export const confirmedOn = (confirmed: Confirmed, whole: string | null, section: Section): string | null =>
  confirmed[section] ?? whole;

/** Oldest confirmation of all sections; null if one was never confirmed. */
export function oldestOf(confirmed: Confirmed, whole: string | null): string | null {
  const days = sections.map((section) => confirmedOn(confirmed, whole, section));
  return days.includes(null) ? null : ([...(days as string[])].sort()[0] ?? null);
}

/** Months without confirmation until an entry is stale, and until the lab counts as possibly closed. */
export const staleMonths = 6;
export const doubtfulMonths = 12;

export type Freshness = 'confirmed' | 'stale' | 'possibly-closed' | 'never-confirmed';

const later = (day: string, months: number) => formatISO(addMonths(parseISO(day), months), { representation: 'date' });

/** Freshness of an entry on a day. */
export function freshnessOf(lastConfirmed: string | null, day: string): Freshness {
  if (lastConfirmed === null) return 'never-confirmed';
  if (day >= later(lastConfirmed, doubtfulMonths)) return 'possibly-closed';
  return day >= later(lastConfirmed, staleMonths) ? 'stale' : 'confirmed';
}

/** First confirmation day that gives a better freshness than that on `day`: inverse of `freshnessOf`. */
function since(day: string, better: (freshness: Freshness) => boolean, months: number): string {
  // At month ends several days map to the same one: 28 to 31 August all map to 28 February.
  let first = later(day, -months);
  while (!better(freshnessOf(first, day))) first = formatISO(addDays(parseISO(first), 1), { representation: 'date' });
  return first;
}

/** Confirmations on or after this day are current. */
export const freshSince = (day: string): string => since(day, (one) => one === 'confirmed', staleMonths);

/** Confirmations before this day mean that the lab is possibly closed. */
export const doubtfulSince = (day: string): string => since(day, (one) => one !== 'possibly-closed', doubtfulMonths);

export interface Hours {
  /** ISO weekday: 1 is Monday. */
  weekday: number;
  /** Local time, HH:MM; 24:00 is the end of the day. Closing before opening is on the next day. */
  opens: string;
  closes: string;
}

export interface HoursException {
  from: string;
  to: string;
  /** No hours means closed. */
  opens?: string | undefined;
  closes?: string | undefined;
  why?: { it: string; en?: string | undefined } | undefined;
}

/** Opening hours of one day, exceptions first; empty if closed. */
export function hoursOn(day: string, hours: readonly Hours[], exceptions: readonly HoursException[]) {
  const special = exceptions.filter(({ from, to }) => from <= day && day <= to);
  if (special.length > 0) return special.flatMap(({ opens, closes }) => (opens && closes ? [{ opens, closes }] : []));
  const weekday = getISODay(parseISO(day));
  return hours.filter((span) => span.weekday === weekday).map(({ opens, closes }) => ({ opens, closes }));
}

interface Opening {
  status: string;
  hours: readonly Hours[] | null;
  exceptions: readonly HoursException[];
}

/** Whether a lab is open at local time `at` (YYYY-MM-DDTHH:MM); null if its hours are unknown. */
export function isOpenAt({ status, hours, exceptions }: Opening, at: string): boolean | null {
  if (status !== 'open') return false;
  if (hours === null) return null;
  const [day = '', time = ''] = at.split('T');
  const before = formatISO(addDays(parseISO(day), -1), { representation: 'date' });
  const isOpen = hoursOn(day, hours, exceptions).some(
    (span) => span.opens <= time && (time < span.closes || isPastMidnight(span)),
  );
  return isOpen || hoursOn(before, hours, exceptions).some((span) => isPastMidnight(span) && time < span.closes);
}

type Span = Pick<Hours, 'opens' | 'closes'>;
const isPastMidnight = ({ opens, closes }: Span) => closes < opens;

const isTime = (time: string) => /^\d\d:\d\d$/.test(time);

/** Latest end of a span past midnight; later, opening and closing were probably exchanged. */
export const latestNight = '06:00';

const isSpan = (span: Span) =>
  isTime(span.opens) &&
  isTime(span.closes) &&
  span.opens !== span.closes &&
  (!isPastMidnight(span) || span.closes <= latestNight);

const minutesIn = { day: 1440, week: 10_080 };
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** A weekly span in minutes from Monday; one of Sunday may end in the next week. */
function minutesFrom(span: Hours): [from: number, to: number] {
  const from = (span.weekday - 1) * minutesIn.day + minutesOf(span.opens);
  const length = minutesOf(span.closes) - minutesOf(span.opens) + (isPastMidnight(span) ? minutesIn.day : 0);
  return [from, from + length];
}

/** Validates opening hours: every span has an end after its start, at most in the night, and spans do not overlap. */
export function whyNotHours(hours: readonly Hours[]): 'hours-reversed' | 'hours-overlap' | null {
  if (!hours.every(isSpan)) return 'hours-reversed';
  const spans = hours.map(minutesFrom);
  const overlap = spans.some(([from, to], at) =>
    spans
      .slice(at + 1)
      .some(([other, end]) =>
        [-minutesIn.week, 0, minutesIn.week].some((shift) => from < end + shift && other + shift < to),
      ),
  );
  return overlap ? 'hours-overlap' : null;
}

/** Validates exceptions: the dates and their hours have an end after the start. */
export function whyNotExceptions(exceptions: readonly HoursException[]): 'days-reversed' | 'hours-reversed' | null {
  if (exceptions.some(({ from, to }) => to < from)) return 'days-reversed';
  const reversed = exceptions.some(({ opens, closes }) =>
    opens === undefined || closes === undefined ? opens !== closes : !isSpan({ opens, closes }),
  );
  return reversed ? 'hours-reversed' : null;
}

/** Validates coordinates; refuses (0, 0), the usual default of software without a position. */
export function whyNotPoint(latitude: number | null, longitude: number | null): 'point-half' | 'point-nowhere' | null {
  if ((latitude === null) !== (longitude === null)) return 'point-half';
  return latitude !== null && Math.abs(latitude) < 0.01 && Math.abs(longitude ?? 0) < 0.01 ? 'point-nowhere' : null;
}

const earthKm = 12742;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in km: haversine with radius 6371 km. */
export function kmBetween(
  one: { latitude: number; longitude: number },
  two: { latitude: number; longitude: number },
): number {
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2;
  const across =
    half(one.latitude, two.latitude) +
    Math.cos(radians(one.latitude)) * Math.cos(radians(two.latitude)) * half(one.longitude, two.longitude);
  return earthKm * Math.asin(Math.sqrt(Math.min(1, across)));
}
