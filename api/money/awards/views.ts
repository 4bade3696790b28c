// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type AwardRow,
  type AwardSumsRow,
  type CheckRow,
  readAwardSums,
  readAwards,
  readAwardVersion,
  readCallOf,
  readChecks,
  readPayments,
} from '../../../db/money/awards/reads.ts';
import type { Reader } from '../../../db/past.ts';
import type { AwardSummary } from '../../calls/published/contract.ts';
import { refOf, type Text, whenOf } from '../../contract.ts';
import { type Paged, pageOf } from '../../http/paging.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { AwardSums } from '../../plan/areas/contract.ts';
import type { Award } from './contract.ts';
import { checksOf, type Due, nextCheck, type Standing, stageOf } from './rules.ts';

export const standingOf = (row: AwardRow): Standing => ({
  awardedOn: row.awarded_precision === 'day' ? row.awarded_on : null,
  signedOn: row.signed_on,
  keysOn: row.keys_on,
  openedOn: row.opened_on,
  endedOn: row.ended_on,
  endedAs: row.ended_as,
  hasSpace: row.space !== null,
});

/** Awards and their outcomes, per area or call. */
export const sumsOf = (row: AwardSumsRow): AwardSums => ({
  awards: row.awards,
  opened: row.opened,
  floorAreaM2: row.floor_area_m2,
  amountEur: row.amount_eur,
  paidEur: row.paid_eur,
  jobs: row.jobs,
});

const madeOf = (rows: readonly CheckRow[], award: string) =>
  rows.filter((one) => one.award === award).map(({ months, checked_on }) => ({ months, checkedOn: checked_on }));

function summaryOf(row: AwardRow, made: readonly CheckRow[], day: string): AwardSummary {
  const standing = standingOf(row);
  return {
    key: row.key,
    call: { key: row.call, name: row.call_name },
    space: refOf(row.space, row.space_name),
    organisation: refOf(row.organisation, row.organisation_name),
    recipients: row.recipients,
    recipientKind: row.recipient_kind,
    zone: refOf(row.zone, row.zone_name),
    amountEur: row.amount_eur,
    paidEur: row.paid_eur,
    floorAreaM2: row.floor_area_m2,
    awarded: whenOf(row.awarded_on, row.awarded_precision),
    stage: stageOf(standing),
    openedOn: row.opened_on,
    nextCheck: nextCheck(checksOf(standing, madeOf(made, row.key), day)),
    source: refOf(row.source, row.source_title),
    note: row.note,
  };
}

/** Totals awarded by an area's calls; null if there are none. */
export async function awardedIn(reader: Reader, area: string): Promise<AwardSums | null> {
  const row = (await readAwardSums(reader, 'area')).find(({ key }) => key === area);
  return row ? sumsOf(row) : null;
}

/** Awards of one call or of all, with their progress. */
export async function awardsOf(reader: Reader, call?: string): Promise<AwardSummary[]> {
  const made = await readChecks(reader, { call });
  return (await readAwards(reader, { call })).map((row) => summaryOf(row, made, reader.day));
}

export async function awardsView(reader: Reader, query: { call?: string | undefined } & Paged) {
  return pageOf(await awardsOf(reader, query.call), query);
}

/** An award check that is due soon or overdue, with the responsible area. */
export interface WatchedCheck {
  award: string;
  name: Text;
  area: string;
  due: Due;
}

export async function dueChecks(reader: Reader): Promise<WatchedCheck[]> {
  const made = await readChecks(reader);
  return (await readAwards(reader)).flatMap((row) => {
    const checks = checksOf(standingOf(row), madeOf(made, row.key), reader.day);
    const name = row.organisation_name ?? row.call_name;
    return checks
      .filter(({ state }) => state === 'overdue' || state === 'due-soon')
      .map((due) => ({ award: row.key, name, area: row.area, due }));
  });
}

function checksIn(row: AwardRow, made: readonly CheckRow[], day: string): Award['checks'] {
  return checksOf(standingOf(row), madeOf(made, row.key), day).map((due) => {
    const one = made.find(({ months }) => months === due.months);
    return {
      ...due,
      checkedOn: one?.checked_on ?? null,
      outcome: one?.outcome ?? null,
      words: one?.words ?? null,
    };
  });
}

const paymentOf = ({ key, ...row }: Awaited<ReturnType<typeof readPayments>>[number]) => ({
  key,
  kind: row.kind,
  amountEur: row.amount_eur,
  paidOn: row.paid_on,
  act: row.act,
  source: refOf(row.source, row.source_title),
});

export async function awardView(reader: Reader, key: string): Promise<Award> {
  const [row] = await readAwards(reader, { key });
  const call = row && (await readCallOf(reader, row.call));
  if (!row || !call) throw new Refused({ code: 'unknown-item', item: key });
  const made = await readChecks(reader, { award: key });
  return {
    ...summaryOf(row, made, reader.day),
    version: await readAwardVersion(reader, key),
    area: { key: call.area, name: call.area_name },
    milestone: refOf(call.milestone, call.milestone_name),
    firstCome: call.run && call.procedure === 'first-come',
    signedOn: row.signed_on,
    signedAct: row.signed_act,
    keysOn: row.keys_on,
    jobsExpected: row.jobs_expected,
    jobs: row.jobs,
    jobsCountedOn: row.jobs_counted_on,
    endedOn: row.ended_on,
    endedAct: row.ended_act,
    endedReason: row.ended_reason,
    payments: (await readPayments(reader, key)).map(paymentOf),
    checks: checksIn(row, made, reader.day),
  };
}
