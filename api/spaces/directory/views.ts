// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { readSpaceFiles } from '../../../db/labs/photos/reads.ts';
import type { Reader } from '../../../db/past.ts';
import * as reads from '../../../db/spaces/directory/reads.ts';
import { refOf, whenOf } from '../../contract.ts';
import { cursorOf, nameAndKey, type Paged, pageOfRows } from '../../http/paging.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { fileOf } from '../../labs/photos/views.ts';
import type { Space, SpaceSummary } from './contract.ts';
import { movedPoint, stepsOf } from './rules.ts';

function summaryOf(row: reads.SpaceRow): SpaceSummary {
  const zone = refOf(row.zone, row.zone_name);
  return {
    key: row.key,
    name: row.name,
    kind: row.kind,
    ownerKind: row.owner_kind,
    owner: refOf(row.owner, row.owner_name),
    summary: row.summary,
    zone: zone && { ...zone, periphery: row.periphery ?? false },
    address: row.address,
    latitude: row.latitude,
    longitude: row.longitude,
    blurM: row.blur_m,
    floorAreaM2: row.floor_area_m2,
    rentEurYear: row.rent_eur_year,
    state: row.state,
    stateSince: whenOf(row.state_since, row.state_precision),
    disusedSince: whenOf(row.disused_since, row.disused_precision),
    calls: row.calls,
    reports: row.reports,
    source: refOf(row.source, row.source_title),
    note: row.note,
  };
}

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

function factsOf(body: reads.SpaceBody) {
  return {
    floors: body.floors,
    lastUse: body.last_use,
    admittedUses: body.admitted_uses as Space['admittedUses'],
    condition: body.condition,
    energyClass: body.energy_class,
    constraints: body.constraints as Space['constraints'],
    accessibility: body.accessibility,
    utilities: body.utilities as Space['utilities'],
    works: body.works,
    worksEur: body.works_eur,
    availableFrom: body.available_from,
    availableTo: body.available_to,
    stateReason: body.state_reason,
    version: body.version,
  };
}

/** One space with its details; without the exact location of a blurred one. */
export async function spaceView(reader: Reader, programme: string, key: string, asOf?: string): Promise<Space> {
  const [row] = await reads.readSpaces(reader, { key }, { limit: 1 });
  const body = await reads.readSpaceBody(reader, key);
  if (!row || !body) throw new Refused({ code: 'unknown-item', item: key });
  const states = await reads.readStates(reader, key);
  return {
    ...summaryOf(row),
    ...factsOf(body),
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
