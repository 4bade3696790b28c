// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../../change.ts';
import type { Bilingual } from '../../schema.ts';
import { keyBelow } from '../../values.ts';

interface KeptIndicator {
  programmeId: number;
  key: string;
  name: Bilingual;
  summary: Bilingual;
}

/** Creates an automatic indicator if it does not exist. */
export async function addIndicator(writer: Writer, { programmeId, key, name, summary }: KeptIndicator) {
  await writer
    .insertInto('indicator')
    .values({
      programme_id: programmeId,
      key,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from indicator where programme_id = ${programmeId})`,
      subject: 'labs',
      area: null,
      name,
      summary,
      unit: 'share',
      better: 'higher',
      target: null,
      target_on: null,
      source: null,
      note: null,
    })
    .onConflict((conflict) => conflict.columns(['programme_id', 'key']).doNothing())
    .execute();
}

interface Reading {
  programmeId: number;
  indicator: string;
  value: number;
  on: string;
}

export async function addReading(writer: Writer, { programmeId, indicator, value, on }: Reading) {
  await writer
    .insertInto('measurement')
    .values({
      programme_id: programmeId,
      key: keyBelow(indicator, 'm'),
      indicator,
      zone: null,
      value,
      measured_on: on,
      measured_precision: 'day',
      source: null,
      note: null,
    } as never)
    .execute();
}

/** Replaces a measurement of the same day. */
export async function editReading(writer: Writer, programmeId: number, key: string, value: number) {
  await writer
    .updateTable('measurement')
    .set({ value })
    .where('programme_id', '=', programmeId)
    .where('key', '=', key)
    .execute();
}
