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
  /** Allowed previous statuses; spaces in another status stay unchanged. */
  from: readonly SpaceTable['state'][];
  to: SpaceTable['state'];
  on: string;
  reason: Bilingual;
}

/** Changes the status of spaces on a day for a reason; returns the number changed. */
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

/** Stores a blurred space's exact location; returns its random seed, which never changes. */
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
