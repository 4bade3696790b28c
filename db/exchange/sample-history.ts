// SPDX-License-Identifier: AGPL-3.0-or-later
// A sample programme with a long log, for measuring reads of the past.
import { addDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import { sql } from 'kysely';
import { change, knownOn, type Writer } from '../change.ts';
import { readProgrammeKeys } from '../city/programmes/reads.ts';
import type { OfficinaDb } from '../client.ts';
import { loadPackage } from './apply.ts';
import { packageOf } from './package.ts';
import { samplePackage } from './sample-package.ts';

export const mostChanges = 1_000_000;

/** Tables whose notes are edited, with their share of the edits. */
const edited: Record<string, number> = {
  milestone: 0.3,
  lab: 0.15,
  machine: 0.15,
  space: 0.15,
  initiative: 0.1,
  allocation: 0.05,
  agreement: 0.05,
  event: 0.05,
};

export const historyKey = (changes: number): string => `campione-storia-${changes}`;

/**
 * Edits the notes of up to `count` items of a table that were known by the day; which ones follows from the day. Returns
 * how many.
 */
async function editNotes(
  writer: Writer,
  table: string,
  { count, day, round }: { count: number; day: string; round: number },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update ${sql.table(table)} t set note = jsonb_build_object('it', ${`Verificato il ${day}, ${round}.`}::text)
    from (select h.programme_id, h.key from ${sql.table(`history.${table}`)} h
      where h.programme_id = (select max(programme_id) from programme) and h.known_until is null and h.known_from <= ${day}
      order by md5(h.key || ${day}) limit ${count}) h
    where t.programme_id = h.programme_id and t.key = h.key`.execute(writer);
  return Number(numAffectedRows ?? 0);
}

const readLog = async (db: OfficinaDb) => {
  const { rows } = await sql<{ logged: number; first: string }>`
    select count(*) as logged, min(known_on) as first from change
    where programme_id = (select max(programme_id) from programme)`.execute(db);
  return rows[0] ?? { logged: 0, first: '' };
};

/** Days in one transaction: a row that is edited often in one transaction is ever slower to edit. */
const daysTogether = 7;

/** Creates the programme with about `changes` rows in its log, spread over all its days; kept if it exists. */
export async function makeHistory(db: OfficinaDb, changes: number, today: string): Promise<void> {
  const key = historyKey(changes);
  if ((await readProgrammeKeys(db)).includes(key)) return;
  const rows = samplePackage({ seed: 1, today, size: 'shown', key });
  await loadPackage(db, packageOf(rows, today), { actor: 'sample', today });
  const { logged, first } = await readLog(db);
  const days = differenceInCalendarDays(parseISO(today), parseISO(first)) + 1;
  const owed: Record<string, number> = {};
  const edit = async (writer: Writer, at: number) => {
    const day = formatISO(addDays(parseISO(first), at), { representation: 'date' });
    await knownOn(writer, day);
    for (const [table, share] of Object.entries(edited)) {
      owed[table] = (owed[table] ?? 0) + ((changes - logged) * share) / days;
      for (let round = 1; owed[table] >= 1; round++) {
        const edits = await editNotes(writer, table, { count: Math.floor(owed[table]), day, round });
        if (edits === 0) break;
        owed[table] -= edits;
      }
    }
  };
  for (let from = 0; from < days; from += daysTogether)
    await change(db, { actor: 'sample', reason: 'Storia di prova' }, async (writer) => {
      for (let at = from; at < Math.min(days, from + daysTogether); at++) await edit(writer, at);
    });
}
