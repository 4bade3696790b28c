// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../change.ts';
import type { Bilingual } from '../schema.ts';

interface NewPromise {
  programmeId: number;
  milestone: string;
  number: number;
  dueOn: string;
  madeOn: string;
  reason: Bilingual | null;
  source: string | null;
}

/** What of the milestone's key still leaves room for the number in a key of 80 letters. */
const longestStem = 76;

/** Adds a promise, to the day. The database refuses a number that does not follow and a re-plan without a reason. */
export async function addPromise(
  writer: Writer,
  { programmeId, milestone, number, dueOn, madeOn, reason, source }: NewPromise,
) {
  await writer
    .insertInto('promise')
    .values({
      programme_id: programmeId,
      key: `${milestone.slice(0, longestStem)}.${number}`,
      milestone,
      number,
      due_on: dueOn,
      due_precision: 'day',
      made_on: madeOn,
      reason: reason && JSON.stringify(reason),
      source,
      note: null,
    } as never)
    .execute();
}
