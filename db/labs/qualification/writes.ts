// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../../change.ts';
import type { Bilingual } from '../../schema.ts';
import { keyBelow, type Values } from '../../values.ts';

interface NewStep {
  programmeId: number;
  lab: string;
  act: string;
  madeOn: string;
  untilOn: string | null;
  reason: Bilingual | null;
}

/** Appends a step. Concurrent writers get the same number, and the database refuses one of them. */
export async function addStep(writer: Writer, { programmeId, lab, act, madeOn, untilOn, reason }: NewStep) {
  await writer
    .insertInto('qualification_step')
    .values({
      programme_id: programmeId,
      key: keyBelow(lab, 'q'),
      lab,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from qualification_step
        where programme_id = ${programmeId} and lab = ${lab})`,
      act: act as never,
      made_on: madeOn,
      until_on: untilOn,
      reason,
      source: null,
      note: null,
    })
    .execute();
}

/** Replaces the requirements in this order: adds new ones, deletes missing ones. */
export async function keepRequirements(
  writer: Writer,
  programmeId: number,
  rows: readonly ({ key: string } & Values<'lab_requirement'>)[],
) {
  const keys = rows.map(({ key }) => key);
  await writer
    .deleteFrom('lab_requirement')
    .where('programme_id', '=', programmeId)
    .where(sql<boolean>`not (key::text = any(${keys}))`)
    .execute();
  for (const [at, { key, ...values }] of rows.entries()) {
    const row = { ...values, position: at + 1 };
    await writer
      .insertInto('lab_requirement')
      .values({ ...row, programme_id: programmeId, key } as never)
      .onConflict((conflict) => conflict.columns(['programme_id', 'key']).doUpdateSet(row as never))
      .execute();
  }
}

interface NewDocument {
  programmeId: number;
  lab: string;
  requirement: string;
  hash: string;
  name: string;
  type: string;
  bytes: number;
  by: number;
}

export async function addDocument(
  writer: Writer,
  { programmeId, lab, requirement, hash, name, type, bytes, by }: NewDocument,
) {
  await writer
    .insertInto('access.lab_document')
    .values({
      programme_id: programmeId,
      lab,
      requirement,
      file_hash: hash,
      file_name: name,
      file_type: type,
      file_bytes: bytes,
      added_by: by,
    })
    .execute();
}

export async function removeDocument(writer: Writer, programmeId: number, lab: string, documentId: number) {
  const { numDeletedRows } = await writer
    .deleteFrom('access.lab_document')
    .where('programme_id', '=', programmeId)
    .where('lab', '=', lab)
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
