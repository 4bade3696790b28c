// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../change.ts';
import type { Database } from '../schema.ts';

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

/** Ends one session of an account, or, without one named, all of them but `except`. */
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
  minutes: number;
}

export async function addAttempt(writer: Writer, attempt: NewAttempt) {
  const { hash, browserHash, means, accountId, detail = {}, minutes } = attempt;
  await writer
    .insertInto('access.attempt')
    .values({
      hash,
      browser_hash: browserHash,
      means,
      account_id: accountId,
      detail,
      expires_at: sql<Date>`now() + make_interval(mins => ${minutes})`,
    })
    .execute();
}

/** Uses up an attempt of this browser; undefined where there is none that still holds. Two who try at once: one gets it. */
export async function useAttempt(
  writer: Writer,
  { hash, browserHash, means }: Pick<NewAttempt, 'hash' | 'browserHash' | 'means'>,
) {
  return writer
    .updateTable('access.attempt')
    .set({ used_at: sql<Date>`now()` })
    .where('hash', '=', hash)
    .where('browser_hash', '=', browserHash)
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

export async function usePasskey(writer: Writer, passkeyId: number, counter: number) {
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

interface NewRole {
  account_id: number;
  programme_id: number | null;
  role: Database['access.role']['role'];
  areas: string[] | null;
  labs: string[] | null;
  organisation: string | null;
  office: string;
  name_is_public: boolean;
  granted_by: number | null;
}

export async function addRole(writer: Writer, role: NewRole) {
  await writer
    .insertInto('access.role')
    .values(role as never)
    .execute();
}

/** Ends a role that is held; gives it, or undefined where none is. Waits for another who does the same. */
export async function endRole(writer: Writer, roleId: number, endedBy: number) {
  return writer
    .updateTable('access.role')
    .set({ ended_at: sql<Date>`now()`, ended_by: endedBy })
    .where('role_id', '=', roleId)
    .where('ended_at', 'is', null)
    .returning(['account_id', 'programme_id', 'role'])
    .executeTakeFirst();
}

/** Those who hold all programmes or this one, locked until the end of the change: two cannot both be the last. */
export async function lockAdministrators(writer: Writer) {
  return writer
    .selectFrom('access.role as r')
    .leftJoin('programme as p', 'p.programme_id', 'r.programme_id')
    .where('r.role', '=', 'administrator')
    .where('r.ended_at', 'is', null)
    .select(['r.role_id as roleId', 'p.key as programme'])
    .orderBy('r.role_id')
    .forUpdate('r')
    .execute();
}

interface NewInvitation extends Omit<NewRole, 'account_id' | 'granted_by' | 'office'> {
  hash: Buffer;
  email: string | null;
  office: string | null;
  invited_by: number | null;
  days: number;
}

export async function addInvitation(writer: Writer, { days, email, ...invitation }: NewInvitation): Promise<number> {
  const { invitation_id } = await writer
    .insertInto('access.invitation')
    .values({
      ...invitation,
      email: email?.toLowerCase() ?? null,
      expires_at: sql<Date>`now() + make_interval(days => ${days})`,
    } as never)
    .returning('invitation_id')
    .executeTakeFirstOrThrow();
  return invitation_id;
}

/** Takes an invitation; false where somebody else was quicker, or it ended. */
export async function acceptInvitation(writer: Writer, invitationId: number, accountId: number): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('access.invitation')
    .set({ accepted_by: accountId, accepted_at: sql<Date>`now()` })
    .where('invitation_id', '=', invitationId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Revokes invitations: one of a programme, or, with null, those of the console. */
export async function revokeInvitation(
  writer: Writer,
  of: { programmeId: number; invitationId: number } | null,
): Promise<boolean> {
  let query = writer
    .updateTable('access.invitation')
    .set({ revoked_at: sql<Date>`now()` })
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null);
  query = of
    ? query.where('programme_id', '=', of.programmeId).where('invitation_id', '=', of.invitationId)
    : query.where('programme_id', 'is', null).where('email', 'is', null);
  const { numUpdatedRows } = await query.executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
