// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ClosingRow } from '../../../db/plan/closings/reads.ts';

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
