// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../change.ts';
import type { Values } from '../values.ts';

export async function addSpace(writer: Writer, programmeId: number, key: string, values: Values<'space'>) {
  await writer
    .insertInto('space')
    .values({ ...values, programme_id: programmeId, key } as never)
    .execute();
}

export async function editSpace(writer: Writer, programmeId: number, key: string, values: Values<'space'>) {
  if (Object.keys(values).length === 0) return;
  await writer
    .updateTable('space')
    .set(values as never)
    .where('programme_id', '=', programmeId)
    .where('key', '=', key)
    .execute();
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
