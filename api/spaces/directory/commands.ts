// SPDX-License-Identifier: AGPL-3.0-or-later

import type { z } from 'zod';
import type { Writer } from '../../../db/change.ts';
import { readHolding } from '../../../db/money/awards/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { readTakenKeys } from '../../../db/platform/records/reads.ts';
import { type LockedSpace, lockSpace, readExactPlace, readSpaceBody } from '../../../db/spaces/directory/reads.ts';
import * as writes from '../../../db/spaces/directory/writes.ts';
import { isInCity, zoneAt } from '../../city/boundaries/views.ts';
import type { Text } from '../../contract.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { whyNotPoint } from '../../labs/directory/rules.ts';
import { columnsOf } from '../../platform/fields/rules.ts';
import { freeKey, stemOf } from '../../platform/records/rules.ts';
import { type Keeping, readerOf, refuseUnknown } from '../../platform/records/views.ts';
import type { createSpace, DescribedSpace, moveSpace } from './contract.ts';
import { spaceFields } from './fields.ts';
import { firstByHand, whyNotBlurred, whyNotMoved, whyNotSpan } from './rules.ts';
import { publicPoint, spaceView } from './views.ts';

type Input<E extends { input: z.ZodType }> = z.output<E['input']>;

/** Columns to write as they are given; `placed` writes the location, which may have to be blurred. */
const plainColumns = ({ address: _, latitude: __, longitude: ___, blurM: ____, ...plain }: DescribedSpace) =>
  columnsOf(spaceFields, plain);

type Held = Pick<
  LockedSpace,
  'address' | 'latitude' | 'longitude' | 'blur_m' | 'owner_kind' | 'available_from' | 'available_to'
>;

const nothing: Held = {
  address: null,
  latitude: null,
  longitude: null,
  blur_m: null,
  owner_kind: null,
  available_from: null,
  available_to: null,
};

const or = <T>(given: T | undefined, held: T): T => (given === undefined ? held : given);

function refuseContradictions(input: DescribedSpace, held: Held) {
  const blurM = or(input.blurM, held.blur_m);
  assertAllowed(whyNotBlurred({ ownerKind: or(input.ownerKind, held.owner_kind), blurM }), 'blurM');
  const from = or(input.availableFrom, held.available_from);
  assertAllowed(whyNotSpan(from, or(input.availableTo, held.available_to)), 'availableTo');
}

/** Refuses invalid coordinates; returns the zone containing the point if none is given. */
async function zoned(reader: Reader, input: DescribedSpace, at: { latitude: number | null; longitude: number | null }) {
  const { latitude, longitude } = at;
  if (input.latitude === undefined && input.longitude === undefined) return {};
  assertAllowed(whyNotPoint(latitude, longitude), latitude === null ? 'latitude' : 'longitude');
  if (latitude === null || longitude === null) return {};
  assertAllowed((await isInCity(reader, { latitude, longitude })) ? null : 'point-outside', 'latitude');
  const zone = input.zone ? null : await zoneAt(reader, { latitude, longitude });
  return zone === null ? {} : { zone };
}

/**
 * Location columns of a space. A blurred space stores only its moved point here; the exact one goes to a table outside
 * the log.
 */
async function placed(writer: Writer, by: Keeping, key: string, input: DescribedSpace, held: Held) {
  const named = [input.address, input.latitude, input.longitude, input.blurM].some((one) => one !== undefined);
  if (!named) return {};
  const reader = readerOf(writer, by);
  const kept = held.blur_m === null ? held : await readExactPlace(reader, key);
  const exact = {
    address: or(input.address, kept?.address ?? null),
    latitude: or(input.latitude, kept?.latitude ?? null),
    longitude: or(input.longitude, kept?.longitude ?? null),
  };
  const zone = await zoned(reader, input, exact);
  const radius = or(input.blurM, held.blur_m);
  if (radius === null) {
    await writes.forgetExactPlace(writer, by.programmeId, key);
    return { ...exact, ...zone, blur_m: null };
  }
  const seed = await writes.keepExactPlace(writer, by.programmeId, key, exact);
  const { latitude, longitude } = exact;
  const blurred = { ...zone, address: null, blur_m: radius };
  if (latitude !== null && longitude !== null)
    return { ...blurred, ...publicPoint({ seed, latitude, longitude, radius }) };
  // If only a data package's moved point is known, it stays unless it is explicitly removed.
  return input.latitude === null ? { ...blurred, latitude: null, longitude: null } : blurred;
}

const keptOf = async (reader: Reader, key: string) => {
  const body = await readSpaceBody(reader, key);
  if (!body) throw new Refused({ code: 'unknown-item', item: key });
  return { key, version: body.version };
};

export async function create(writer: Writer, by: Keeping, input: Input<typeof createSpace> & { reports?: number }) {
  const reader = readerOf(writer, by);
  const { why: _, state = 'surveyed', on = by.today, reason, reports = 0, ...described } = input;
  await refuseUnknown(reader, { zone: input.zone, owner: input.owner, source: input.source });
  refuseContradictions(described, nothing);
  assertAllowed(firstByHand.includes(state) ? null : 'space-by-call', 'state');
  assertAllowed(on > by.today ? 'date-future' : null, 'on');
  const stem = stemOf(input.name.it);
  const key = freeKey(stem, await readTakenKeys(reader, 'space', stem));
  const place = await placed(writer, by, key, described, nothing);
  const standing = { state, state_since: on, state_precision: 'day', state_reason: reason ?? null, reports };
  await writes.addSpace(writer, by.programmeId, key, { ...plainColumns(described), ...place, ...standing });
  return keptOf(reader, key);
}

interface Which {
  programme: string;
  space: string;
}

/** Locks the space row until commit; refused if its version has changed. */
async function seen(reader: Reader, { programme, space }: Which, version: number): Promise<LockedSpace> {
  const row = await lockSpace(reader, space);
  if (!row) throw new Refused({ code: 'unknown-item', item: space });
  if ((await keptOf(reader, space)).version !== version)
    throw new Refused({ code: 'changed-meanwhile', current: await spaceView(reader, programme, space) });
  return row;
}

export async function edit(writer: Writer, by: Keeping, which: Which, input: DescribedSpace) {
  const reader = readerOf(writer, by);
  const held = await seen(reader, which, by.version);
  await refuseUnknown(reader, { zone: input.zone, owner: input.owner, source: input.source });
  refuseContradictions(input, held);
  const place = await placed(writer, by, which.space, input, held);
  await writes.editSpace(writer, by.programmeId, which.space, { ...plainColumns(input), ...place });
  return keptOf(reader, which.space);
}

export async function move(writer: Writer, by: Keeping, which: Which, input: Input<typeof moveSpace>) {
  const reader = readerOf(writer, by);
  const { state: from, state_since: since } = await seen(reader, which, by.version);
  const { state: to, on = by.today, reason } = input;
  const held = (await readHolding(reader, which.space)).length > 0;
  const against = whyNotMoved({ from, to, since, on, held }, by.today);
  assertAllowed(against, against === 'space-before' || against === 'date-future' ? 'on' : 'state');
  const standing = { state: to, state_since: on, state_precision: 'day', state_reason: reason };
  await writes.editSpace(writer, by.programmeId, which.space, standing);
  return keptOf(reader, which.space);
}

/** Counts one more citizen report; the office's comment goes into the space's note. */
export async function addReport(writer: Writer, by: Keeping, space: string, said: Text | undefined) {
  const row = await lockSpace(readerOf(writer, by), space);
  if (!row) throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'existing', reason: 'unknown-value' }] });
  const joined = (one: string | undefined, other: string | undefined) => [one, other].filter(Boolean).join(' ');
  const { it, en } = row.note ?? {};
  const english = en === undefined && said?.en === undefined ? {} : { en: joined(en ?? it, said?.en ?? said?.it) };
  const note = said ? { note: { it: joined(it, said.it), ...english } } : {};
  await writes.editSpace(writer, by.programmeId, space, { reports: row.reports + 1, ...note });
}
