// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import { lockFirstComeFund } from '../../../db/calls/first-come/reads.ts';
import type { Writer } from '../../../db/change.ts';
import {
  type AwardRow,
  lockAward,
  readAwards,
  readAwardVersion,
  readCallOf,
  readHolding,
} from '../../../db/money/awards/reads.ts';
import * as writes from '../../../db/money/awards/writes.ts';
import { readAdmitted } from '../../../db/money/granting/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { moveSpaces } from '../../../db/spaces/directory/writes.ts';
import { centsOf, numberOf } from '../../calls/applications/rules.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import type { endAward, recordCheck, recordJobs, recordPayment, recordStep } from './contract.ts';
import { spaceAfter, whyNotChecked, whyNotCounted, whyNotEnded, whyNotPaid, whyNotStep } from './rules.ts';
import { awardView, standingOf } from './views.ts';

type Input<E extends { input: z.ZodType }> = z.output<E['input']>;

/** Returns an application's money to its fund; implemented by api/calls/first-come. */
export type Release = (
  writer: Writer,
  by: Keeping,
  call: string,
  of: { application: number; paidCents: number },
) => Promise<boolean>;

/** Locks the award row until commit; refused if its version has changed. */
async function lockAwardIfVersion(reader: Reader, key: string, version: number): Promise<AwardRow> {
  const exists = await lockAward(reader, key);
  const [row] = exists ? await readAwards(reader, { key }) : [];
  if (!row) throw new Refused({ code: 'unknown-item', item: key });
  if ((await readAwardVersion(reader, key)) !== version)
    throw new Refused({ code: 'changed-meanwhile', current: await awardView(reader, key) });
  return row;
}

const savedOf = async (reader: Reader, key: string) => ({ key, version: await readAwardVersion(reader, key) });

const columnOf = { signed: 'signed_on', keys: 'keys_on', opened: 'opened_on' } as const;

export async function step(writer: Writer, by: Keeping, key: string, input: Input<typeof recordStep>) {
  const reader = readerOf(writer, by);
  const row = await lockAwardIfVersion(reader, key, by.version);
  assertAllowed(whyNotStep(standingOf(row), input.step, input.on, by.today), 'on');
  const signed = input.step === 'signed';
  const act = input.act ?? row.signed_act;
  assertAllowed(signed && !act ? 'act-needed' : null, 'act');
  await writes.editAward(writer, by.programmeId, key, {
    [columnOf[input.step]]: input.on,
    ...(signed ? { signed_act: act } : {}),
  });
  if (input.step === 'opened' && row.space)
    await moveSpaces(writer, by.programmeId, [row.space], {
      from: ['assigned', 'in-use'],
      to: 'in-use',
      on: input.on,
      reason: row.organisation_name ?? row.call_name,
    });
  return savedOf(reader, key);
}

export async function jobs(writer: Writer, by: Keeping, key: string, input: Input<typeof recordJobs>) {
  const reader = readerOf(writer, by);
  const row = await lockAwardIfVersion(reader, key, by.version);
  const { expected, jobs: counted, countedOn } = input;
  assertAllowed(
    (counted === null) === (countedOn === null) ? null : 'count-half',
    counted === null ? 'jobs' : 'countedOn',
  );
  assertAllowed(whyNotCounted(standingOf(row), countedOn, by.today), 'countedOn');
  await writes.editAward(writer, by.programmeId, key, {
    jobs_expected: expected,
    jobs: counted,
    jobs_counted_on: countedOn,
  });
  return savedOf(reader, key);
}

export async function pay(writer: Writer, by: Keeping, key: string, input: Input<typeof recordPayment>) {
  const reader = readerOf(writer, by);
  const row = await lockAwardIfVersion(reader, key, by.version);
  const { kind, amountEur, paidOn, act = null } = input;
  const money = {
    amountCents: row.amount_eur === null ? null : centsOf(row.amount_eur),
    paidCents: centsOf(row.paid_eur),
  };
  const rule = whyNotPaid({ ...standingOf(row), ...money }, { cents: centsOf(amountEur), paidOn }, by.today);
  assertAllowed(rule, rule === 'paid-beyond' || rule === 'no-money' ? 'amountEur' : 'paidOn');
  await writes.addPayment(writer, by.programmeId, key, { kind, amount_eur: amountEur, paid_on: paidOn, act });
  return savedOf(reader, key);
}

export async function takeBack(writer: Writer, by: Keeping, key: string, payment: string) {
  const reader = readerOf(writer, by);
  await lockAwardIfVersion(reader, key, by.version);
  const gone = await writes.removePayment(writer, by.programmeId, key, payment);
  if (!gone) throw new Refused({ code: 'unknown-item', item: payment });
  return savedOf(reader, key);
}

export async function check(writer: Writer, by: Keeping, key: string, input: Input<typeof recordCheck>) {
  const reader = readerOf(writer, by);
  const row = await lockAwardIfVersion(reader, key, by.version);
  const { months, checkedOn, outcome, words = null } = input;
  const rule = whyNotChecked(standingOf(row), { months, checkedOn, outcome, words }, by.today);
  assertAllowed(rule, rule === 'remarks-needed' ? 'words' : 'checkedOn');
  await writes.keepCheck(writer, by.programmeId, key, { months, checked_on: checkedOn, outcome, words });
  return savedOf(reader, key);
}

const endedWords = {
  'gave-up': { it: 'Rinuncia', en: 'Declined' },
  revoked: { it: 'Revoca', en: 'Revoked' },
  'term-ended': { it: 'Fine della concessione', en: 'End of the term' },
};

/** Returns the unpaid amount of an award to its fund. */
async function giveBack(writer: Writer, by: Keeping, row: AwardRow, release: Release) {
  const call = await readCallOf(readerOf(writer, by), row.call);
  const number = numberOf(row.call, row.key);
  if (!call?.run || call.procedure !== 'first-come' || number === null) return;
  const of = { programmeId: by.programmeId, call: row.call };
  const admitted = await readAdmitted(writer, of);
  const own = admitted.find((one) => one.number === number);
  if (own) await release(writer, by, row.call, { application: own.application_id, paidCents: centsOf(row.paid_eur) });
}

/** Ends an award: its space returns to the census, its unpaid money to the fund. */
export async function end(
  writer: Writer,
  by: Keeping,
  key: string,
  input: Input<typeof endAward>,
  { release }: { release: Release },
) {
  const reader = readerOf(writer, by);
  const row = await lockAwardIfVersion(reader, key, by.version);
  const { as, on, act = null, reason = null } = input;
  const rule = whyNotEnded(standingOf(row), { as, on, act, reason }, by.today);
  assertAllowed(rule, rule === 'act-needed' ? 'act' : rule === 'why-needed' ? 'reason' : 'on');
  // Locks the fund first, like every command that takes from it; calls for spaces have none.
  await lockFirstComeFund(writer, { programmeId: by.programmeId, call: row.call });
  await writes.editAward(writer, by.programmeId, key, {
    ended_on: on,
    ended_as: as,
    ended_act: act,
    ended_reason: reason,
  });
  if (row.space && (await readHolding(reader, row.space)).length === 0) {
    const moves = { from: ['assigned', 'in-use'] as const, to: spaceAfter(standingOf(row)) } as const;
    await moveSpaces(writer, by.programmeId, [row.space], { ...moves, on, reason: reason ?? endedWords[as] });
  }
  if (as !== 'term-ended') await giveBack(writer, by, row, release);
  return savedOf(reader, key);
}
