// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../change.ts';
import type { Bilingual } from '../../schema.ts';
import { keyBelow } from '../../values.ts';

interface NewClosing {
  programmeId: number;
  milestone: string;
  number: number;
  doneOn: string;
  precision: string;
  proposedOn: string;
  /** True if confirmed immediately, without a second person. */
  unchecked: boolean;
  note: Bilingual | null;
}

export async function addClosing(writer: Writer, closing: NewClosing) {
  const { programmeId, milestone, number, doneOn, precision, proposedOn, unchecked, note } = closing;
  await writer
    .insertInto('closing')
    .values({
      programme_id: programmeId,
      key: keyBelow(milestone, 'c'),
      milestone,
      number,
      done_on: doneOn,
      done_precision: precision as never,
      proposed_on: proposedOn,
      state: unchecked ? 'confirmed' : 'proposed',
      answered_on: unchecked ? proposedOn : null,
      answer: null,
      unchecked,
      source: null,
      note,
    })
    .execute();
}

export async function answerClosing(
  writer: Writer,
  programmeId: number,
  key: string,
  answer: { state: 'confirmed' | 'sent-back'; answered_on: string; answer: Bilingual | null },
) {
  await writer
    .updateTable('closing')
    .set(answer)
    .where('programme_id', '=', programmeId)
    .where('key', '=', key)
    .execute();
}
