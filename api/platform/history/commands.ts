// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Writer } from '../../../db/change.ts';
import type { Reader } from '../../../db/past.ts';
import { lockInitiative } from '../../../db/plan/areas/reads.ts';
import { answerClosing } from '../../../db/plan/closings/writes.ts';
import { lockCycle } from '../../../db/plan/cycles/reads.ts';
import { lockMilestone, readLastTwo } from '../../../db/plan/drafting/reads.ts';
import { addForecast, addPromise } from '../../../db/plan/milestones/writes.ts';
import { readTogether, readWritten, type TogetherRow } from '../../../db/platform/history/undo.reads.ts';
import { deleteRow, explain, insertRow, setBack } from '../../../db/platform/history/writes.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import type { Grant } from '../../http/rights.rules.ts';
import { type Keeping, readerOf } from '../records/views.ts';
import { changedFields, type UndoAct, undoOf } from './rules.ts';
import { mayUndo, undoableOf } from './views.ts';

/** Locks the parent items of the rows until the undo is committed. */
async function hold(reader: Reader, rows: TogetherRow[]) {
  const milestones = new Set(rows.flatMap(({ milestone }) => milestone ?? []));
  for (const key of [...milestones].sort()) await lockMilestone(reader, key);
  for (const { table_name, item } of rows) {
    if (table_name === 'cycle') await lockCycle(reader, item);
    if (table_name === 'initiative') await lockInitiative(reader, item);
  }
}

const takenBack = {
  closing: { it: 'Ritirata da chi l’aveva proposta.', en: 'Withdrawn by its proposer.' },
  replan: { it: 'Riprogrammazione annullata.', en: 'Rescheduling undone.' },
};

/** Repeats the previous value: forecasts and promises are append-only. */
async function sayAgain(writer: Writer, by: Keeping, act: 'forecast-back' | 'replan-back', milestone: string) {
  const { forecasts, promises } = await readLastTwo(readerOf(writer, by), milestone);
  const own = { programmeId: by.programmeId, milestone };
  const [, forecast] = forecasts;
  const [last, before] = promises;
  if (act === 'forecast-back' && forecast) {
    const { expected_on: expectedOn, expected_precision: precision, reason, note } = forecast;
    await addForecast(writer, { ...own, reportedOn: by.today, expectedOn, precision, reason, note });
  }
  if (act === 'replan-back' && last && before) {
    const date = { number: last.number + 1, dueOn: before.due_on, precision: before.due_precision, madeOn: by.today };
    await addPromise(writer, { ...own, ...date, reasonKind: 'other', reason: takenBack.replan, source: null });
  }
}

async function undoRow(writer: Writer, by: Keeping, row: TogetherRow, act: UndoAct) {
  const at = { programmeId: by.programmeId, table: row.table_name, key: row.item };
  const fields = changedFields(row.before, row.after).map(({ name }) => name);
  switch (act) {
    case 'delete':
      return deleteRow(writer, at);
    case 'insert':
      return insertRow(writer, row.table_name, row.before ?? {});
    case 'set-back':
      return setBack(writer, at, row.before ?? {}, fields);
    case 'take-back': {
      const answer = { state: 'sent-back' as const, answered_on: by.today, answer: takenBack.closing };
      return answerClosing(writer, by.programmeId, row.item, answer);
    }
    default:
      return sayAgain(writer, by, act, row.milestone ?? '');
  }
}

/** Undoes all writes of a change's transaction in reverse order, or refuses all of them. */
export async function undo(
  writer: Writer,
  by: Keeping & { grants: readonly Grant[]; programme: string },
  id: number,
  why: string | undefined,
) {
  const reader = readerOf(writer, by);
  const change = await readWritten(reader, id);
  if (!change) throw new Refused({ code: 'unknown-item', item: String(id) });
  assertAllowed(change.account_id === null ? 'undo-loaded' : null);
  await hold(reader, await readTogether(reader, [change.written]));
  const rows = await readTogether(reader, [change.written]);
  if (!mayUndo(rows, by.grants, by.programme)) throw new Refused({ code: 'not-yours' });
  const acts = rows.map((row) => {
    const verdict = undoOf(undoableOf(row));
    if ('rule' in verdict) throw new Refused({ code: 'against-rule', rule: verdict.rule });
    return { row, act: verdict.act };
  });
  if (!why) await explain(writer, `Annulla la modifica ${id}`);
  for (const { row, act } of acts.reverse()) await undoRow(writer, by, row, act);
  return { undone: acts.length };
}
