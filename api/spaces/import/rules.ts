// SPDX-License-Identifier: AGPL-3.0-or-later

import { kmBetween } from '../../labs/directory/rules.ts';
import { plain, type Reason } from '../../labs/import/rules.ts';
import { type Cells, tableOf } from '../../platform/tables/rules.ts';

/** Space columns of the census table. */
export const spaceTable = tableOf({
  key: 'text',
  version: 'whole',
  name: 'both',
  kind: 'text',
  owner_kind: 'text',
  owner: 'text',
  summary: 'both',
  state: 'text',
  state_since: 'date',
  state_precision: 'text',
  state_reason: 'both',
  zone: 'text',
  address: 'text',
  latitude: 'number',
  longitude: 'number',
  blur_m: 'whole',
  floor_area_m2: 'number',
  floors: 'whole',
  last_use: 'both',
  disused_since: 'date',
  disused_precision: 'text',
  condition: 'text',
  energy_class: 'text',
  accessibility: 'text',
  utilities: 'words',
  admitted_uses: 'words',
  constraints: 'words',
  works: 'both',
  works_eur: 'number',
  rent_eur_year: 'number',
  available_from: 'date',
  available_to: 'date',
  reports: 'whole',
  source: 'text',
  note: 'both',
});

type Values = Record<string, unknown>;

/** A space as read from a file. */
export interface GivenSpace {
  row: number;
  name: string;
  key: string | null;
  /** Version of the space when the file was exported; null if not stated. */
  version: number | null;
  /** Values by census column. */
  values: Values;
  /** Reasons against importing it. */
  refused: Reason[];
}

/** Columns accepted but never written: the key and the counts of citizen reports. */
const aside = ['key', 'version', 'reports'];
const emptyLists = ['utilities', 'admitted_uses', 'constraints'];

export function spaceInRow(row: number, cells: Cells, guarded: boolean): GivenSpace {
  const { values, malformed } = spaceTable.rowIn(cells, guarded);
  const rounded = (value: unknown) => (typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : value);
  const kept = Object.entries(values)
    .filter(([name]) => !aside.includes(name))
    .map(([name, value]) => [name, value === null && emptyLists.includes(name) ? [] : rounded(value)]);
  return {
    row,
    name: (values.name as { it: string } | null | undefined)?.it ?? '',
    key: (values.key as string | null | undefined) ?? null,
    version: (values.version as number | null | undefined) ?? null,
    values: Object.fromEntries(kept),
    refused: malformed.map((name) => ({ name, code: 'malformed' as const })),
  };
}

const camel = (column: string) => column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const states = ['state', 'state_since', 'state_precision', 'state_reason'];

/** Columns as API fields: a date and its precision are one field; the status changes by command only. */
export function inputOf({ disused_since: since, disused_precision: precision, ...values }: Values): Values {
  const named = Object.entries(values).filter(([name]) => !states.includes(name));
  const disused = since ? { date: since, precision: precision ?? 'day' } : null;
  return {
    ...Object.fromEntries(named.map(([name, value]) => [camel(name), value])),
    ...(since === undefined ? {} : { disusedSince: disused }),
  };
}

const columnOf = new Map<string, string>(spaceTable.columns.map((name) => [camel(name), name]));

/** Column of an API field. */
export const columnNamed = (field: string): string => columnOf.get(field.split('.')[0] ?? '') ?? field;

interface Described {
  name: string;
  address: string | null;
  latitude: number | null;
  longitude: number | null;
  floorArea: number | null;
}

/** Matching data of a space: normalised texts, computed once. */
export interface Mark {
  name: string;
  address: string;
  point: { latitude: number; longitude: number } | null;
  floorArea: number | null;
}

export type Likeness = 'name' | 'address' | 'place';

const words = (of: string | null) =>
  plain(of ?? '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

export const markOf = ({ name, address, latitude, longitude, floorArea }: Described): Mark => ({
  name: words(name),
  address: words(address),
  point: latitude === null || longitude === null ? null : { latitude, longitude },
  floorArea,
});

/** Relative tolerance between two measurements of the same floor area. */
const sameArea = (one: number | null, other: number | null) =>
  one === null || other === null || Math.abs(one - other) <= Math.max(one, other) / 20;
const nearKm = 0.03;

/** Reasons why two spaces may be the same: equal address, point or name, with similar floor area. */
export function likenessOf(one: Mark, other: Mark): Likeness[] {
  if (!sameArea(one.floorArea, other.floorArea)) return [];
  const near = one.point && other.point && kmBetween(one.point, other.point) <= nearKm;
  return [
    ...(one.name !== '' && one.name === other.name ? (['name'] as const) : []),
    ...(one.address !== '' && one.address === other.address ? (['address'] as const) : []),
    ...(near ? (['place'] as const) : []),
  ];
}

const text = (value: unknown) => (typeof value === 'string' ? value : null);
const number = (value: unknown) => (typeof value === 'number' ? value : null);

export const markGiven = ({ name, values }: GivenSpace): Mark =>
  markOf({
    name,
    address: text(values.address),
    latitude: number(values.latitude),
    longitude: number(values.longitude),
    floorArea: number(values.floor_area_m2),
  });
