// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../change.ts';
import type { Values } from '../../values.ts';

export async function editProgramme(writer: Writer, programmeId: number, values: Values<'programme'>) {
  await writer
    .updateTable('programme')
    .set(values as never)
    .where('programme_id', '=', programmeId)
    .execute();
}
