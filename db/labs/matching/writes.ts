// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../../change.ts';

interface Ask {
  requestId: number;
  programmeId: number;
  lab: string;
}

/** Sends a request to labs; labs that already have it are skipped. */
export async function addAsks(writer: Writer, { requestId, programmeId }: Omit<Ask, 'lab'>, labs: readonly string[]) {
  const rows = labs.map((lab) => ({ request_id: requestId, programme_id: programmeId, lab }));
  await writer
    .insertInto('access.request_lab')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['request_id', 'lab']).doNothing())
    .execute();
}

/** Records when the confidential part was first opened. */
export async function openAsk(writer: Writer, { requestId, programmeId, lab }: Ask) {
  await writer
    .updateTable('access.request_lab')
    .set({ opened_at: sql<Date>`coalesce(opened_at, now())` })
    .where('request_id', '=', requestId)
    .where('programme_id', '=', programmeId)
    .where('lab', '=', lab)
    .execute();
}

/** Stores a lab's answer; false if there is no open request. */
export async function answerAsk(
  writer: Writer,
  { requestId, programmeId, lab }: Ask,
  { offered, answer }: { offered: boolean; answer: string },
): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('access.request_lab')
    .set({ state: offered ? 'offered' : 'declined', answer, answered_at: sql<Date>`now()` })
    .where('request_id', '=', requestId)
    .where('programme_id', '=', programmeId)
    .where('lab', '=', lab)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
