// SPDX-License-Identifier: AGPL-3.0-or-later

import { knownOn, type Writer } from '../../../db/change.ts';
import { readObligations } from '../../../db/money/agreements/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { readMilestones } from '../../../db/plan/milestones/reads.ts';
import { addPromise } from '../../../db/plan/milestones/writes.ts';
import type { Text } from '../../contract.ts';
import { dayIn, elided } from '../../http/rules.ts';
import { deadlineOf, type Owed } from './rules.ts';
import { owedOf } from './views.ts';

/** Derivation of the date, for the reason of the re-plan. */
function reasonOf({ months, days, afterEvent }: Owed, eventOn: string): Text {
  const span = (count: number | null, [one, many]: [string, string]) => `${count} ${count === 1 ? one : many}`;
  const [it, en] = months
    ? [span(months, ['mese', 'mesi']), span(months, ['month', 'months'])]
    : [span(days, ['giorno', 'giorni']), span(days, ['day', 'days'])];
  const what =
    afterEvent === 'signing'
      ? ['dalla sottoscrizione', 'after the signing']
      : ['dall’adempimento precedente', 'after the preceding obligation'];
  return {
    it: elided(`Termine derivato: ${it} ${what[0]} del ${dayIn('it', eventOn)}.`),
    en: `Derived deadline: ${en} ${what[1]} of ${dayIn('en', eventOn)}.`,
  };
}

/**
 * Re-plans the milestones of obligations whose derived deadline has moved because the event's date was corrected or
 * became known, in the same change. Settled milestones keep their promises. Returns the number of re-planned
 * milestones.
 */
export async function followDeadlines(writer: Writer, programmeId: number, today: string): Promise<number> {
  const reader: Reader = { db: writer, programmeId, day: today };
  const rows = await readObligations(reader);
  const milestones = await readMilestones(reader, { keys: rows.map((row) => row.milestone) });
  await knownOn(writer, today);
  let moved = 0;
  for (const row of rows) {
    const promise = milestones.find(({ key }) => key === row.milestone);
    const { date, eventOn } = deadlineOf(owedOf(row), rows.map(owedOf));
    if (!promise || row.after_event === null || !date || !eventOn || row.done_on || row.withdrawn_on) continue;
    if (promise.due_on === date) continue;
    await addPromise(writer, {
      programmeId,
      milestone: row.milestone,
      number: promise.number + 1,
      dueOn: date,
      madeOn: today,
      reason: reasonOf(owedOf(row), eventOn),
      source: row.source,
    });
    moved += 1;
  }
  return moved;
}
