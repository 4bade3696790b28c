// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../../change.ts';

/** Adds the lab to an existing operator's labs. */
export async function extendKeeper(
  writer: Writer,
  of: { programmeId: number; accountId: number; lab: string },
): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('access.role')
    .set({ labs: sql<string[]>`array_append(labs, ${of.lab})` })
    .where('programme_id', '=', of.programmeId)
    .where('account_id', '=', of.accountId)
    .where('role', '=', 'operator')
    .where('ended_at', 'is', null)
    .where('labs', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
