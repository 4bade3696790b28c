// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { Writer } from '../../../db/change.ts';
import type { Reader } from '../../../db/past.ts';
import { lockCycle, lockMilestonesOf, readCarried, readCycles } from '../../../db/plan/cycles/reads.ts';
import { addCycle, addReview, editCycle, removeCycle } from '../../../db/plan/cycles/writes.ts';
import { readMilestones } from '../../../db/plan/milestones/reads.ts';
import { copyMilestone, promisePlanned } from '../../../db/plan/milestones/writes.ts';
import { readTakenKeys, readUnknown } from '../../../db/platform/records/reads.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { freeKey, stemOf } from '../../platform/records/rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import { savedOf } from '../drafting/views.ts';
import { summaryOf } from '../milestones/views.ts';
import type {
  adoptCycle,
  carryOver as carryEndpoint,
  closeCycle,
  createCycle,
  editCycle as edited,
} from './contract.ts';
import { unfinished, whyNotAdopted, whyNotCycleClosed, whyNotDays, whyNotReviews } from './rules.ts';
import { cycleOf, draftView } from './views.ts';

type Input<E extends { input: z.ZodType }> = z.output<E['input']>;

/** Locks the cycle row until commit. */
async function lockExistingCycle(reader: Reader, key: string) {
  const row = await lockCycle(reader, key);
  if (!row) throw new Refused({ code: 'unknown-item', item: key });
  const { draft, starts_on: startsOn, ends_on: endsOn, adopted_on: adoptedOn, closed_on: closedOn } = row;
  return { draft, startsOn, endsOn, adoptedOn, closedOn };
}

async function cycleNow(reader: Reader, key: string, draft: boolean) {
  const row = (await readCycles(reader, draft)).find((one) => one.key === key);
  if (!row) throw new Refused({ code: 'unknown-item', item: key });
  return cycleOf(row);
}

async function lockCycleIfVersion(reader: Reader, key: string, version: number) {
  const cycle = await lockExistingCycle(reader, key);
  const current = await cycleNow(reader, key, cycle.draft);
  if (current.version !== version) throw new Refused({ code: 'changed-meanwhile', current });
  return cycle;
}

const savedCycle = async (reader: Reader, key: string, draft: boolean) => ({
  key,
  version: (await cycleNow(reader, key, draft)).version,
});

export async function create(writer: Writer, by: Keeping, { name, startsOn, endsOn, note }: Input<typeof createCycle>) {
  const reader = readerOf(writer, by);
  assertAllowed(whyNotDays({ draft: true, startsOn, endsOn, adoptedOn: null, closedOn: null }, {}), 'endsOn');
  const stem = stemOf(name.it);
  const key = freeKey(stem, await readTakenKeys(reader, 'cycle', stem));
  await addCycle(writer, by.programmeId, key, { name, starts_on: startsOn, ends_on: endsOn, note });
  return savedCycle(reader, key, true);
}

export async function edit(writer: Writer, by: Keeping, key: string, input: Input<typeof edited>) {
  const reader = readerOf(writer, by);
  const cycle = await lockCycleIfVersion(reader, key, by.version);
  assertAllowed(whyNotDays(cycle, input), 'endsOn');
  const { name, startsOn, endsOn, note } = input;
  await editCycle(writer, by.programmeId, key, { name, starts_on: startsOn, ends_on: endsOn, note });
  return savedCycle(reader, key, cycle.draft);
}

export async function remove(writer: Writer, by: Keeping, key: string) {
  const reader = readerOf(writer, by);
  assertAllowed((await lockExistingCycle(reader, key)).draft ? null : 'not-a-draft');
  assertAllowed((await lockMilestonesOf(reader, key)).length === 0 ? null : 'cycle-not-empty');
  await removeCycle(writer, by.programmeId, key);
  return { key };
}

/** Adopts the plan: every planned date becomes a first promise, made on the day of adoption. */
export async function adopt(writer: Writer, by: Keeping, key: string, { adoptedOn, act }: Input<typeof adoptCycle>) {
  const reader = readerOf(writer, by);
  const cycle = await lockExistingCycle(reader, key);
  assertAllowed(cycle.draft ? null : 'not-a-draft');
  await lockMilestonesOf(reader, key);
  const current = await draftView(reader, key);
  if (current.version !== by.version) throw new Refused({ code: 'changed-meanwhile', current });
  const dates = current.milestones.map(({ planned }) => planned?.date ?? null);
  assertAllowed(whyNotAdopted(cycle, dates, adoptedOn, by.today), 'adoptedOn');
  await editCycle(writer, by.programmeId, key, { draft: false, adopted_on: adoptedOn, adopted_act: act });
  await promisePlanned(writer, by.programmeId, key, adoptedOn);
  return savedCycle(reader, key, false);
}

/** Unfinished milestones of `from`; with keys given, only those, and refused if one of them is settled. */
async function leftOf(reader: Reader, from: string, named: string[] | undefined) {
  const rows = (await readMilestones(reader, { cycle: from })).map((row) => ({
    ...row,
    summary: summaryOf(row, reader.day),
  }));
  const carried = await readCarried(
    reader,
    rows.map(({ key }) => key),
  );
  const left = unfinished(
    rows.map(({ key, done_on, withdrawn_on, ...row }) => ({ ...row, key, done: done_on, withdrawnOn: withdrawn_on })),
    carried,
  );
  assertAllowed(left.length === 0 ? 'nothing-unfinished' : null, 'from');
  if (!named) return left;
  const chosen = left.filter(({ key }) => named.includes(key));
  assertAllowed(chosen.length === new Set(named).size ? null : 'not-unfinished', 'milestones');
  return chosen;
}

export async function carryOver(
  writer: Writer,
  by: Keeping,
  key: string,
  { from, milestones }: Input<typeof carryEndpoint>,
) {
  const reader = readerOf(writer, by);
  const cycle = await lockExistingCycle(reader, key);
  assertAllowed(cycle.draft ? null : 'not-a-draft');
  const left = await leftOf(reader, from, milestones);
  const settled = { done_on: null, done_precision: null, outcome: null, withdrawn_on: null, withdrawn_reason: null };
  const items = [];
  for (const one of left) {
    const stem = stemOf(one.name.it);
    const made = freeKey(stem, await readTakenKeys(reader, 'milestone', stem));
    const reaches = one.due_on >= cycle.startsOn;
    const planned = {
      planned_on: reaches ? one.due_on : null,
      planned_precision: reaches ? one.due_precision : null,
    };
    const own = { key: made, cycle: key, continues: one.key, source: null, note: null };
    await copyMilestone(writer, by.programmeId, one.key, { ...settled, ...planned, ...own });
    items.push(await savedOf(reader, made));
  }
  return { items };
}

export async function close(writer: Writer, by: Keeping, key: string, input: Input<typeof closeCycle>) {
  const reader = readerOf(writer, by);
  const { closedOn, act = null, reviews } = input;
  const cycle = await lockCycleIfVersion(reader, key, by.version);
  const awaiting = (await lockMilestonesOf(reader, key)).filter((one) => one.awaiting !== null);
  assertAllowed(whyNotCycleClosed(cycle, awaiting.length, closedOn, by.today), 'closedOn');
  const areas = reviews.map(({ area }) => area);
  assertAllowed(whyNotReviews(areas), 'reviews');
  const named = areas.flatMap((area) => (area ? [{ name: 'reviews', table: 'area' as const, key: area }] : []));
  if ((await readUnknown(reader, named)).length > 0)
    throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'reviews', reason: 'unknown-value' }] });
  await editCycle(writer, by.programmeId, key, { closed_on: closedOn, closed_act: act });
  for (const [at, review] of reviews.entries())
    await addReview(writer, { programmeId: by.programmeId, cycle: key, number: at + 1, ...review });
  const after = (await readMilestones(reader, { cycle: key })).map((row) => summaryOf(row, by.today));
  const withoutOutcome = after
    .filter(({ status }) => status === 'not-recorded')
    .map((one) => ({ key: one.key, name: one.name }));
  return { ...(await savedCycle(reader, key, false)), withoutOutcome };
}
