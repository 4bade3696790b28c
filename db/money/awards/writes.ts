// SPDX-License-Identifier: AGPL-3.0-or-later
import { editOf, type Writer } from '../../change.ts';
import { keyBelow, type Values } from '../../values.ts';

export async function addAward(writer: Writer, programmeId: number, key: string, values: Values<'award'>) {
  await writer
    .insertInto('award')
    .values({ programme_id: programmeId, key, ...values } as never)
    .execute();
}

export const editAward = editOf('award');

export async function addPayment(writer: Writer, programmeId: number, award: string, values: Values<'payment'>) {
  await writer
    .insertInto('payment')
    .values({ programme_id: programmeId, key: keyBelow(award, 'p'), award, ...values } as never)
    .execute();
}

/** Deletes a payment; returns true if it existed. */
export async function removePayment(writer: Writer, programmeId: number, award: string, key: string) {
  const { numDeletedRows } = await writer
    .deleteFrom('payment')
    .where('programme_id', '=', programmeId)
    .where('award', '=', award)
    .where('key', '=', key)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Records a check, or replaces the one of the same month. */
export async function keepCheck(
  writer: Writer,
  programmeId: number,
  award: string,
  { months, ...values }: { months: number } & Values<'award_check'>,
) {
  await writer
    .insertInto('award_check')
    .values({ programme_id: programmeId, key: keyBelow(award, `k${months}`), award, months, ...values } as never)
    .onConflict((conflict) => conflict.columns(['programme_id', 'award', 'months']).doUpdateSet(values as never))
    .execute();
}
