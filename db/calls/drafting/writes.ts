// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { editOf, type Writer } from '../../change.ts';
import { keyBelow, type Values } from '../../values.ts';

export async function addDraft(writer: Writer, programmeId: number, document: object, madeBy: number | null) {
  return writer
    .insertInto('access.call_draft')
    .values({ programme_id: programmeId, document: document as Record<string, unknown>, made_by: madeBy })
    .returning(['draft_id', 'version'])
    .executeTakeFirstOrThrow();
}

export async function saveDraft(writer: Writer, draftId: number, document: object) {
  await writer
    .updateTable('access.call_draft')
    .set({ document: document as Record<string, unknown>, version: sql<number>`version + 1` })
    .where('draft_id', '=', draftId)
    .execute();
}

export async function removeDraft(writer: Writer, draftId: number) {
  await writer.deleteFrom('access.call_draft').where('draft_id', '=', draftId).execute();
}

export async function markPublished(writer: Writer, draftId: number, of: { call: string; seed: string }) {
  await writer
    .updateTable('access.call_draft')
    .set({ published_as: of.call, seed: of.seed })
    .where('draft_id', '=', draftId)
    .execute();
}

type Part = 'call_criterion' | 'call_bonus' | 'call_requirement' | 'lot';

/** Keys for the parts of a call, in order. */
export const partKeys = (call: string, mark: string, rows: readonly object[]): string[] =>
  rows.map((_, at) => `${keyBelow(call, mark)}${at + 1}`);

/** Inserts the parts of a call in order. */
export async function addParts(
  writer: Writer,
  { programmeId, call, table, keys }: { programmeId: number; call: string; table: Part; keys: readonly string[] },
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map((row, at) => ({ ...row, programme_id: programmeId, key: keys[at], call, position: at + 1 }));
  await writer
    .insertInto(table)
    .values(values as never)
    .execute();
}

export async function addCall(writer: Writer, programmeId: number, key: string, values: Values<'call'>) {
  const { tie_breaks, ...rest } = values;
  await writer
    .insertInto('call')
    .values({ ...rest, tie_breaks: JSON.stringify(tie_breaks), programme_id: programmeId, key } as never)
    .execute();
}

export const editCall = editOf('call');

interface Numbered {
  programmeId: number;
  call: string;
}

export const nextNumber = (table: 'call_amendment' | 'call_answer' | 'ranking', { programmeId, call }: Numbered) =>
  sql<number>`(select coalesce(max(number), 0) + 1 from ${sql.table(table)} where programme_id = ${programmeId} and call = ${call})`;

/** Appends an amendment or answer; returns its number. */
export async function addNumbered(
  writer: Writer,
  table: 'call_amendment' | 'call_answer',
  of: Numbered,
  values: object,
): Promise<number> {
  const { number } = await writer
    .insertInto(table)
    .values({
      ...values,
      programme_id: of.programmeId,
      key: keyBelow(of.call, 'n'),
      call: of.call,
      number: nextNumber(table, of),
    } as never)
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}

/** Creates the fund of a first-come call. */
export async function saveFirstComeFund(writer: Writer, { programmeId, call }: Numbered, budgetCents: number) {
  await writer
    .insertInto('access.first_come_fund')
    .values({ programme_id: programmeId, call, budget_cents: budgetCents })
    .onConflict((conflict) => conflict.columns(['programme_id', 'call']).doUpdateSet({ budget_cents: budgetCents }))
    .execute();
}
