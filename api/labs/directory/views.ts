// SPDX-License-Identifier: AGPL-3.0-or-later

import { readPlace } from '../../../db/city/places/reads.ts';
import * as reads from '../../../db/labs/directory/reads.ts';
import { readLabBody, readMerged } from '../../../db/labs/editing/reads.ts';
import { readMachines } from '../../../db/labs/machines/reads.ts';
import { readPhotos } from '../../../db/labs/photos/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { refOf } from '../../contract.ts';
import { anyRank, anyWords, cursorOf, type Paged, pageOfRows } from '../../http/paging.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { listedOf, plainOf } from '../../platform/fields/rules.ts';
import { machineOf } from '../machines/views.ts';
import { photoOf } from '../photos/views.ts';
import { materials, processes, termsMeant, withNarrower } from '../vocabulary/rules.ts';
import type { Lab, LabSummary } from './contract.ts';
import { labFields } from './fields.ts';
import { type Confirmed, confirmedOn, doubtfulSince, freshnessOf, freshSince, sections } from './rules.ts';

export type Filter = Omit<reads.LabFilter, 'processes' | 'materials' | 'qualified' | 'confirmed' | 'near' | 'meant'> & {
  process?: LabSummary['processes'][number] | undefined;
  material?: Lab['machineList'][number]['materials'][number] | undefined;
  qualified?: 'true' | undefined;
  freshness?: NonNullable<LabSummary['freshness']> | undefined;
  near?: string | undefined;
};

/** Earliest confirmation days that count as fresh and as doubtful on the given day. */
export const doubtfulDays = (day: string) => ({ fresh: freshSince(day), doubtful: doubtfulSince(day) });

/** Range of the oldest section's confirmation day per freshness class. */
function confirmedWhere(freshness: Filter['freshness'], day: string): reads.LabFilter['confirmed'] {
  const { fresh, doubtful } = doubtfulDays(day);
  const cases = {
    confirmed: { since: fresh },
    stale: { since: doubtful, before: fresh },
    'possibly-closed': { before: doubtful },
    'never-confirmed': { never: true as const },
  };
  return freshness && cases[freshness];
}

const pointForm = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/;

/** Parses a point, or finds the known place most similar to the text. */
async function placeOf(reader: Reader, typed: string | undefined) {
  if (!typed?.trim()) return null;
  const [, latitude, longitude] = pointForm.exec(typed) ?? [];
  if (latitude && longitude) return { name: null, latitude: Number(latitude), longitude: Number(longitude) };
  return (await readPlace(reader, typed)) ?? null;
}

/** Query for the database: terms expanded to narrower ones, point as numbers. */
function filterOf(
  { process, material, qualified, freshness, near: _, ...same }: Filter,
  { day, near }: { day: string; near: reads.LabFilter['near'] },
): reads.LabFilter {
  return {
    ...same,
    processes: process && withNarrower(processes, process),
    materials: material && withNarrower(materials, material),
    qualified: qualified === 'true',
    confirmed: confirmedWhere(freshness, day),
    near,
    meant: same.q ? termsMeant(processes, same.q) : undefined,
  };
}

/** Status values whose freshness is computed. */
export const alive = ['open', 'temporarily-closed'];

/** What a view adds to the plain values of a row. */
function besideOf(row: reads.LabRow, day: string, measured: boolean) {
  const zone = refOf(row.zone, row.zone_name);
  return {
    key: row.key,
    status: row.status,
    organisation: refOf(row.organisation, row.organisation_name),
    zone: zone && { ...zone, periphery: row.periphery ?? false },
    hours: row.hours as LabSummary['hours'],
    exceptions: (row.hours_exceptions ?? []) as unknown as LabSummary['exceptions'],
    processes: row.processes as LabSummary['processes'],
    machines: row.machines,
    qualified: row.qualified,
    freshness: alive.includes(row.status) ? freshnessOf(row.confirmed_on, day) : null,
    distanceKm: measured && row.latitude !== null ? Math.round(row.rank * 1000) / 1000 : null,
    source: refOf(row.source, row.source_title),
  };
}

const listed = listedOf(labFields);
const summaryOf = (row: reads.LabRow, day: string, measured: boolean): LabSummary => ({
  ...plainOf(listed, row),
  ...besideOf(row, day, measured),
});

/** All labs that match the filters, sorted. */
export async function allLabs(reader: Reader, query: Filter, most: number): Promise<LabSummary[]> {
  const near = await placeOf(reader, query.near);
  const filter = filterOf(query, { day: reader.day, near: near ?? undefined });
  const rows = await reads.readLabs(reader, filter, { limit: most });
  return rows.map((row) => summaryOf(row, reader.day, near !== null));
}

const rankNameAndKey = [anyRank, anyWords, anyWords];

export async function labsView(reader: Reader, query: Filter & Paged) {
  const { limit, cursor, address: _, ...asked } = query;
  const near = await placeOf(reader, asked.near);
  const filter = filterOf(asked, { day: reader.day, near: near ?? undefined });
  const rows = await reads.readLabs(reader, filter, { limit: limit + 1, after: cursorOf(cursor, rankNameAndKey) });
  const byZone = await reads.countLabs(reader, filter);
  const total = byZone.reduce((sum, { labs }) => sum + labs, 0);
  const measured = near !== null;
  const item = (row: reads.LabRow) => summaryOf(row, reader.day, measured);
  return { ...pageOfRows(rows, query, total, item, (row) => [String(row.rank), row.name.it, row.key]), byZone, near };
}

const { foreign_ids: _, confirmed: __, merged_into: ___, ...shown } = labFields;

/** One lab with its details; a merged entry returns its target. */
export async function labBody(reader: Reader, programme: string, key: string, asOf?: string): Promise<Lab> {
  const body = await readLabBody(reader, key);
  if (!body) throw new Refused({ code: 'unknown-item', item: key });
  if (body.merged_into !== null) return labBody(reader, programme, body.merged_into, asOf);
  const [row] = await reads.readLabs(reader, { key }, { limit: 1 });
  if (!row) throw new Refused({ code: 'unknown-item', item: key });
  const confirmed = body.confirmed as Confirmed;
  return {
    ...plainOf(shown, body),
    ...besideOf(row, reader.day, false),
    prices: (body.prices ?? []) as unknown as Lab['prices'],
    version: body.version,
    confirmed: Object.fromEntries(
      sections.map((section) => [section, confirmedOn(confirmed, body.confirmed_on, section)]),
    ) as Lab['confirmed'],
    machineList: (await readMachines(reader, key)).map(machineOf),
    photos: (await readPhotos(reader, key)).map((photo) => photoOf(programme, key, photo, asOf)),
    merged: (await readMerged(reader, key)).map((one) => ({ key: one.key, name: one.name })),
  };
}
