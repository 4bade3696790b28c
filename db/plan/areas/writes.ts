// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { editOf, type Writer } from '../../change.ts';
import type { Values } from '../../values.ts';

const last = 9999;

/** Appends an initiative to its area. */
export async function addInitiative(
  writer: Writer,
  programmeId: number,
  values: { key: string; area: string } & Values<'initiative'>,
) {
  const position = sql<number>`(select least(${last}::int, coalesce(max(position), 0) + 1) from initiative
    where programme_id = ${programmeId} and area = ${values.area})`;
  await writer
    .insertInto('initiative')
    .values({ programme_id: programmeId, position, ...values } as never)
    .execute();
}

export const editInitiative = editOf('initiative');
