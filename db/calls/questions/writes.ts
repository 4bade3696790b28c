// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../../change.ts';

interface Question {
  programmeId: number;
  call: string;
  accountId: number;
  language: 'it' | 'en';
  words: string;
}

/** Stores a question if the question period is open by the database clock; otherwise returns undefined. */
export async function addQuestion(writer: Writer, { programmeId, call, accountId, language, words }: Question) {
  const { rows } = await sql<{ question_id: number }>`
    insert into access.call_question (programme_id, call, account_id, language, words)
    select ${programmeId}, ${call}, ${accountId}, ${language}, ${words} from call c
    where c.programme_id = ${programmeId} and c.key = ${call} and c.run
      and clock_timestamp() < coalesce(c.questions_until, c.closes_at)
    returning question_id`.execute(writer);
  return rows[0]?.question_id;
}

/** Marks a question as answered; returns its author, or undefined if no open question matches. */
export async function closeQuestion(writer: Writer, of: { programmeId: number; call: string; questionId: number }) {
  return writer
    .updateTable('access.call_question')
    .set({ answered_at: sql<Date>`clock_timestamp()` })
    .where('programme_id', '=', of.programmeId)
    .where('call', '=', of.call)
    .where('question_id', '=', of.questionId)
    .where('answered_at', 'is', null)
    .returning([
      'account_id',
      sql<string>`(asked_at at time zone (select timezone from setting))::date::text`.as('asked_on'),
    ])
    .executeTakeFirst();
}
