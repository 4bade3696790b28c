// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Writer } from '../../change.ts';
import type { Database } from '../../schema.ts';

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

/** Revokes a role and returns it; undefined if it is not held. Waits for concurrent revocations. */
export async function endRole(writer: Writer, roleId: number, endedBy: number) {
  return writer
    .updateTable('access.role')
    .set({ ended_at: sql<Date>`now()`, ended_by: endedBy })
    .where('role_id', '=', roleId)
    .where('ended_at', 'is', null)
    .returning(['account_id', 'programme_id', 'role'])
    .executeTakeFirst();
}

/**
 * Administrators of this programme or of all, locked until commit, so that two concurrent revocations cannot remove the
 * last ones.
 */
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

/** Consumes an invitation; false if it was already used or has ended. */
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

/** Revokes invitations of one programme or, with null, those created on the console. */
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

/** Raises the revision of every programme that shows the person's public data, which invalidates cached replies. */
export async function announcePerson(writer: Writer, accountId: number): Promise<void> {
  await sql`select raise_revision(p.programme_id) from programme p where exists (
    select from access.role r where r.account_id = ${accountId} and r.name_is_public
      and (r.programme_id = p.programme_id or r.programme_id is null))`.execute(writer);
}
