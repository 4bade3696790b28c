// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../change.ts';
import type { Bilingual } from '../../schema.ts';

interface CycleValues {
  name?: Bilingual | undefined;
  starts_on?: string | undefined;
  ends_on?: string | undefined;
  note?: Bilingual | null | undefined;
  draft?: boolean;
  adopted_on?: string;
  adopted_act?: string;
  closed_on?: string;
  closed_act?: string | null;
}

export async function addCycle(writer: Writer, programmeId: number, key: string, values: CycleValues) {
  await writer
    .insertInto('cycle')
    .values({ programme_id: programmeId, key, draft: true, ...values } as never)
    .execute();
}

export async function editCycle(writer: Writer, programmeId: number, key: string, values: CycleValues) {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length === 0) return;
  await writer.updateTable('cycle').set(given).where('programme_id', '=', programmeId).where('key', '=', key).execute();
}

export async function removeCycle(writer: Writer, programmeId: number, key: string) {
  await writer.deleteFrom('cycle').where('programme_id', '=', programmeId).where('key', '=', key).execute();
}

interface NewReview {
  programmeId: number;
  cycle: string;
  number: number;
  area: string | null;
  learnt: Bilingual;
}

const longestStem = 74;

export async function addReview(writer: Writer, { programmeId, cycle, number, area, learnt }: NewReview) {
  const key = `${cycle.slice(0, longestStem).replace(/[-.]+$/, '')}.v${number}`;
  const values = { programme_id: programmeId, key, cycle, area, learnt, source: null, note: null };
  await writer.insertInto('cycle_review').values(values).execute();
}
