// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { readSpaceFiles } from '../../../db/labs/photos/reads.ts';
import type { Reader } from '../../../db/past.ts';
import * as reads from '../../../db/spaces/directory/reads.ts';
import { refOf } from '../../contract.ts';
import { cursorOf, nameAndKey, type Paged, pageOfRows } from '../../http/paging.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { fileOf } from '../../labs/photos/views.ts';
import { listedOf, plainOf } from '../../platform/fields/rules.ts';
import type { Space, SpaceSummary } from './contract.ts';
import { spaceFields } from './fields.ts';
import { movedPoint, stepsOf } from './rules.ts';

const listed = listedOf(spaceFields);

/** What a view adds to the plain values of a row. */
function besideOf(row: reads.SpaceRow) {
  const zone = refOf(row.zone, row.zone_name);
  return {
    key: row.key,
    zone: zone && { ...zone, periphery: row.periphery ?? false },
    owner: refOf(row.owner, row.owner_name),
    source: refOf(row.source, row.source_title),
    calls: row.calls,
  };
}

const summaryOf = (row: reads.SpaceRow): SpaceSummary => ({ ...plainOf(listed, row), ...besideOf(row) });

/** All spaces that match the filters, sorted. */
export async function allSpaces(reader: Reader, filter: reads.SpaceFilter, most: number): Promise<SpaceSummary[]> {
  return (await reads.readSpaces(reader, filter, { limit: most })).map(summaryOf);
}

export async function spacesView(reader: Reader, query: reads.SpaceFilter & Paged) {
  const rows = await reads.readSpaces(reader, query, {
    limit: query.limit + 1,
    after: cursorOf(query.cursor, nameAndKey),
  });
  const byZone = await reads.countSpaces(reader, query);
  const total = byZone.reduce((sum, { spaces }) => sum + spaces, 0);
  return { ...pageOfRows(rows, query, total, summaryOf, (row) => [row.name.it, row.key]), byZone };
}

/** One space with its details; without the exact location of a blurred one. */
export async function spaceView(reader: Reader, programme: string, key: string, asOf?: string): Promise<Space> {
  const [row] = await reads.readSpaces(reader, { key }, { limit: 1 });
  const body = await reads.readSpaceBody(reader, key);
  if (!row || !body) throw new Refused({ code: 'unknown-item', item: key });
  const states = await reads.readStates(reader, key);
  return {
    ...plainOf(spaceFields, body),
    ...besideOf(row),
    version: body.version,
    steps: stepsOf(states.map(({ known_on: knownOn, ...state }) => ({ ...state, knownOn }))),
    files: (await readSpaceFiles(reader, key)).map((file) => fileOf(programme, key, file, asOf)),
  };
}

/** Exact location of a space, for officials; for blurred spaces it is read from schema `access`. */
export async function placeView(reader: Reader, key: string) {
  const body = await reads.readSpaceBody(reader, key);
  if (!body) throw new Refused({ code: 'unknown-item', item: key });
  const { address, latitude, longitude } =
    body.blur_m === null
      ? body
      : ((await reads.readExactPlace(reader, key)) ?? { address: null, latitude: null, longitude: null });
  return { address, latitude, longitude };
}

interface Blurred {
  seed: string;
  latitude: number;
  longitude: number;
  radius: number;
}

/**
 * The public point of a blurred space: deterministic for the same place and radius. Another radius also gives another
 * direction, since two points on one line would reveal the origin.
 */
export function publicPoint({ seed, latitude, longitude, radius }: Blurred) {
  const drawn = createHash('sha256').update(`${seed} ${latitude} ${longitude} ${radius}`).digest();
  const draw = (at: number) => drawn.readUInt32BE(at) / 2 ** 32;
  return movedPoint({ latitude, longitude }, radius, [draw(0), draw(4)]);
}
