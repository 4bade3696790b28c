// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { Writer } from '../../../db/change.ts';
import * as reads from '../../../db/labs/editing/reads.ts';
import * as writes from '../../../db/labs/editing/writes.ts';
import type { Reader } from '../../../db/past.ts';
import { readTakenKeys } from '../../../db/platform/records/reads.ts';
import { isInCity, zoneAt } from '../../city/boundaries/views.ts';
import type { Precision } from '../../contract.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { columnsOf } from '../../platform/fields/rules.ts';
import { freeKey, lastDayOf, stemOf } from '../../platform/records/rules.ts';
import { type Keeping, readerOf, refuseUnknown } from '../../platform/records/views.ts';
import { labFields } from '../directory/fields.ts';
import { sections as allSections, sectionsOf, whyNotExceptions, whyNotHours, whyNotPoint } from '../directory/rules.ts';
import { labBody } from '../directory/views.ts';
import type { confirmLab, createLab, editLab, keepContact, mergeLab } from './contract.ts';
import { whyNotDated, whyNotMerged } from './rules.ts';

type Input<E extends { input: z.ZodType }> = z.output<E['input']>;
type Described = Omit<Input<typeof editLab>, 'why'>;
type When = { date: string; precision: Precision } | null | undefined;

interface Point {
  latitude?: number | null | undefined;
  longitude?: number | null | undefined;
}

/** Refuses invalid coordinates; returns the zone containing the point if none is given. */
async function placed(reader: Reader, input: Described, before: Point): Promise<{ zone?: string }> {
  if (input.latitude === undefined && input.longitude === undefined) return {};
  const latitude = (input.latitude === undefined ? before.latitude : input.latitude) ?? null;
  const longitude = (input.longitude === undefined ? before.longitude : input.longitude) ?? null;
  assertAllowed(whyNotPoint(latitude, longitude), latitude === null ? 'latitude' : 'longitude');
  if (latitude === null || longitude === null) return {};
  const point = { latitude, longitude };
  assertAllowed((await isInCity(reader, point)) ? null : 'point-outside', 'latitude');
  if (input.zone) return {};
  const zone = await zoneAt(reader, point);
  return zone === null ? {} : { zone };
}

const endOf = (when: When) => (when ? lastDayOf(when.date, when.precision, when.date) : undefined);

interface Dates {
  status: string;
  opened_on: string | null;
  closed_on: string | null;
}

/** Dates not in the request are taken from the entry before validation. */
function refuseDates({ status, opened, closed }: Described, before: Dates, today: string) {
  if (opened === undefined && closed === undefined) return;
  const stays = (status ?? before.status) === 'closed' ? before.closed_on : null;
  const dated = {
    status: status ?? before.status,
    opened: opened === undefined ? (before.opened_on ?? undefined) : endOf(opened),
    closed: closed === undefined ? (stays ?? undefined) : endOf(closed),
  };
  // A coarse date is stored as the last day of its span, so the current year is not in the future.
  const latest = closed ? endOf({ ...closed, date: today }) : (stays ?? today);
  assertAllowed(whyNotDated(dated, latest ?? today), 'closed');
}

function refuseContradictions(input: Described, before: Dates, today: string) {
  if (input.hours) assertAllowed(whyNotHours(input.hours), 'hours');
  if (input.exceptions) assertAllowed(whyNotExceptions(input.exceptions), 'exceptions');
  refuseDates(input, before, today);
}

const keptOf = async (reader: Reader, key: string) => {
  const body = await reads.readLabBody(reader, key);
  if (!body) throw new Refused({ code: 'unknown-item', item: key });
  return { key, version: body.version };
};

export async function create(writer: Writer, by: Keeping, input: Input<typeof createLab>) {
  const reader = readerOf(writer, by);
  const { why: _, ...described } = input;
  await refuseUnknown(reader, { zone: input.zone, organisation: input.organisation });
  refuseContradictions(described, { status: 'open', opened_on: null, closed_on: null }, by.today);
  const place = await placed(reader, described, {});
  const stem = stemOf(input.name.it);
  const key = freeKey(stem, await readTakenKeys(reader, 'lab', stem));
  await writes.addLab(writer, by.programmeId, key, { ...columnsOf(labFields, described), ...place });
  await writes.confirmSections(writer, by, key, sectionsOf(described));
  return keptOf(reader, key);
}

/** Locks the entry until commit. */
async function held(reader: Reader, key: string) {
  const row = await reads.lockLab(reader, key);
  if (!row || row.merged_into !== null) throw new Refused({ code: 'unknown-item', item: key });
  return row;
}

export async function edit(writer: Writer, by: Keeping, programme: string, key: string, input: Input<typeof editLab>) {
  const reader = readerOf(writer, by);
  const row = await held(reader, key);
  const { version } = await keptOf(reader, key);
  if (version !== by.version)
    throw new Refused({ code: 'changed-meanwhile', current: await labBody(reader, programme, key) });
  const { why: _, ...described } = input;
  await refuseUnknown(reader, { zone: input.zone, organisation: input.organisation });
  refuseContradictions(described, row, by.today);
  const place = await placed(reader, described, row);
  // Setting an entry to open clears its closing date.
  const reopened = input.status && input.status !== 'closed' ? { closed_on: null, closed_precision: null } : {};
  await writes.editLab(writer, by.programmeId, key, { ...reopened, ...columnsOf(labFields, described), ...place });
  await writes.confirmSections(writer, by, key, sectionsOf(described));
  return keptOf(reader, key);
}

export async function confirm(writer: Writer, by: Keeping, key: string, { sections }: Input<typeof confirmLab>) {
  const reader = readerOf(writer, by);
  await held(reader, key);
  await writes.confirmSections(writer, by, key, sections ?? allSections);
  return keptOf(reader, key);
}

export async function contact(writer: Writer, by: Keeping, key: string, input: Input<typeof keepContact>) {
  await held(readerOf(writer, by), key);
  await writes.keepContact(writer, by.programmeId, key, input);
  return input;
}

export async function merge(writer: Writer, by: Keeping, key: string, { into }: Input<typeof mergeLab>) {
  const reader = readerOf(writer, by);
  // Locks both entries in key order to avoid deadlocks.
  const [first = '', second = ''] = [key, into].sort();
  await held(reader, first);
  if (second !== first) await held(reader, second);
  assertAllowed(whyNotMerged(key, into), 'into');
  await writes.handOver(writer, by.programmeId, key, into);
  await writes.editLab(writer, by.programmeId, key, { merged_into: into });
  return keptOf(reader, into);
}
