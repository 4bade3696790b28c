// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql, type Transaction } from 'kysely';
import type { OfficinaDb } from './client.ts';
import type { Database } from './schema.ts';
import type { Values } from './values.ts';

declare const brand: unique symbol;

/** What every write takes; only `change` makes one, so that nothing is written outside a recorded change. */
export type Writer = Transaction<Database> & { readonly [brand]: true };

export interface Raised {
  programme: string;
  revision: number;
}

type Listener = (raised: Raised[]) => void;
const listeners = new Set<Listener>();

/** Calls `listener` after each commit made by this process, before the writer is answered. Returns how to stop. */
export function onCommit(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Runs `work` as one recorded change: one transaction, with actor and reason on every row image in the log. `actor` is
 * what the public reads; `account` is the number of who wrote, where somebody was signed in.
 * `dryRun` undoes everything at the end, after the constraints that wait for the commit were checked.
 */
export async function change<T>(
  db: OfficinaDb,
  by: { actor: string; reason: string; account?: number; dryRun?: boolean },
  work: (writer: Writer) => Promise<T>,
): Promise<T> {
  const trx = await db.startTransaction().execute();
  try {
    await sql`select set_config('app.actor', ${by.actor}, true), set_config('app.reason', ${by.reason}, true),
      set_config('app.account', ${by.account?.toString() ?? ''}, true)`.execute(trx);
    const result = await work(trx as unknown as Writer);
    if (by.dryRun) {
      await sql`set constraints all immediate`.execute(trx);
      await trx.rollback().execute();
      return result;
    }
    const { rows } = await sql<Raised>`
      select p.key as programme, r.revision from revision r join programme p using (programme_id)
      where r.raised_by = pg_current_xact_id()`.execute(trx);
    await trx.commit().execute();
    for (const listener of listeners) listener(rows);
    return result;
  } catch (error) {
    if (!trx.isCommitted && !trx.isRolledBack) await trx.rollback().execute();
    throw error;
  }
}

/**
 * Runs `work` as one transaction that writes only what stands outside the log, in schema `access`: there is nothing to
 * record, and no page to draw anew.
 */
export async function unloggedTransaction<T>(db: OfficinaDb, work: (writer: Writer) => Promise<T>): Promise<T> {
  return db.transaction().execute((trx) => work(trx as unknown as Writer));
}

/** Does a part of a change, or nothing of it: what it wrote before it failed is undone, and the change goes on. */
export async function atomically<T>(writer: Writer, work: () => Promise<T>): Promise<T> {
  await sql`savepoint part`.execute(writer);
  try {
    const result = await work();
    await sql`release savepoint part`.execute(writer);
    return result;
  } catch (error) {
    await sql`rollback to savepoint part`.execute(writer);
    throw error;
  }
}

/** From here on in this change, what is written counts as known since `day` (a civil date, never later than today). */
export async function knownOn(writer: Writer, day: string): Promise<void> {
  await sql`select set_config('app.known_on', ${day}, true)`.execute(writer);
}

/** Changes some columns of one item of a table; with nothing to change, nothing is recorded. */
export const editOf =
  <T extends 'award' | 'call' | 'initiative' | 'lab' | 'machine' | 'milestone' | 'space'>(table: T) =>
  async (writer: Writer, programmeId: number, key: string, values: Values<T>): Promise<void> => {
    if (Object.keys(values).length === 0) return;
    await writer
      .updateTable(table as 'space')
      .set(values as never)
      .where('programme_id', '=', programmeId)
      .where('key', '=', key)
      .execute();
  };
