// SPDX-License-Identifier: AGPL-3.0-or-later

import { kmBetween } from '../../labs/directory/rules.ts';
import type { Reason } from '../../labs/import/rules.ts';
import { sheetOf, withoutNulls } from '../../platform/fields/sheet.rules.ts';
import { bare } from '../../platform/records/rules.ts';
import type { Cells } from '../../platform/tables/rules.ts';
import { spaceFields } from '../directory/fields.ts';

/** The census as a table for spreadsheets; `version` is that of the exported row. */
export const spaceSheet = sheetOf(spaceFields, { version: 'whole' });

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

export function spaceInRow(row: number, cells: Cells, guarded: boolean): GivenSpace {
  const { values, malformed } = spaceSheet.rowIn(cells, guarded);
  const rounded = (value: unknown) => (typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : value);
  const kept = Object.entries(withoutNulls(spaceFields, values))
    .filter(([name]) => !aside.includes(name))
    .map(([name, value]) => [name, rounded(value)]);
  return {
    row,
    name: (values.name as { it: string } | null | undefined)?.it ?? '',
    key: (values.key as string | null | undefined) ?? null,
    version: (values.version as number | null | undefined) ?? null,
    values: Object.fromEntries(kept),
    refused: [
      ...malformed.map((name) => ({ name, code: 'malformed' as const })),
      ...(values.version && !values.key ? [{ name: 'version', code: 'versioned' as const }] : []),
    ],
  };
}

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

export const markOf = ({ name, address, latitude, longitude, floorArea }: Described): Mark => ({
  name: bare(name),
  address: bare(address ?? ''),
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
