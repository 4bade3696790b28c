// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { civilDate, key, type Precision, precision } from '../../contract.ts';
import { entriesOf, nameOf, precisionOf } from '../../platform/fields/rules.ts';
import { withoutNulls } from '../../platform/fields/sheet.rules.ts';
import { givenText } from '../../platform/records/contract.ts';
import { lastDayOf } from '../../platform/records/rules.ts';
import { labFields } from '../directory/fields.ts';
import {
  type Hours,
  type HoursException,
  kmBetween,
  whyNotExceptions,
  whyNotHours,
  whyNotPoint,
} from '../directory/rules.ts';
import { createLab } from '../editing/contract.ts';
import { whyNotDated } from '../editing/rules.ts';
import { type GivenLab, plain, pointOf, type Reason, type ReasonCode } from './rules.ts';

const typed: Record<string, z.ZodType> = createLab.input.shape;
const coarse = precision.exclude(['cycle']);
/** Allowed values per column, equal to those of the form. */
const shapes: Record<string, z.ZodType> = {
  ...Object.fromEntries(
    entriesOf(labFields).flatMap(([column, field]): [string, z.ZodType][] => {
      const own = typed[nameOf(column, field)];
      if (!own) return [];
      if (field.kind !== 'when') return [[column, own]];
      return [
        [column, civilDate.nullable()],
        [precisionOf(column), coarse.nullable()],
      ];
    }),
  ),
  hours_exceptions: createLab.input.shape.exceptions.or(z.null()),
  prices: createLab.input.shape.prices.or(z.null()),
  source: key.nullable(),
  note: givenText.nullable(),
};

function codeOf(error: z.ZodError | undefined): ReasonCode {
  const issue = error?.issues[0];
  if (issue?.code === 'too_big' || issue?.code === 'too_small') return 'out-of-range';
  return issue?.code === 'invalid_value' ? 'unknown-value' : 'malformed';
}

type Values = Record<string, unknown>;

/** Repairs known faults of a value before validation. */
function tidied(values: Values): Values {
  const { url, latitude, longitude } = values;
  const rounded = (degrees: unknown) => (typeof degrees === 'number' ? Math.round(degrees * 1e5) / 1e5 : degrees);
  const bare = typeof url === 'string' && /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(url);
  return {
    ...withoutNulls(labFields, values),
    ...(values.status === null ? { status: 'open' } : {}),
    ...(bare ? { url: `https://${url}` } : {}),
    ...(latitude === undefined ? {} : { latitude: rounded(latitude) }),
    ...(longitude === undefined ? {} : { longitude: rounded(longitude) }),
  };
}

/** A date without precision is a day; a coarse date is the last day of its span. */
function dated(values: Values): Values {
  const spans = entriesOf(labFields).flatMap(([column, { kind }]): [string, unknown][] => {
    const day = values[column] as string | null | undefined;
    if (kind !== 'when' || day === undefined) return [];
    const how = (values[precisionOf(column)] ?? 'day') as Precision;
    return [
      [column, day && lastDayOf(day, how, day)],
      [precisionOf(column), day && how],
    ];
  });
  return { ...values, ...Object.fromEntries(spans) };
}

/** Invalid coordinates are dropped for every source. */
function placed(values: Values): { values: Values; notes: Reason[] } {
  if (!('latitude' in values || 'longitude' in values)) return { values, notes: [] };
  const [latitude, longitude] = [values.latitude ?? null, values.longitude ?? null] as (number | null)[];
  const nowhere = whyNotPoint(latitude ?? null, longitude ?? null) !== null || latitude === 0 || longitude === 0;
  const none = { ...values, latitude: null, longitude: null };
  if (nowhere) return { values: none, notes: [{ name: 'latitude', code: 'nowhere' }] };
  if (latitude === null) return { values: none, notes: [{ name: 'latitude', code: 'no-coordinates' }] };
  return { values, notes: [] };
}

function contradictions(values: Values, today: string): Reason[] {
  const reasons: Reason[] = [];
  const against = (name: string, rule: unknown) => rule && reasons.push({ name, code: 'contradiction' });
  if (values.hours) against('hours', whyNotHours(values.hours as Hours[]));
  if (values.hours_exceptions)
    against('hours_exceptions', whyNotExceptions(values.hours_exceptions as HoursException[]));
  const [opened, closed] = [values.opened_on, values.closed_on].map((day) => (day ?? undefined) as string | undefined);
  // A closing date sets the status to closed.
  against('closed_on', whyNotDated({ status: 'closed', opened, closed }, today));
  return reasons;
}

export interface Vetting {
  today: string;
  /** External file: unusable values are dropped and reported. Otherwise they are errors of the row. */
  lenient: boolean;
}

/** A lab with its usable values; `refused` holds the reasons against the row. */
export function vetted(lab: GivenLab, { today, lenient }: Vetting): GivenLab {
  const kept: Values = {};
  const wrong: Reason[] = [];
  for (const [name, value] of Object.entries(tidied(lab.values))) {
    const parsed = shapes[name]?.safeParse(value);
    if (parsed?.success) kept[name] = parsed.data;
    else if (name === 'name' && value === null) wrong.push({ name: 'name', code: 'missing' });
    else wrong.push({ name, code: codeOf(parsed?.error) });
  }
  const fatal = wrong.filter(({ name }) => !lenient || name === 'name');
  const point = wrong.some(({ name }) => lenient && /^l(at|ong)itude$/.test(name));
  const { values, notes } = placed(dated(point ? { ...kept, latitude: null, longitude: null } : kept));
  const out = wrong.filter((one) => !fatal.includes(one));
  return {
    ...lab,
    values,
    refused: [...lab.refused, ...fatal, ...contradictions(values, today)],
    notes: [...lab.notes, ...out.map(({ name }) => ({ name, code: 'left-out' as const })), ...notes],
  };
}

export interface Within {
  centre?: { latitude: number; longitude: number; km: number };
  box?: { south: number; west: number; north: number; east: number };
}

/** Three numbers are a point and kilometres, four are two corners; null if neither. */
export function withinOf(typed: string): Within | null {
  const numbers = typed.split(/[,;]/).map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (numbers.some((one) => !Number.isFinite(one))) return null;
  const [a = 0, b = 0, c = 0, d = 0] = numbers;
  if (numbers.length === 3) return c > 0 ? { centre: { latitude: a, longitude: b, km: c } } : null;
  return numbers.length === 4 && a <= c && b <= d ? { box: { south: a, west: b, north: c, east: d } } : null;
}

const among = (list: string | undefined, one: string | null) =>
  list === undefined || list.split(',').some((wanted) => plain(wanted) === plain(one ?? '') && one !== null);

function liesWithin({ centre, box }: Within, values: Record<string, unknown>): boolean {
  const point = pointOf(values);
  if (!point) return false;
  if (centre) return kmBetween(point, centre) <= centre.km;
  const inside = (low = 0, at = 0, high = 0) => low <= at && at <= high;
  return inside(box?.south, point.latitude, box?.north) && inside(box?.west, point.longitude, box?.east);
}

export interface Wanted {
  country?: string | undefined;
  city?: string | undefined;
  within?: Within | undefined;
}

/** True if a row passes the requested filters. */
export function isWanted({ country, city, within }: Wanted, lab: GivenLab): boolean {
  const here = among(country, lab.country) && among(city, lab.city);
  return here && (within === undefined || liesWithin(within, lab.values));
}
