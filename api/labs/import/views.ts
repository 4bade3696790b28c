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
import { zoneOf } from '../../city/boundaries/views.ts';
import type { Text } from '../../contract.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { referablesOf } from '../../platform/fields/views.ts';
import { assertColumns, csvGrid, xlsxGrid } from '../../platform/tables/views.ts';
import { labFields } from '../directory/fields.ts';
import { lookalikeOf } from '../proposals/rules.ts';
import { labInRow, labSheet } from './columns.rules.ts';
import { type ImportFormat, type RowKind, rowKind } from './contract.ts';
import { labsInFablabs } from './fablabs.rules.ts';
import { labsInOkw } from './okw.rules.ts';
import { farKm, type GivenLab, type GivenMachine, pointOf } from './rules.ts';

/** Replaces lone surrogates with U+FFFD, like invalid bytes. */
const mended = (_: string, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value);

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''), mended);
  } catch {
    throw new Refused({ code: 'wrong-type' });
  }
}

function orRefused(labs: GivenLab[] | undefined): GivenLab[] {
  if (!labs) throw new Refused({ code: 'wrong-type' });
  return labs;
}

interface Read {
  labs: GivenLab[];
  /** Columns of the file that mean nothing here. */
  ignored: string[];
}

/** Parses the labs of a file; refused if it does not have the format. */
export async function labsIn(bytes: Buffer, format: ImportFormat, reader: Reader): Promise<Read> {
  if (format === 'okw') return { labs: orRefused(labsInOkw(json(bytes))), ignored: [] };
  if (format === 'fablabs') return { labs: orRefused(labsInFablabs(json(bytes))), ignored: [] };
  const grid = format === 'csv' ? csvGrid(bytes) : await xlsxGrid(bytes);
  const ignored = assertColumns(grid, labSheet, (named) => (named.includes('key') ? [] : ['name_it', 'kind']));
  const items = await referablesOf(reader, labFields);
  const labs = grid.rows.map(({ row, cells }) => labInRow(row, labSheet.cellsNamed(cells, items), format === 'csv'));
  return { labs, ignored };
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
