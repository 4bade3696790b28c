// SPDX-License-Identifier: AGPL-3.0-or-later
import { editOf, type Writer } from '../../change.ts';
import type { Bilingual, SpaceTable } from '../../schema.ts';
import type { Values } from '../../values.ts';

export async function addSpace(writer: Writer, programmeId: number, key: string, values: Values<'space'>) {
  await writer
    .insertInto('space')
    .values({ ...values, programme_id: programmeId, key } as never)
    .execute();
}

export const editSpace = editOf('space');

interface Moved {
  /** The states that this may follow; a space in another stays as it is. */
  from: readonly SpaceTable['state'][];
  to: SpaceTable['state'];
  on: string;
  reason: Bilingual;
}

/** Moves spaces on, on a day and for a reason; gives how many there were to move. */
export async function moveSpaces(
  writer: Writer,
  programmeId: number,
  spaces: readonly string[],
  { from, to, on, reason }: Moved,
): Promise<number> {
  if (spaces.length === 0) return 0;
  const { numUpdatedRows } = await writer
    .updateTable('space')
    .set({ state: to, state_since: on, state_precision: 'day', state_reason: reason })
    .where('programme_id', '=', programmeId)
    .where('key', 'in', [...spaces])
    .where('state', 'in', [...from])
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

interface Exact {
  address: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** Keeps where a blurred space exactly is; gives the seed by which its point is moved, which stays the same. */
export async function keepExactPlace(
  writer: Writer,
  programmeId: number,
  space: string,
  exact: Exact,
): Promise<string> {
  const { seed } = await writer
    .insertInto('access.space_place')
    .values({ programme_id: programmeId, space, ...exact })
    .onConflict((conflict) => conflict.columns(['programme_id', 'space']).doUpdateSet({ ...exact }))
    .returning('seed')
    .executeTakeFirstOrThrow();
  return seed;
}

export async function forgetExactPlace(writer: Writer, programmeId: number, space: string) {
  await writer
    .deleteFrom('access.space_place')
    .where('programme_id', '=', programmeId)
    .where('space', '=', space)
    .execute();
}
