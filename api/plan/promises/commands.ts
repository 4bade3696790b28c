// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { Writer } from '../../../db/change.ts';
import { type MilestoneRow, readMilestones } from '../../../db/plan/milestones/reads.ts';
import { addForecast, addPromise, editMilestone } from '../../../db/plan/milestones/writes.ts';
import { whenOf } from '../../contract.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { lastDayOf } from '../../platform/records/rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import type { Standing } from '../drafting/rules.ts';
import { lockExistingMilestone, lockMilestoneIfVersion, savedOf, standingOf } from '../drafting/views.ts';
import { judgedOf, summaryOf } from '../milestones/views.ts';
import type { replan as replanEndpoint, report as reportEndpoint, withdraw as withdrawEndpoint } from './contract.ts';
import { whyNotReplanned, whyNotReported, whyNotWithdrawn } from './rules.ts';

/** Re-plans a milestone: adds a promise dated today; earlier promises stay unchanged. */
export async function replan(
  writer: Writer,
  by: Keeping,
  key: string,
  { dueOn, precision, reasonKind, reason }: z.output<(typeof replanEndpoint)['input']>,
) {
  const reader = readerOf(writer, by);
  const row = await lockMilestoneIfVersion(reader, key, by.version);
  const next = { date: lastDayOf(dueOn, precision, row.ends_on), precision };
  assertAllowed(whyNotReplanned(standingOf(row), whenOf(row.due_on, row.due_precision), next, by.today), 'dueOn');
  await addPromise(writer, {
    programmeId: by.programmeId,
    milestone: key,
    number: (row.number ?? 0) + 1,
    dueOn: next.date,
    precision,
    madeOn: by.today,
    reasonKind,
    reason,
    source: null,
  });
  return savedOf(reader, key);
}

function standing(row: MilestoneRow): Standing {
  const { promise, done, withdrawnOn, cycleEndsOn, cycleClosedOn } = judgedOf(row);
  const awaitingCheck = row.closing_state === 'proposed';
  return { promise, doneOn: done, withdrawnOn, awaitingCheck, cycleEndsOn, cycleClosedOn };
}

/** Reports a milestone: adds a forecast dated today. Returns the updated milestone. */
export async function report(
  writer: Writer,
  by: Keeping,
  key: string,
  input: z.output<(typeof reportEndpoint)['input']>,
) {
  const reader = readerOf(writer, by);
  const [row] = await readMilestones(reader, { keys: [key] });
  if (!row) {
    await lockExistingMilestone(reader, key);
    throw new Refused({ code: 'against-rule', rule: 'not-adopted' });
  }
  const { expectedOn: given, reason = null, note = null } = input;
  const precision = given === undefined ? row.due_precision : input.precision;
  const expectedOn = given === undefined ? row.due_on : lastDayOf(given, precision, row.ends_on);
  const rule = whyNotReported(standing(row), expectedOn, reason !== null, by.today);
  assertAllowed(rule, rule === 'reason-needed' ? 'reason' : 'expectedOn');
  const reportedOn = by.today;
  await addForecast(writer, {
    programmeId: by.programmeId,
    milestone: key,
    reportedOn,
    expectedOn,
    precision,
    reason,
    note,
  });
  const now = { expected_on: expectedOn, expected_precision: precision, reported_on: reportedOn, reason };
  return summaryOf({ ...row, ...now }, by.today);
}

export async function withdraw(
  writer: Writer,
  by: Keeping,
  key: string,
  { on, reason }: z.output<(typeof withdrawEndpoint)['input']>,
) {
  const reader = readerOf(writer, by);
  const row = await lockMilestoneIfVersion(reader, key, by.version);
  assertAllowed(whyNotWithdrawn(standingOf(row), on, row.first_made_on, by.today), 'on');
  await editMilestone(writer, by.programmeId, key, { withdrawn_on: on, withdrawn_reason: reason });
  return savedOf(reader, key);
}
