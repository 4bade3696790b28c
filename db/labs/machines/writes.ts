// SPDX-License-Identifier: AGPL-3.0-or-later
import { editOf, type Writer } from '../../change.ts';
import { keyBelow, type Values } from '../../values.ts';

/** Adds a machine to a lab; returns its key. */
export async function addMachine(
  writer: Writer,
  programmeId: number,
  lab: string,
  values: Values<'machine'>,
): Promise<string> {
  const key = keyBelow(lab, 'm');
  await writer
    .insertInto('machine')
    .values({ ...values, programme_id: programmeId, key, lab } as never)
    .execute();
  return key;
}

export const editMachine = editOf('machine');

export async function removeMachine(writer: Writer, programmeId: number, key: string) {
  await writer.deleteFrom('machine').where('programme_id', '=', programmeId).where('key', '=', key).execute();
}
