// SPDX-License-Identifier: AGPL-3.0-or-later
import { type RunRow, readRun } from '../../../db/calls/drafting/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { Refused } from '../../http/refusals.rules.ts';

export type OpenRun = RunRow & { opens_at: Date; closes_at: Date };

/**
 * A call run in Officina with its clock; refused if there is none. Always the current state, even for a past day: an
 * extended deadline keeps applications sealed that the earlier one would have opened.
 */
export async function runOf(reader: Reader, call: string): Promise<OpenRun> {
  const run = await readRun({ ...reader, db: reader.db.withSchema('public') }, call);
  if (!run?.opens_at || !run.closes_at) throw new Refused({ code: 'unknown-item', item: call });
  return { ...run, opens_at: run.opens_at, closes_at: run.closes_at };
}
