// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { Writer } from '../../../db/change.ts';
import { holdCycle, readEdges, readOrder } from '../../../db/plan/drafting/reads.ts';
import {
  addDependency,
  addMilestone,
  addPromise,
  copyMilestone,
  editMilestone,
  inherit,
  removeDependency,
  removeMilestone,
  setPositions,
} from '../../../db/plan/milestones/writes.ts';
import { readTakenKeys, readUnknown } from '../../../db/platform/records/reads.ts';
import type { Precision } from '../../contract.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { freeKey, lastDayOf, stemOf } from '../../platform/records/rules.ts';
import { type Keeping, readerOf, refuseUnknown } from '../../platform/records/views.ts';
import type { createMilestone, editMilestone as editEndpoint, splitMilestone } from './contract.ts';
import { runsInCircle, whyNotAdded, whyNotEdited, whyNotMoved, whyNotOrder, whyNotParts } from './rules.ts';
import { lockExistingMilestone, lockMilestoneIfVersion, savedOf, standingOf } from './views.ts';

async function newKey(writer: Writer, by: Keeping, name: string): Promise<string> {
  const stem = stemOf(name);
  return freeKey(stem, await readTakenKeys(readerOf(writer, by), 'milestone', stem));
}

const last = 9999;

/**
 * Adds a milestone at the end of its area: in a draft with a planned date, in an adopted cycle with a promise made
 * today.
 */
export async function create(writer: Writer, by: Keeping, input: z.output<(typeof createMilestone)['input']>) {
  const reader = readerOf(writer, by);
  await refuseUnknown(reader, input);
  const cycle = await holdCycle(reader, input.cycle);
  if (!cycle) throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'cycle', reason: 'unknown-value' }] });
  const { why: _, cycle: __, plannedOn: given, precision, weight = 1, ...described } = input;
  const plannedOn = given === undefined ? null : lastDayOf(given, precision, cycle.ends_on);
  assertAllowed(whyNotAdded({ draft: cycle.draft, closedOn: cycle.closed_on }, plannedOn, by.today), 'plannedOn');
  const key = await newKey(writer, by, input.name.it);
  const position = Math.min(last, (await readOrder(reader, input.cycle, input.area)).length + 1);
  const planned = { planned_on: plannedOn, planned_precision: plannedOn && precision };
  const own = { programme_id: by.programmeId, key, cycle: cycle.key, position, weight };
  await addMilestone(writer, { ...own, ...described, ...planned });
  if (!cycle.draft && plannedOn !== null) {
    const promise = { programmeId: by.programmeId, milestone: key, number: 1, dueOn: plannedOn, precision };
    await addPromise(writer, { ...promise, madeOn: by.today, reason: null, source: null });
  }
  return savedOf(reader, key);
}

type Edited = z.output<(typeof editEndpoint)['input']>;

/** Planned date of a draft milestone; unchanged if none is given. */
function plannedOf(
  { plannedOn, precision }: { plannedOn?: string | null | undefined; precision?: Precision | undefined },
  row: { planned_on: string | null; planned_precision: Precision | null; ends_on: string },
) {
  if (plannedOn === undefined && precision === undefined) return {};
  const day = plannedOn === undefined ? row.planned_on : plannedOn;
  if (day === null) return { planned_on: null, planned_precision: null };
  const exact = precision ?? row.planned_precision ?? 'day';
  return { planned_on: lastDayOf(day, exact, row.ends_on), planned_precision: exact };
}

/** Updates the given fields; refused if a figure would be rewritten or the version has changed. */
export async function edit(writer: Writer, by: Keeping, key: string, input: Edited) {
  const reader = readerOf(writer, by);
  const row = await lockMilestoneIfVersion(reader, key, by.version);
  const { why: _, plannedOn, precision, ...described } = input;
  const figure = input.weight === undefined ? 'plannedOn' : 'weight';
  assertAllowed(whyNotEdited(standingOf(row), input), figure);
  await refuseUnknown(reader, input);
  await editMilestone(writer, by.programmeId, key, { ...described, ...plannedOf({ plannedOn, precision }, row) });
  return savedOf(reader, key);
}

export async function remove(writer: Writer, by: Keeping, key: string) {
  const row = await lockExistingMilestone(readerOf(writer, by), key);
  assertAllowed(row.due_on === null ? null : 'adopted-already');
  await removeMilestone(writer, by.programmeId, key);
  return { key };
}

type Part = z.output<(typeof splitMilestone)['input']>['parts'][number];

/**
 * Splits a milestone. The original becomes the first part; new parts copy all promises, so that sums stay equal on
 * every day.
 */
export async function split(writer: Writer, by: Keeping, key: string, parts: Part[]) {
  const reader = readerOf(writer, by);
  const row = await lockMilestoneIfVersion(reader, key, by.version);
  if (row.due_on !== null) assertAllowed(whyNotMoved(standingOf(row), by.today));
  assertAllowed(whyNotParts(row.weight, parts), 'parts');
  const items = [];
  for (const [at, { name, weight }] of parts.entries()) {
    if (at === 0) {
      await editMilestone(writer, by.programmeId, key, { name, weight });
      continue;
    }
    const made = await newKey(writer, by, name.it);
    await copyMilestone(writer, by.programmeId, key, { key: made, name, weight });
    await inherit(writer, by.programmeId, key, made);
    items.push(await savedOf(reader, made));
  }
  return { items: [await savedOf(reader, key), ...items] };
}

export async function depend(writer: Writer, by: Keeping, key: string, dependsOn: string[]) {
  const reader = readerOf(writer, by);
  await lockExistingMilestone(reader, key);
  const wanted = [...new Set(dependsOn)];
  const named = wanted.map((one) => ({ name: 'dependsOn', table: 'milestone' as const, key: one }));
  if ((await readUnknown(reader, named)).length > 0)
    throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'dependsOn', reason: 'unknown-value' }] });
  const edges = await readEdges(reader);
  const others = edges.filter(({ from }) => from !== key);
  assertAllowed(runsInCircle(others, key, wanted) ? 'circle' : null, 'dependsOn');
  const own = edges.filter(({ from }) => from === key);
  for (const edge of own) if (!wanted.includes(edge.to)) await removeDependency(writer, by.programmeId, edge.key);
  for (const to of wanted) {
    if (!own.some((edge) => edge.to === to)) await addDependency(writer, by.programmeId, key, to);
  }
  return savedOf(reader, key);
}

export async function order(writer: Writer, by: Keeping, cycle: string, input: { area: string; milestones: string[] }) {
  const reader = readerOf(writer, by);
  if (!(await holdCycle(reader, cycle))) throw new Refused({ code: 'unknown-item', item: cycle });
  assertAllowed(whyNotOrder(await readOrder(reader, cycle, input.area), input.milestones), 'milestones');
  await setPositions(writer, by.programmeId, input.milestones);
  return { milestones: input.milestones };
}
