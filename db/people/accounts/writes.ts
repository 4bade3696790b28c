// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../../change.ts';
import type { Database } from '../../schema.ts';

type Row<T extends keyof Database> = { [K in keyof Database[T]]?: unknown };

export async function touchSession(writer: Writer, sessionId: number) {
  await writer
    .updateTable('access.session')
    .set({ seen_at: sql<Date>`now()` })
    .where('session_id', '=', sessionId)
    .execute();
}

interface NewSession {
  hash: Buffer;
  accountId: number;
  means: 'link' | 'invitation' | 'provider' | 'passkey';
  device: string;
  days: number;
}

export async function addSession(writer: Writer, { hash, accountId, means, device, days }: NewSession) {
  await writer
    .insertInto('access.session')
    .values({ hash, account_id: accountId, means, device, ends_at: sql<Date>`now() + make_interval(days => ${days})` })
    .execute();
}

/** Ends one session of an account, or all of them except `except`. */
export async function endSessions(writer: Writer, accountId: number, which: { only?: number; except?: number } = {}) {
  let query = writer.deleteFrom('access.session').where('account_id', '=', accountId);
  if (which.only !== undefined) query = query.where('session_id', '=', which.only);
  if (which.except !== undefined) query = query.where('session_id', '!=', which.except);
  const { numDeletedRows } = await query.executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

interface NewAttempt {
  hash: Buffer;
  browserHash: Buffer;
  means: 'link' | 'provider' | 'passkey' | 'passkey-new';
  accountId: number | null;
  detail?: Record<string, unknown>;
  /** Hash of the address that a link was asked for. */
  askedFor?: Buffer;
  minutes: number;
}

export async function addAttempt(writer: Writer, attempt: NewAttempt) {
  const { hash, browserHash, means, accountId, detail = {}, askedFor = null, minutes } = attempt;
  await writer
    .insertInto('access.attempt')
    .values({
      hash,
      browser_hash: browserHash,
      means,
      account_id: accountId,
      detail,
      asked_for: askedFor,
      expires_at: sql<Date>`now() + make_interval(mins => ${minutes})`,
    })
    .execute();
}

/** Most browsers that one link works in. */
const mostBrowsers = 1000;

/** Unused links of the last hour for an address: how many, and the last one with its age in minutes. */
export async function readLinks(writer: Writer, askedFor: Buffer) {
  const rows = await writer
    .selectFrom('access.attempt')
    .where('asked_for', '=', askedFor)
    .where('used_at', 'is', null)
    .where('asked_at', '>', sql<Date>`now() - interval '1 hour'`)
    .select(['hash', sql<number>`extract(epoch from now() - asked_at) / 60`.as('minutes')])
    .orderBy('asked_at', 'desc')
    .execute();
  return { unused: rows.length, last: rows[0] };
}

/** Makes a link work in one more browser, the one that asked last. */
export async function addBrowser(writer: Writer, hash: Buffer, browserHash: Buffer) {
  await writer
    .updateTable('access.attempt')
    .set({
      also: sql`(array_append(array_remove(also, ${browserHash}), ${browserHash}))[greatest(1, cardinality(also) + 2 - ${mostBrowsers}::int):]`,
    })
    .where('hash', '=', hash)
    .execute();
}

/**
 * Consumes a valid attempt of this browser; undefined if there is none. Atomic: of two concurrent requests one
 * succeeds.
 */
export async function spendAttempt(
  writer: Writer,
  { hash, browserHash, means }: Pick<NewAttempt, 'hash' | 'browserHash' | 'means'>,
) {
  return writer
    .updateTable('access.attempt')
    .set({ used_at: sql<Date>`now()` })
    .where('hash', '=', hash)
    .where(({ eb, or }) => or([eb('browser_hash', '=', browserHash), sql<boolean>`${browserHash} = any(also)`]))
    .where('means', '=', means)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning(['account_id', 'detail'])
    .executeTakeFirst();
}

export async function addAccount(
  writer: Writer,
  account: { name: string; email: string | null; language: 'it' | 'en' },
): Promise<number> {
  const { account_id } = await writer
    .insertInto('access.account')
    .values({ ...account, email: account.email?.toLowerCase() ?? null })
    .returning('account_id')
    .executeTakeFirstOrThrow();
  return account_id;
}

export async function editAccount(writer: Writer, accountId: number, values: Row<'access.account'>) {
  await writer
    .updateTable('access.account')
    .set(values as never)
    .where('account_id', '=', accountId)
    .execute();
}

/** Erases an account with its dependent data and all mails to its address. */
export async function removeAccount(writer: Writer, accountId: number, email: string | null): Promise<void> {
  const mails = writer
    .selectFrom('access.mail')
    .where('recipient', '=', email ?? '')
    .select('mail_id');
  await writer.deleteFrom('access.account').where('account_id', '=', accountId).execute();
  await writer.deleteFrom('access.reminder').where('mail_id', 'in', mails).execute();
  await writer
    .deleteFrom('access.mail')
    .where('recipient', '=', email ?? '')
    .execute();
  await writer
    .deleteFrom('access.invitation')
    .where('email', '=', email ?? '')
    .execute();
}

export async function addIdentity(writer: Writer, identity: { issuer: string; subject: string; account_id: number }) {
  await writer.insertInto('access.identity').values(identity).execute();
}

export async function removeIdentity(writer: Writer, accountId: number, issuer: string) {
  await writer.deleteFrom('access.identity').where('account_id', '=', accountId).where('issuer', '=', issuer).execute();
}

interface NewPasskey {
  credential: string;
  account_id: number;
  public_key: Buffer;
  counter: number;
  transports: string[];
  name: string;
}

export async function addPasskey(writer: Writer, passkey: NewPasskey) {
  await writer.insertInto('access.passkey').values(passkey).execute();
}

export async function notePasskeyUse(writer: Writer, passkeyId: number, counter: number) {
  await writer
    .updateTable('access.passkey')
    .set({ counter, used_at: sql<Date>`now()` })
    .where('passkey_id', '=', passkeyId)
    .execute();
}

export async function removePasskey(writer: Writer, accountId: number, passkeyId: number): Promise<boolean> {
  const { numDeletedRows } = await writer
    .deleteFrom('access.passkey')
    .where('account_id', '=', accountId)
    .where('passkey_id', '=', passkeyId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Increments a bucket's count in its window of `seconds`; an expired window restarts. */
export async function countHit(writer: Writer, bucket: string, seconds: number) {
  const window = sql<Date>`now() + make_interval(secs => ${seconds})`;
  const over = sql<boolean>`rate.resets_at <= now()`;
  return writer
    .insertInto('access.rate')
    .values({ bucket, hits: 1, resets_at: window })
    .onConflict((conflict) =>
      conflict.column('bucket').doUpdateSet({
        hits: sql<number>`case when ${over} then 1 else rate.hits + 1 end`,
        resets_at: sql<Date>`case when ${over} then ${window} else rate.resets_at end`,
      }),
    )
    .returning(['hits', 'resets_at'])
    .executeTakeFirstOrThrow();
}

/** Deletes expired data: attempts, sessions, counts and old mails. */
export async function forgetOld(writer: Writer): Promise<void> {
  const before = (column: string) => sql<boolean>`${sql.ref(column)} < now()`;
  await writer.deleteFrom('access.attempt').where(before('expires_at')).execute();
  await writer.deleteFrom('access.session').where(before('ends_at')).execute();
  await writer.deleteFrom('access.rate').where(before('resets_at')).execute();
}
