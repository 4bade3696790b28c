// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Reader } from '../../../db/past.ts';
import { readAreas, readCarriers, readInitiatives } from '../../../db/plan/areas/reads.ts';
import { type MilestoneRow, readMilestones } from '../../../db/plan/milestones/reads.ts';
import { type Ref, refOf } from '../../contract.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { progressOf } from '../milestones/rules.ts';
import { judgedOf, summaryOf } from '../milestones/views.ts';
import type { AwardSums, Initiative } from './contract.ts';

type AreaRow = Awaited<ReturnType<typeof readAreas>>[number];

function areaOf(area: AreaRow, milestones: MilestoneRow[], day: string) {
  const own = milestones.filter((one) => one.area === area.key).map(judgedOf);
  return {
    key: area.key,
    name: area.name,
    position: area.position,
    whole: area.whole,
    summary: area.summary,
    lead: refOf(area.lead, area.lead_name),
    leadPerson: area.lead_person,
    initiatives: area.initiatives ?? 0,
    progress: progressOf(own, day, day),
  };
}

const byPromise = (milestones: MilestoneRow[], day: string) =>
  milestones.map((one) => summaryOf(one, day)).sort((a, b) => a.promise.date.localeCompare(b.promise.date));

export async function areasView(reader: Reader) {
  const areas = await readAreas(reader);
  const milestones = await readMilestones(reader);
  return { items: areas.map((area) => areaOf(area, milestones, reader.day)) };
}

/** Reads calls and awards of an area; injected in rooms.ts. */
export interface Beyond {
  calls: (reader: Reader, filter: { area: string }) => Promise<Ref[]>;
  awarded: (reader: Reader, area: string) => Promise<AwardSums | null>;
}

export async function areaView(reader: Reader, key: string, beyond: Beyond) {
  const area = (await readAreas(reader)).find((one) => one.key === key);
  if (!area) throw new Refused({ code: 'unknown-item', item: key });
  const milestones = await readMilestones(reader, { area: key });
  const calls = await beyond.calls(reader, { area: key });
  return {
    ...areaOf(area, milestones, reader.day),
    source: refOf(area.source, area.source_title),
    note: area.note,
    initiativeList: await initiativesView(reader, key),
    milestones: byPromise(milestones, reader.day),
    calls: calls.map(({ key: call, name }) => ({ key: call, name })),
    awarded: await beyond.awarded(reader, key),
  };
}

export async function initiativesView(reader: Reader, area?: string): Promise<Initiative[]> {
  const rows = await readInitiatives(reader, area);
  return rows.map((row) => ({
    key: row.key,
    name: row.name,
    summary: row.summary,
    area: { key: row.area, name: row.area_name },
    existing: row.existing,
    owner: refOf(row.owner, row.owner_name),
    zone: refOf(row.zone, row.zone_name),
    amountEur: row.amount_eur,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    milestones: row.milestones ?? 0,
    withdrawnOn: row.withdrawn_on,
    withdrawnReason: row.withdrawn_reason,
    source: refOf(row.source, row.source_title),
    note: row.note,
    version: row.version,
  }));
}

export async function initiativeView(reader: Reader, key: string) {
  const initiative = (await initiativesView(reader)).find((one) => one.key === key);
  if (!initiative) throw new Refused({ code: 'unknown-item', item: key });
  const { milestones, calls } = await readCarriers(reader, key);
  const rows = milestones.length ? await readMilestones(reader, { keys: milestones }) : [];
  return { ...initiative, milestoneList: byPromise(rows, reader.day), calls };
}
