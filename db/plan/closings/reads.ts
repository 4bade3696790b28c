// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Reader } from '../../past.ts';

const said = ['key', 'number', 'done_on', 'done_precision', 'proposed_on', 'state'] as const;
const answered = ['answered_on', 'answer', 'unchecked', 'note'] as const;

/** Claims that a milestone is reached and the answers to them, oldest first. */
export async function readClosings({ db, programmeId }: Reader, milestone: string) {
  return db
    .selectFrom('closing')
    .where('programme_id', '=', programmeId)
    .where('milestone', '=', milestone)
    .select([...said, ...answered])
    .orderBy('number')
    .execute();
}
export type ClosingRow = Awaited<ReturnType<typeof readClosings>>[number];

/** Account that created a closing; null if nobody was signed in. */
export async function readProposer({ db, programmeId }: Reader, closing: string): Promise<number | null> {
  const found = await db
    .withSchema('public')
    .selectFrom('change')
    .where('programme_id', '=', programmeId)
    .where('table_name', '=', 'closing')
    .where('item', '=', closing)
    .where('operation', '=', 'insert')
    .select('account_id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.account_id ?? null;
}

/** Day on which a milestone's current outcome was recorded. */
export async function readRecordedOn({ db, programmeId, day }: Reader, milestone: string, doneOn: string) {
  const found = await db
    .withSchema('public')
    .selectFrom('change')
    .where('programme_id', '=', programmeId)
    .where('table_name', '=', 'milestone')
    .where('item', '=', milestone)
    .where('known_on', '<=', day)
    .where(sql`public.image_now(table_name, id, after) ->> 'done_on'`, '=', doneOn)
    .where(sql<boolean>`public.image_now(table_name, id, before) ->> 'done_on' is distinct from ${doneOn}`)
    .select('known_on')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.known_on ?? null;
}

export async function readFourEyes({ db, programmeId }: Reader): Promise<boolean> {
  const found = await db
    .selectFrom('programme')
    .where('programme_id', '=', programmeId)
    .select('four_eyes')
    .executeTakeFirst();
  return found?.four_eyes ?? true;
}
