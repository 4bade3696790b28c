// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../change.ts';

export async function setBoundary(writer: Writer, programmeId: number, key: string, boundary: object): Promise<void> {
  await writer
    .updateTable('zone')
    .set({ boundary: JSON.stringify(boundary) as never })
    .where('programme_id', '=', programmeId)
    .where('key', '=', key)
    .execute();
}
