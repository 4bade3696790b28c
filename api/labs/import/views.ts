// SPDX-License-Identifier: AGPL-3.0-or-later
import { readOutlines } from '../../../db/city/boundaries/reads.ts';
import {
  type HeldLab,
  lockLabsOf,
  readEveryKey,
  readMachinesOf,
  readManyAlike,
} from '../../../db/labs/import/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { territoryOf, zoneOf } from '../../city/boundaries/views.ts';
import type { Text } from '../../contract.ts';
import { inTurns, readApart } from '../../http/apart.ts';
import { referablesOf } from '../../platform/fields/views.ts';
import { differencesShown } from '../../platform/history/views.ts';
import { assertColumns, gridIn } from '../../platform/tables/views.ts';
import { labFields } from '../directory/fields.ts';
import { lookalikeOf } from '../proposals/rules.ts';
import { labInRow, labSheet } from './columns.rules.ts';
import { type ImportFormat, type RowKind, rowKind } from './contract.ts';
import { farKm, type GivenLab, type GivenMachine, pointOf } from './rules.ts';

interface Read {
  labs: GivenLab[];
  /** Columns of the file that mean nothing here. */
  ignored: string[];
}

/** Parses the labs of a file; refused if it does not have the format. */
export async function labsIn(bytes: Buffer, format: ImportFormat, reader: Reader): Promise<Read> {
  if (format === 'okw' || format === 'fablabs') {
    const file = new URL('./file.views.ts', import.meta.url);
    const { rows } = await readApart<{ rows: GivenLab[] }>(file, bytes, { format });
    return { labs: rows, ignored: [] };
  }
  const grid = await gridIn(bytes, { format, known: labSheet.known });
  const ignored = assertColumns(grid, labSheet, (named) => (named.includes('key') ? [] : ['name_it', 'kind']));
  const items = await referablesOf(reader, labFields);
  const labs = await inTurns(grid.rows, ({ row, cells }) =>
    labInRow(row, labSheet.cellsNamed(cells, items), format === 'csv'),
  );
  return { labs, ignored };
}

type Images = readonly [before: Record<string, unknown>, after: Record<string, unknown>];

/** Rows with what each changes, before and after. */
export async function withChanges<T extends { images?: Images }>(reader: Reader, rows: readonly T[]) {
  const changed = rows.flatMap((row) => (row.images ? [row] : []));
  const differences = await differencesShown(
    reader,
    changed.flatMap(({ images }) => (images ? [images] : [])),
  );
  const changesOf = new Map(changed.map((row, at) => [row, differences[at] ?? []]));
  return rows.map((row) => ({ row, changes: changesOf.get(row) ?? [] }));
}

/** Number of rows per result. */
export const totalsOf = (rows: readonly { kind: RowKind }[]) =>
  Object.fromEntries(rowKind.options.map((kind) => [kind, rows.filter((row) => row.kind === kind).length])) as Record<
    RowKind,
    number
  >;

/** Fills missing zones from the coordinates where boundaries are known. */
export async function placeInZones(reader: Reader, labs: readonly GivenLab[]): Promise<void> {
  const lost = labs.filter(({ values }) => !('zone' in values) && pointOf(values));
  const zones = lost.length === 0 ? [] : await readOutlines(reader);
  for (const { values } of lost) {
    const point = pointOf(values);
    const around = zones.filter(({ boundary }) => point && boxHolds((boundary as { bbox?: number[] }).bbox, point));
    const zone = point && around.length > 0 ? zoneOf(point, around) : undefined;
    if (zone) values.zone = zone.key;
  }
}

function boxHolds(bbox: readonly number[] = [], { latitude, longitude }: { latitude: number; longitude: number }) {
  const [west = -180, south = -90, east = 180, north = 90] = bbox;
  return west <= longitude && longitude <= east && south <= latitude && latitude <= north;
}

/**
 * Points that lie in the city only with latitude and longitude exchanged: refused, or left out and named where the file
 * is another register's.
 */
export async function refuseSwapped(reader: Reader, labs: readonly GivenLab[], lenient: boolean): Promise<void> {
  const isInside = await territoryOf(reader);
  await inTurns(labs, (lab) => {
    const point = pointOf(lab.values);
    if (!point || isInside(point)) return;
    if (!isInside({ latitude: point.longitude, longitude: point.latitude })) return;
    (lenient ? lab.notes : lab.refused).push({ name: 'latitude', code: 'swapped' });
    if (lenient) Object.assign(lab.values, { latitude: null, longitude: null });
  });
}

/** Register data that the file refers to. */
export interface Standing {
  held: Map<string, HeldLab>;
  machines: Map<string, GivenMachine[]>;
  everyKey: Set<string>;
  /** Entry matched by key or external id. */
  keyOf: (lab: GivenLab) => string | undefined;
  reason: string;
}

const numbersOf = (foreign: object) => Object.entries(foreign).map(([register, number]) => `${register}:${number}`);

async function hold(reader: Reader, standing: Standing, of: { keys: string[]; numbers: string[] }) {
  const rows = await lockLabsOf(reader, { ...of, reason: standing.reason });
  for (const row of rows) standing.held.set(row.key, row);
  const machines = await readMachinesOf(
    reader,
    rows.map(({ key }) => key),
  );
  for (const [key, own] of Map.groupBy(machines, ({ lab }) => lab)) standing.machines.set(key, own);
  return rows;
}

export async function readStanding(reader: Reader, given: readonly GivenLab[], reason: string): Promise<Standing> {
  const keys = given.flatMap(({ key }) => key ?? []);
  const numbers = given.flatMap(({ foreign }) => numbersOf(foreign));
  const byNumber = new Map<string, string>();
  const keyOf = ({ key, foreign }: GivenLab) => {
    if (key !== null && standing.held.has(key)) return key;
    return numbersOf(foreign)
      .map((number) => byNumber.get(number))
      .find((found) => found !== undefined);
  };
  const everyKey = await readEveryKey(reader);
  const standing: Standing = { held: new Map(), machines: new Map(), everyKey, keyOf, reason };
  for (const { key, image } of await hold(reader, standing, { keys, numbers }))
    for (const number of numbersOf((image.foreign_ids ?? {}) as object)) byNumber.set(number, key);
  return standing;
}

export interface Alike {
  key: string;
  name: Text;
  why: ('name' | 'site' | 'place')[];
  foreign: Record<string, string>;
}

const textIn = (value: unknown) => (typeof value === 'string' ? value : null);
const numberIn = (value: unknown) => (typeof value === 'number' ? value : null);

/** Locks the candidate entries of each row. A similar name far away is a different lab. */
export async function alikeRows(reader: Reader, labs: readonly GivenLab[], standing: Standing) {
  const asked = labs.map(({ name, values }, at) => ({
    row: at,
    name,
    url: textIn(values.url),
    latitude: numberIn(values.latitude),
    longitude: numberIn(values.longitude),
  }));
  const rows = asked.length === 0 ? [] : await readManyAlike(reader, asked);
  const found = new Map<GivenLab, Alike[]>();
  for (const { row, key, name, foreign_ids: foreign, likeness, same_site: sameSite, km } of rows) {
    const lab = labs[row];
    const reasons = lookalikeOf({ likeness, sameSite, km });
    const why = reasons.filter((one) => one !== 'name' || km === null || km <= farKm);
    if (lab && why.length > 0) found.set(lab, [...(found.get(lab) ?? []), { key, name, why, foreign }]);
  }
  const keys = [...new Set([...found.values()].flat().map(({ key }) => key))];
  await hold(reader, standing, { keys: keys.filter((key) => !standing.held.has(key)), numbers: [] });
  return found;
}
