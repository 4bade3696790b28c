// SPDX-License-Identifier: AGPL-3.0-or-later
import { addDays, addMonths, formatISO, getISODay, parseISO } from 'date-fns';

/** What an entry may be, and say, as it is chosen from. */
export const labKinds = ['fablab', 'makerspace', 'hub', 'incubator', 'accelerator', 'coworking', 'other'] as const;
export const labStatuses = ['planned', 'open', 'temporarily-closed', 'closed'] as const;
export const legalStatuses = [
  'association',
  'cooperative',
  'company',
  'public-body',
  'university',
  'school',
  'foundation',
  'informal',
  'other',
] as const;
export const services = [
  'training',
  'prototyping',
  'small-series',
  'incubation',
  'schools',
  'design',
  'consulting',
  'coworking',
  'repair',
  'testing',
  'events',
  'residency',
] as const;

/** The parts of an entry; each is edited, and confirmed, by itself. */
export const sections = ['about', 'place', 'hours', 'facts', 'services', 'contacts', 'machines'] as const;
export type Section = (typeof sections)[number];

/** Which section a field of the entry belongs to. */
export const fieldsOf: Record<Exclude<Section, 'machines'>, readonly string[]> = {
  about: [
    'name',
    'kind',
    'summary',
    'description',
    'organisation',
    'legalStatus',
    'status',
    'founded',
    'opened',
    'closed',
  ],
  place: ['address', 'latitude', 'longitude', 'zone', 'wheelchair'],
  hours: ['access', 'hours', 'exceptions'],
  facts: ['floorAreaM2', 'workstations', 'staff', 'smallSeries', 'mediumSeries', 'minimumOrder', 'turnaroundDays'],
  services: ['services', 'languages', 'prices'],
  contacts: ['url', 'email', 'phone', 'links'],
};

/** The sections that an edit touches. */
export function sectionsOf(input: Record<string, unknown>): Section[] {
  const named = Object.keys(input).filter((field) => input[field] !== undefined);
  const touched = Object.entries(fieldsOf).filter(([, fields]) => fields.some((field) => named.includes(field)));
  return touched.map(([section]) => section as Section);
}

export type Confirmed = Partial<Record<Section, string>>;

/** The day on which a section was last confirmed: its own, or that of the whole entry. */
export const confirmedOn = (confirmed: Confirmed, whole: string | null, section: Section): string | null =>
  confirmed[section] ?? whole;

/** The whole entry is as old as its oldest section; null while one was never confirmed. */
export function oldestOf(confirmed: Confirmed, whole: string | null): string | null {
  const days = sections.map((section) => confirmedOn(confirmed, whole, section));
  return days.includes(null) ? null : ([...(days as string[])].sort()[0] ?? null);
}

/** Months without a confirmation after which an entry is stale, and after which the lab may be closed. */
export const staleMonths = 6;
export const doubtfulMonths = 12;

export type Freshness = 'confirmed' | 'stale' | 'possibly-closed' | 'never-confirmed';

const later = (day: string, months: number) => formatISO(addMonths(parseISO(day), months), { representation: 'date' });

/** How far an entry can be trusted on a day. */
export function freshnessOf(lastConfirmed: string | null, day: string): Freshness {
  if (lastConfirmed === null) return 'never-confirmed';
  if (day >= later(lastConfirmed, doubtfulMonths)) return 'possibly-closed';
  return day >= later(lastConfirmed, staleMonths) ? 'stale' : 'confirmed';
}

/** The first day whose confirmation leaves an entry better than that on `day`: `freshnessOf`, the other way round. */
function since(day: string, better: (freshness: Freshness) => boolean, months: number): string {
  // At the end of a month several days come to the same one: 28 to 31 August all turn on 28 February.
  let first = later(day, -months);
  while (!better(freshnessOf(first, day))) first = formatISO(addDays(parseISO(first), 1), { representation: 'date' });
  return first;
}

/** Whatever was confirmed on this day or later is confirmed still. */
export const freshSince = (day: string): string => since(day, (one) => one === 'confirmed', staleMonths);

/** Whatever was confirmed before this day belongs to a lab that may be closed. */
export const doubtfulSince = (day: string): string => since(day, (one) => one !== 'possibly-closed', doubtfulMonths);

export interface Hours {
  /** ISO: 1 is Monday. */
  weekday: number;
  /** The city's time, HH:MM; a span that ends at 24:00 ends the day. */
  opens: string;
  closes: string;
}

export interface HoursException {
  from: string;
  to: string;
  /** Without hours, closed. */
  opens?: string | undefined;
  closes?: string | undefined;
  why?: { it: string; en?: string | undefined } | undefined;
}

/** The hours of one day, exceptions first: several spans, or none when it is closed. */
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

/** Whether a lab is open at a moment of the city's time; null where its hours are not known. `at` is YYYY-MM-DDTHH:MM. */
export function isOpenAt({ status, hours, exceptions }: Opening, at: string): boolean | null {
  if (status !== 'open') return false;
  if (hours === null) return null;
  const [day = '', time = ''] = at.split('T');
  return hoursOn(day, hours, exceptions).some(({ opens, closes }) => opens <= time && time < closes);
}

const isTime = (time: string) => /^\d\d:\d\d$/.test(time);

/** Why opening hours cannot be so: a span that lacks an end, or ends before it begins, or two that overlap. */
export function whyNotHours(hours: readonly Hours[]): 'hours-reversed' | 'hours-overlap' | null {
  if (hours.some(({ opens, closes }) => !isTime(opens) || !isTime(closes) || closes <= opens)) return 'hours-reversed';
  const overlap = hours.some((one, at) =>
    hours.some(
      (two, other) => other > at && one.weekday === two.weekday && one.opens < two.closes && two.opens < one.closes,
    ),
  );
  return overlap ? 'hours-overlap' : null;
}

/** Why days of exceptions cannot be so: they end before they begin, or their hours do, or lack one end. */
export function whyNotExceptions(exceptions: readonly HoursException[]): 'days-reversed' | 'hours-reversed' | null {
  if (exceptions.some(({ from, to }) => to < from)) return 'days-reversed';
  const reversed = exceptions.some(
    ({ opens, closes }) =>
      (opens === undefined) !== (closes === undefined) ||
      (opens ?? '') > (closes ?? '') ||
      (opens !== undefined && opens === closes),
  );
  return reversed ? 'hours-reversed' : null;
}

/** Why a place cannot be: (0, 0) is what a machine writes that knows nothing. */
export function whyNotPoint(latitude: number | null, longitude: number | null): 'point-half' | 'point-nowhere' | null {
  if ((latitude === null) !== (longitude === null)) return 'point-half';
  return latitude !== null && Math.abs(latitude) < 0.01 && Math.abs(longitude ?? 0) < 0.01 ? 'point-nowhere' : null;
}

const earthKm = 12742;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres between two points as the crow flies: haversine, with a radius of 6371 km. */
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
