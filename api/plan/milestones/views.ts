// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Reader } from '../../../db/past.ts';
import { type ClosingRow, readClosings, readFourEyes, readRecordedOn } from '../../../db/plan/closings/reads.ts';
import { readContinued, readVersion } from '../../../db/plan/drafting/reads.ts';
import { type EvidenceRow, readEvidence } from '../../../db/plan/evidence/reads.ts';
import {
  type MilestoneRow,
  readDependencies,
  readForecasts,
  readMilestoneBody,
  readMilestones,
  readPromises,
} from '../../../db/plan/milestones/reads.ts';
import { refOf, whenOf } from '../../contract.ts';
import { type Paged, pageOf } from '../../http/paging.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { MilestoneSort, MilestoneSummary, Status, TrendLine } from './contract.ts';
import { compareMilestones, delayDays, type Judged, notReportedSince, statusOf } from './rules.ts';

export function judgedOf(row: MilestoneRow): Judged {
  return {
    firstPromise: row.first_on,
    promise: row.due_on,
    forecast: row.expected_on,
    done: row.done_on,
    withdrawnOn: row.withdrawn_on,
    weight: row.weight,
    cycleEndsOn: row.ends_on,
    cycleClosedOn: row.closed_on,
  };
}

/** The days on which a milestone was reported. */
function reportsOf({ number, made_on, reported_on, proposed_on }: MilestoneRow): string[] {
  return [number > 1 ? made_on : null, reported_on, proposed_on].filter((day) => day !== null);
}

function silentSince(row: MilestoneRow, day: string) {
  return notReportedSince(
    {
      ...judgedOf(row),
      firstPromiseMadeOn: row.first_made_on,
      cycleStartsOn: row.starts_on,
      cycleAdoptedOn: row.adopted_on,
      reports: reportsOf(row),
    },
    day,
  );
}

function forecastOf(row: Pick<MilestoneRow, 'expected_on' | 'expected_precision' | 'reported_on' | 'reason'>) {
  const expected = whenOf(row.expected_on, row.expected_precision);
  return expected && row.reported_on ? { ...expected, reportedOn: row.reported_on, reason: row.reason } : null;
}

export function summaryOf(row: MilestoneRow, day: string): MilestoneSummary {
  const judged = judgedOf(row);
  return {
    key: row.key,
    name: row.name,
    area: { key: row.area, name: row.area_name },
    cycle: { key: row.cycle, name: row.cycle_name },
    owner: refOf(row.owner, row.owner_name),
    zone: refOf(row.zone, row.zone_name),
    weight: row.weight,
    firstPromise: { date: row.first_on, precision: row.first_precision },
    promise: { date: row.due_on, precision: row.due_precision },
    replans: row.number - 1,
    forecast: forecastOf(row),
    done: whenOf(row.done_on, row.done_precision),
    withdrawnOn: row.withdrawn_on,
    status: statusOf(judged, day),
    delayDays: delayDays(judged, day),
    evidence: row.evidence ?? 0,
    awaitingCheck: row.closing_state === 'proposed',
    notReportedSince: silentSince(row, day),
  };
}

interface ListQuery {
  cycle?: string | undefined;
  area?: string | undefined;
  owner?: string | undefined;
  zone?: string | undefined;
  q?: string | undefined;
  status?: Status | undefined;
  reported?: 'none' | undefined;
  sort: MilestoneSort;
}

/**
 * Status and order are computed in memory by the rules instead of SQL: a programme has at most a few hundred
 * milestones.
 */
export async function listView(reader: Reader, query: ListQuery & Paged) {
  const rows = await readMilestones(reader, query);
  const items = rows
    .map((row) => ({ ...summaryOf(row, reader.day), areaPosition: row.area_position }))
    .filter((item) => query.status === undefined || item.status === query.status)
    .filter((item) => query.reported === undefined || item.notReportedSince !== null)
    .sort(compareMilestones(query.sort));
  const page = pageOf(items, query);
  return { ...page, items: page.items.map(({ areaPosition: _, ...item }) => item) };
}

type PromiseRow = Awaited<ReturnType<typeof readPromises>>[number];
type ForecastRow = Awaited<ReturnType<typeof readForecasts>>[number];

const promiseOf = ({
  number,
  due_on,
  due_precision,
  made_on,
  reason_kind,
  reason,
  source,
  source_title,
}: PromiseRow) => ({
  number,
  due: { date: due_on, precision: due_precision },
  madeOn: made_on,
  reasonKind: reason_kind,
  reason,
  source: refOf(source, source_title),
});

const reportOf = (row: ForecastRow) => ({
  date: row.expected_on,
  precision: row.expected_precision,
  reportedOn: row.reported_on,
  reason: row.reason,
  note: row.note,
  source: refOf(row.source, row.source_title),
});

/** Predecessor and successor of a carried-over milestone. */
async function continuedOf(reader: Reader, key: string) {
  const rows = await readContinued(reader, key);
  const before = rows.find((row) => row.continues !== key);
  // A successor in a draft cycle is not public yet.
  const after = rows.find((row) => row.continues === key && row.due_on !== null);
  return {
    continues: before
      ? { key: before.key, name: before.name, firstPromise: whenOf(before.due_on, before.due_precision) }
      : null,
    continuedBy: after ? { key: after.key, name: after.name } : null,
  };
}

/** Dependencies of a milestone in both directions. */
async function neighboursOf(reader: Reader, key: string) {
  const links = await readDependencies(reader, key);
  const rows = await readMilestones(reader, { keys: links.flatMap((link) => [link.milestone, link.depends_on]) });
  const linked = (keys: string[]) =>
    rows.filter((row) => keys.includes(row.key)).map((row) => summaryOf(row, reader.day));
  return {
    dependsOn: linked(links.filter((link) => link.milestone === key).map((link) => link.depends_on)),
    neededBy: linked(links.filter((link) => link.depends_on === key).map((link) => link.milestone)),
  };
}

export async function milestoneView(reader: Reader, key: string) {
  const [row] = await readMilestones(reader, { keys: [key] });
  const body = await readMilestoneBody(reader, key);
  if (!row || !body) throw new Refused({ code: 'unknown-item', item: key });
  const promises = await readPromises(reader, [key]);
  const forecasts = await readForecasts(reader, [key]);
  return {
    ...summaryOf(row, reader.day),
    version: await readVersion(reader, key),
    summary: body.summary,
    outcome: body.outcome,
    withdrawnReason: body.withdrawn_reason,
    note: body.note,
    source: refOf(body.source, body.source_title),
    initiative: refOf(body.initiative, body.initiative_name),
    promises: promises.map(promiseOf),
    forecasts: forecasts.map(reportOf),
    evidenceItems: (await readEvidence(reader, key)).map(evidenceOf),
    closings: (await readClosings(reader, key)).map(closingOf),
    recordedOn: row.done_on ? await readRecordedOn(reader, key, row.done_on) : null,
    fourEyes: await readFourEyes(reader),
    ...(await continuedOf(reader, key)),
    ...(await neighboursOf(reader, key)),
    trend: trendOf(row, promises, forecasts),
  };
}

/** All dates given for a milestone in chronological order; the outcome comes last. */
export function trendOf(row: MilestoneRow, promises: PromiseRow[], forecasts: ForecastRow[]): TrendLine {
  const points: TrendLine['points'] = [
    ...promises
      .filter((one) => one.milestone === row.key)
      .map((one) => ({ reportedOn: one.made_on, date: one.due_on, kind: 'promise' as const })),
    ...forecasts
      .filter((one) => one.milestone === row.key)
      .map((one) => ({ reportedOn: one.reported_on, date: one.expected_on, kind: 'forecast' as const })),
  ];
  points.sort((a, b) => a.reportedOn.localeCompare(b.reportedOn));
  if (row.done_on) points.push({ reportedOn: row.done_on, date: row.done_on, kind: 'done' });
  return { key: row.key, name: row.name, points };
}

export const closingOf = (row: ClosingRow) => ({
  number: row.number,
  done: { date: row.done_on, precision: row.done_precision },
  proposedOn: row.proposed_on,
  state: row.state,
  answeredOn: row.answered_on,
  answer: row.answer,
  unchecked: row.unchecked,
  note: row.note,
});

function fileOf(row: EvidenceRow) {
  const { key, programme, milestone, file_hash, file_name, file_type, file_bytes } = row;
  if (!file_hash || !file_name || !file_type || !file_bytes) return null;
  const address = `/api/v1/programmes/${programme}/milestones/${milestone}/evidence/${key}/file`;
  return { name: file_name, type: file_type, bytes: file_bytes, sha256: file_hash, address };
}

export const evidenceOf = (row: EvidenceRow) => ({
  key: row.key,
  kind: row.kind,
  name: row.name,
  url: row.url,
  file: fileOf(row),
  issued: whenOf(row.issued_on, row.issued_precision),
  source: refOf(row.source, row.source_title),
  note: row.note,
});
