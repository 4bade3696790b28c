// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { Writer } from '../../../db/change.ts';
import type { Reader } from '../../../db/past.ts';
import { lockInitiative } from '../../../db/plan/areas/reads.ts';
import { addInitiative, editInitiative } from '../../../db/plan/areas/writes.ts';
import { readTakenKeys } from '../../../db/platform/records/reads.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { freeKey, stemOf } from '../../platform/records/rules.ts';
import { type Keeping, readerOf, refuseUnknown } from '../../platform/records/views.ts';
import type { createInitiative, editInitiative as edited, withdrawInitiative } from './contract.ts';
import { initiativesView } from './views.ts';

type Input<E extends { input: z.ZodType }> = z.output<E['input']>;
type Days = { startsOn?: string | null | undefined; endsOn?: string | null | undefined };

async function nowOf(reader: Reader, key: string) {
  const item = (await initiativesView(reader)).find((one) => one.key === key);
  if (!item) throw new Refused({ code: 'unknown-item', item: key });
  return item;
}

const savedOf = async (reader: Reader, key: string) => ({ key, version: (await nowOf(reader, key)).version });

/** Locks the initiative row until commit; refused if its version has changed. */
async function lockInitiativeIfVersion(reader: Reader, key: string, version: number) {
  const row = await lockInitiative(reader, key);
  if (!row) throw new Refused({ code: 'unknown-item', item: key });
  const current = await nowOf(reader, key);
  if (current.version !== version) throw new Refused({ code: 'changed-meanwhile', current });
  return row;
}

const refuseReversed = (startsOn: string | null | undefined, endsOn: string | null | undefined) =>
  assertAllowed(startsOn && endsOn && endsOn < startsOn ? 'days-reversed' : null, 'endsOn');

/** Columns to write; undefined leaves a column unchanged. */
function columnsOf({ startsOn, endsOn, amountEur }: Days & { amountEur?: number | null | undefined }) {
  return {
    ...(startsOn === undefined ? {} : { starts_on: startsOn }),
    ...(endsOn === undefined ? {} : { ends_on: endsOn }),
    ...(amountEur === undefined ? {} : { amount_eur: amountEur }),
  };
}

export async function create(writer: Writer, by: Keeping, input: Input<typeof createInitiative>) {
  const reader = readerOf(writer, by);
  await refuseUnknown(reader, input);
  refuseReversed(input.startsOn, input.endsOn);
  const { why: _, startsOn, endsOn, amountEur, ...described } = input;
  const stem = stemOf(input.name.it);
  const key = freeKey(stem, await readTakenKeys(reader, 'initiative', stem));
  await addInitiative(writer, by.programmeId, { key, ...described, ...columnsOf({ startsOn, endsOn, amountEur }) });
  return savedOf(reader, key);
}

export async function edit(writer: Writer, by: Keeping, key: string, input: Input<typeof edited>) {
  const reader = readerOf(writer, by);
  const row = await lockInitiativeIfVersion(reader, key, by.version);
  await refuseUnknown(reader, input);
  const { why: _, startsOn, endsOn, amountEur, ...described } = input;
  refuseReversed(startsOn === undefined ? row.starts_on : startsOn, endsOn === undefined ? row.ends_on : endsOn);
  await editInitiative(writer, by.programmeId, key, { ...described, ...columnsOf({ startsOn, endsOn, amountEur }) });
  return savedOf(reader, key);
}

export async function withdraw(
  writer: Writer,
  by: Keeping,
  key: string,
  { on, reason }: Input<typeof withdrawInitiative>,
) {
  const reader = readerOf(writer, by);
  const row = await lockInitiativeIfVersion(reader, key, by.version);
  assertAllowed(row.withdrawn_on === null ? null : 'withdrawn-already');
  assertAllowed(on <= by.today ? null : 'date-future', 'on');
  await editInitiative(writer, by.programmeId, key, { withdrawn_on: on, withdrawn_reason: reason });
  return savedOf(reader, key);
}
