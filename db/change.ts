// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ControlledTransaction, sql, type Transaction } from 'kysely';
import type { OfficinaDb } from './client.ts';
import type { Database } from './schema.ts';
import type { Values } from './values.ts';

declare const brand: unique symbol;

/**
 * Transaction context required by every write. Only `change` creates one, so that every write is part of a recorded
 * change.
 */
export type Writer = Transaction<Database> & { readonly [brand]: true };

export interface Raised {
  programme: string;
  revision: number;
}

type Listener = (raised: Raised[]) => void;
const listeners = new Set<Listener>();

/**
 * Calls `listener` after each commit of this process, before the writer gets its reply. Returns the unsubscribe
 * function.
 */
export function onCommit(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Rolls back; a lost connection has done so already, and its error must not hide the first one. */
const rollback = (trx: ControlledTransaction<Database>): Promise<void> =>
  trx
    .rollback()
    .execute()
    .catch(() => undefined);

/**
 * Runs `work` as one recorded change: one transaction, with actor and reason on every log row. `actor` is the public
 * signature; `account` is the account id of a signed-in writer. `dryRun` rolls back after checking the deferred
 * constraints.
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
    if (!trx.isCommitted && !trx.isRolledBack) await rollback(trx);
    throw error;
  }
}

/**
 * Runs `work` as a preview: it reads and writes copies of these tables of the programme, which end with it. Takes no
 * lock that another write waits for, writes no log, raises no revision. Checks, unique keys and defaults are those of
 * the tables; references and triggers are not checked. The database user needs the right to make temporary tables.
 */
async function preview<T>(
  db: OfficinaDb,
  { programmeId, tables }: { programmeId: number; tables: readonly (keyof Database)[] },
  work: (writer: Writer) => Promise<T>,
): Promise<T> {
  const trx = await db.startTransaction().execute();
  try {
    for (const name of tables) {
      const [copy, original] = [sql.table(`pg_temp.${name}`), sql.table(`public.${name}`)];
      await sql`create temp table ${sql.table(name)} (like ${original} including defaults including constraints
        including indexes)`.execute(trx);
      await sql`insert into ${copy} select * from ${original} where programme_id = ${programmeId}`.execute(trx);
      await sql`analyze ${copy}`.execute(trx);
    }
    // Statements that this connection has prepared name the tables themselves: parse them anew.
    await sql`discard plans`.execute(trx);
    return await work(trx as unknown as Writer);
  } finally {
    await rollback(trx);
  }
}

/** Runs `work` as a preview where `tables` names what it would write, else as one recorded change. */
export const changeOrPreview = <T>(
  db: OfficinaDb,
  by: Parameters<typeof change>[1],
  { programmeId, tables }: { programmeId: number; tables: readonly (keyof Database)[] | undefined },
  work: (writer: Writer) => Promise<T>,
): Promise<T> => (tables ? preview(db, { programmeId, tables }, work) : change(db, by, work));

/**
 * Runs `work` as one transaction that writes only outside the log (schema `access`): records nothing and raises no
 * revision.
 */
export async function unloggedTransaction<T>(db: OfficinaDb, work: (writer: Writer) => Promise<T>): Promise<T> {
  return db.transaction().execute((trx) => work(trx as unknown as Writer));
}

/** Runs part of a change behind a savepoint; rolls it back on failure, and the change continues. */
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

/** Rows written from here on in this change count as known since `day` (a civil date, today at the latest). */
export async function knownOn(writer: Writer, day: string): Promise<void> {
  await sql`select set_config('app.known_on', ${day}, true)`.execute(writer);
}

/** Updates some columns of one item; records nothing if there is nothing to change. */
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
